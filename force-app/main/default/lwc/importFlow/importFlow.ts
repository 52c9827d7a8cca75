/** Reads a sheet, looks up its users, and corrects rows for the import of the page, one `ImportState` after the other. */
import { MAX_SHEET_BYTES } from 'c/csv';
import {
    askSteps,
    findNearest,
    importPlan,
    inSlices,
    judgeAgain,
    judgeSteps,
    lookUp,
    placeOf,
    valuesNotFound,
    valuesToAsk,
    type Correction,
    type Corrections,
    type Found,
    type Import,
    type LookupOptions,
    type Mapping,
    type Turns
} from 'c/importRows';
import type { Plan } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import { foundAfter, mergedFound } from './found.ts';
import type { ImportHost, SourceFile } from './importHost.ts';
import { loadSource, sourceOf } from './readSource.ts';
import type { RowView } from './rowView.ts';
import { AS_TOLD, NOTHING_READ, type ImportState, type Reading, type Source, type VerdictsState } from './state.ts';
import * as state from './transitions.ts';

export * from './state.ts';
export * from './rowView.ts';
export { hasSheet, stops } from './transitions.ts';
export type { ImportHost, SourceFile } from './importHost.ts';

export class ImportFlow {
    private host: ImportHost;
    private current: ImportState = NOTHING_READ;
    private isCancelled = false;

    constructor(host: ImportHost) {
        this.host = host;
    }

    get state(): ImportState {
        return this.current;
    }

    async readFile(file: SourceFile): Promise<void> {
        const question = this.begin(file.name);
        if (file.size > MAX_SHEET_BYTES)
            return this.become(state.refused(this.current, question, { problem: 'too big', bytes: file.size }));
        let bytes: Uint8Array;
        try {
            bytes = new Uint8Array(await file.arrayBuffer());
        } catch (thrown) {
            // What a browser throws here is about the file, such as NotFoundError after it was moved.
            const words = thrown instanceof Error ? thrown.message : '';
            return this.become(state.refused(this.current, question, { problem: 'not readable', words }));
        }
        return this.readBytes(question, file.name, bytes, AS_TOLD);
    }

    async readText(text: string): Promise<void> {
        const question = this.begin(null);
        if (text.length > MAX_SHEET_BYTES)
            return this.become(state.refused(this.current, question, { problem: 'too big', bytes: text.length }));
        if (text.trim() === '') return this.become(state.refused(this.current, question, { problem: 'empty' }));
        return this.load(question, { name: null, bytes: null, text, encoding: null }, AS_TOLD);
    }

    /** Reads the same source in another way. */
    async readAgain(change: Partial<Reading>): Promise<void> {
        const { source, reading } = this.read ?? {};
        if (!source || !reading) return;
        const question = this.begin(source.name);
        const changed = { ...reading, ...change };
        if (source.bytes && source.name !== null) await this.readBytes(question, source.name, source.bytes, changed);
        else await this.load(question, source, changed);
    }

    /** What the sheet of the import was read from, and how; null while there's none. */
    private get read(): { source: Source | null; reading: Reading } | null {
        const { current } = this;
        if (current.stage === 'empty') return current;
        return state.hasSheet(current) ? current.loaded : null;
    }

    clear(): void {
        this.become(state.cleared(this.current));
    }

    map(mapping: Mapping): void {
        this.become(state.mapped(this.current, mapping));
    }

    changeColumns(): void {
        this.become(state.columnsAgain(this.current));
    }

    /** Ends reading, or pauses the lookup. */
    cancel(): void {
        if (this.current.stage === 'reading') return this.clear();
        this.isCancelled = true;
    }

    /** Asks the org for the users of every row, and gives each row its verdict. After a pause, it goes on. */
    async lookUp(): Promise<void> {
        this.become(state.lookupStarted(this.current));
        const { current } = this;
        if (current.stage !== 'lookup') return;
        this.isCancelled = false;
        const { question } = current;
        const { mapping } = current.loaded;
        const turns = this.turns(question);
        const pausedWith = (found: Found) => this.become(state.paused(this.current, question, found, null));
        const values = await inSlices(askSteps(this.given(current)), turns);
        if (values === null || mapping.user === null) return pausedWith(current.found);
        this.become(state.progressed(this.current, question, 0, values.length));
        const options = this.options(question, (answered, of) =>
            this.become(state.progressed(this.current, question, answered, of))
        );
        const result = await lookUp(this.host.org, values, mapping.user.by, current.found, options);
        const { found } = result;
        if (result.state === 'failed') return this.become(state.paused(this.current, question, found, result.fault));
        const judged =
            result.state === 'done' ? await inSlices(judgeSteps(this.given({ ...current, found })), turns) : null;
        if (judged === null) return pausedWith(found);
        this.become(state.judgedAll(this.current, question, found, judged));
        await this.lookNearby(question);
    }

    /** Shows other rows, or in another order. */
    view(change: Partial<Omit<RowView, 'places' | 'drawn'>>): void {
        this.become(state.viewed(this.current, change));
    }

    drawMore(): void {
        this.become(state.drawnMore(this.current));
    }

    /** Corrects rows in the same way; null takes their corrections back. A new text is looked up first. */
    async correct(rows: readonly number[], change: Correction | null): Promise<void> {
        const { current } = this;
        if (current.stage !== 'verdicts') return;
        const { question } = current;
        const { sheet, mapping } = current.loaded;
        const by = mapping.user?.by;
        if (by === undefined) return;
        const correct = (corrections: Corrections) => state.withCorrection(corrections, rows, change);
        const corrected = { ...sheet, rows: rows.flatMap((row) => sheet.rows[placeOf(sheet, row)] ?? []) };
        const corrections = correct(current.corrections);
        const values = valuesToAsk({ ...this.given(current), corrections, sheet: corrected });
        let found: Found | null = null;
        if (values.length > 0) {
            this.become(state.busyWith(this.current, question, rows[0]));
            const result = await lookUp(this.host.org, values, by, current.found, this.options(question));
            if (result.state === 'failed')
                return this.become(state.busyWith(this.current, question, null, result.fault));
            ({ found } = result);
        }
        this.judge(question, rows, correct, (now) => (found ? mergedFound(now, found) : now));
    }

