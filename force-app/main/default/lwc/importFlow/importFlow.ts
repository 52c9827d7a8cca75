/** Reads a sheet and looks up its users for the import of the page, one `ImportState` after the other. */
import { MAX_SHEET_BYTES } from 'c/csv';
import {
    askSteps,
    importPlan,
    judgeSteps,
    lookUp,
    type Correction,
    type Found,
    type Import,
    type LookupOptions,
    type Mapping
} from 'c/importRows';
import type { Plan } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import { inSlices, type Turns } from 'c/slices';
import type { ImportHost, SourceFile } from './importHost.ts';
import { loadSource, sourceOf } from './readSource.ts';
import { RowChanges } from './rowChanges.ts';
import type { RowView } from './rowView.ts';
import { AS_TOLD, NOTHING_READ, type ImportState, type Reading, type Source } from './state.ts';
import * as state from './transitions.ts';

export * from './state.ts';
export * from './rowView.ts';
export { hasSheet, stops } from './transitions.ts';
export type { ImportHost, SourceFile } from './importHost.ts';

export class ImportFlow {
    readonly host: ImportHost;
    private current: ImportState = NOTHING_READ;
    private rows = new RowChanges(this);
    private isCancelled = false;

    constructor(host: ImportHost) {
        this.host = host;
    }

    get state(): ImportState {
        return this.current;
    }

    /** Corrects rows in the same way; null takes their corrections back. A new text is looked up first. */
    correct(rows: readonly number[], change: Correction | null): Promise<void> {
        return this.rows.correct(rows, change);
    }

    /** Of rows that name one user, only this one counts. */
    keep(row: number): void {
        this.rows.keep(row);
    }

    /** Users were moved since they were looked up. */
    applyMoves(moves: readonly { userId: Id; to: Id | null }[]): void {
        this.rows.applyMoves(moves);
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
        await this.rows.lookNearby(question);
    }

    /** Shows other rows, or in another order. */
    view(change: Partial<Omit<RowView, 'places' | 'drawn'>>): void {
        this.become(state.viewed(this.current, change));
    }

    drawMore(): void {
        this.become(state.drawnMore(this.current));
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

    /** For a lookup that belongs to a question: it ends when another one is asked. */
    options(question: number, onProgress: LookupOptions['onProgress'] = () => {}): LookupOptions {
        return { isCancelled: () => this.isOver(question), onProgress, wait: this.host.wait };
    }

    private isOver(question: number): boolean {
        return this.isCancelled || this.current.question !== question;
    }

    become(next: ImportState): void {
        if (next === this.current) return;
        this.current = next;
        this.host.changed(next);
    }
}