    /** Of rows that name one user, only this one counts. */
    keep(row: number): void {
        const { current } = this;
        if (current.stage !== 'verdicts') return;
        const verdict = current.judged.verdicts[placeOf(current.loaded.sheet, row)];
        if (verdict?.verdict !== 'named twice') return;
        const others = verdict.rows.filter((other) => other !== row);
        const skipOthers = (corrections: Corrections) => state.withCorrection(corrections, others, { skip: true });
        this.judge(current.question, [row, ...others], skipOthers, (now) => now);
    }

    /** Users were moved since they were looked up. */
    applyMoves(moves: readonly { userId: Id; to: Id | null }[]): void {
        const { current } = this;
        if (current.stage !== 'verdicts') return;
        const places = moves.flatMap(({ userId }) => current.judged.byUser.get(userId) ?? []);
        if (places.length === 0) return;
        const rows = places.map((place) => current.loaded.sheet.rows[place].row);
        const targets = new Map(moves.map(({ userId, to }) => [userId, to]));
        const after = foundAfter(current.found, current.corrections, targets);
        this.judge(
            current.question,
            rows,
            () => after.corrections,
            () => after.found
        );
    }

    /** Names or types of call centers changed, so rows may have other verdicts. */
    async centersChanged(): Promise<void> {
        const { current } = this;
        if (current.stage !== 'verdicts') return;
        const { question } = current;
        const judged = await inSlices(judgeSteps(this.given(current)), this.turns(question));
        // A row that was corrected in the meantime was judged with the new call centers already.
        const isLatest = this.current.stage === 'verdicts' && this.current.corrections === current.corrections;
        if (judged && isLatest) this.become(state.rejudged(this.current, question, { judged }));
    }

    /** The plan of the rows that move; null while rows have no verdict. */
    get plan(): Plan | null {
        const { current } = this;
        return current.stage === 'verdicts'
            ? importPlan(this.given(current), current.judged, current.loaded.source.name)
            : null;
    }

    /** What decides the verdicts of a state that has a sheet. */
    given({ loaded, found, corrections }: state.SheetState): Import {
        const { centers, kindOf } = this.host;
        return { sheet: loaded.sheet, mapping: loaded.mapping, centers, kindOf, found, corrections };
    }

    /** Looks for users that may be meant, after every row has a verdict. Without an answer, none is offered. */
    private async lookNearby(question: number): Promise<void> {
        const { current } = this;
        if (current.stage !== 'verdicts' || current.question !== question) return;
        const by = current.loaded.mapping.user?.by;
        const values = valuesNotFound(this.given(current), current.judged);
        if (by === undefined || values.length === 0) return;
        const { found } = await findNearest(this.host.org, values, by, current.found, this.options(question));
        if (this.current.stage !== 'verdicts' || this.current.question !== question) return;
        const { sheet } = this.current.loaded;
        const rows = this.current.judged.verdicts.flatMap((verdict, place) =>
            verdict.verdict === 'not found' ? [sheet.rows[place].row] : []
        );
        this.judge(
            question,
            rows,
            (corrections) => corrections,
            (now) => mergedFound(now, found)
        );
    }

    /** Judges rows again with what is known by now, which can be more than when the work began. */
    private judge(
        question: number,
        rows: readonly number[],
        correct: (corrections: Corrections) => Corrections,
        learn: (found: Found) => Found
    ): void {
        const { current } = this;
        if (current.stage !== 'verdicts' || current.question !== question) return;
        const next: VerdictsState = {
            ...current,
            corrections: correct(current.corrections),
            found: learn(current.found)
        };
        const judged = judgeAgain(current.judged, this.given(next), rows);
        const { corrections } = next;
        this.become(state.rejudged(this.current, question, { judged, corrections, found: next.found }));
    }

    private begin(name: string | null): number {
        this.isCancelled = false;
        this.become(state.begun(this.current, name));
        return this.current.question;
    }

    private async readBytes(question: number, name: string, bytes: Uint8Array, reading: Reading): Promise<void> {
        const source = sourceOf(name, bytes, reading.encoding);
        if ('problem' in source) this.become(state.refused(this.current, question, source));
        else await this.load(question, source, reading);
    }

    private async load(question: number, source: Source, reading: Reading): Promise<void> {
        const { centers, target } = this.host;
        const loaded = await loadSource(source, reading, { centers, target }, this.turns(question));
        if (loaded === null) return;
        if ('problem' in loaded) return this.become(state.refused(this.current, question, loaded, source, reading));
        this.become(state.sheetRead(this.current, question, loaded));
        if (this.current.question === question && !state.needsDecision(loaded)) await this.lookUp();
    }

    private turns(question: number): Turns {
        const { now, wait } = this.host;
        return { now, pause: () => wait(0), isCancelled: () => this.isOver(question) };
    }

    private options(question: number, onProgress: LookupOptions['onProgress'] = () => {}): LookupOptions {
        return { isCancelled: () => this.isOver(question), onProgress, wait: this.host.wait };
    }

    private isOver(question: number): boolean {
        return this.isCancelled || this.current.question !== question;
    }

    private become(next: ImportState): void {
        if (next === this.current) return;
        this.current = next;
        this.host.changed(next);
    }
}
