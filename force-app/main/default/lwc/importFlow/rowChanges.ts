/** What changes the verdicts of rows: corrections, moves, and users that may be meant. */
import {
    findNearest,
    judgeAgain,
    lookUp,
    placeOf,
    valuesNotFound,
    valuesToAsk,
    type Correction,
    type Corrections,
    type Found,
    type Import,
    type LookupOptions
} from 'c/importRows';
import type { Id } from 'c/orgPort';
import { foundAfter, mergedFound } from './found.ts';
import type { ImportHost } from './importHost.ts';
import type { ImportState, VerdictsState } from './state.ts';
import * as state from './transitions.ts';

/** The flow that the rows belong to. */
interface Flow {
    readonly host: ImportHost;
    readonly state: ImportState;
    become(next: ImportState): void;
    given(from: state.SheetState): Import;
    options(question: number): LookupOptions;
}

export class RowChanges {
    private flow: Flow;

    constructor(flow: Flow) {
        this.flow = flow;
    }

    /** Corrects rows in the same way; null takes their corrections back. A new text is looked up first. */
    async correct(rows: readonly number[], change: Correction | null): Promise<void> {
        const current = this.flow.state;
        if (current.stage !== 'verdicts') return;
        const { question } = current;
        const { sheet, mapping } = current.loaded;
        const by = mapping.user?.by;
        if (by === undefined) return;
        const correct = (corrections: Corrections) => state.withCorrection(corrections, rows, change);
        const corrected = { ...sheet, rows: rows.flatMap((row) => sheet.rows[placeOf(sheet, row)] ?? []) };
        const corrections = correct(current.corrections);
        const values = valuesToAsk({ ...this.flow.given(current), corrections, sheet: corrected });
        let found: Found | null = null;
        if (values.length > 0) {
            this.flow.become(state.busyWith(this.flow.state, question, rows[0]));
            const result = await lookUp(this.flow.host.org, values, by, current.found, this.flow.options(question));
            if (result.state === 'failed')
                return this.flow.become(state.busyWith(this.flow.state, question, null, result.fault));
            ({ found } = result);
        }
        this.judge(question, rows, correct, (now) => (found ? mergedFound(now, found) : now));
    }

    /** Of rows that name one user, only this one counts. */
    keep(row: number): void {
        const current = this.flow.state;
        if (current.stage !== 'verdicts') return;
        const verdict = current.judged.verdicts[placeOf(current.loaded.sheet, row)];
        if (verdict?.verdict !== 'named twice') return;
        const others = verdict.rows.filter((other) => other !== row);
        const skipOthers = (corrections: Corrections) => state.withCorrection(corrections, others, { skip: true });
        this.judge(current.question, [row, ...others], skipOthers, (now) => now);
    }

    /** Users were moved since they were looked up. */
    applyMoves(moves: readonly { userId: Id; to: Id | null }[]): void {
        const current = this.flow.state;
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

    /** Looks for users that may be meant, after every row has a verdict. Without an answer, none is offered. */
    async lookNearby(question: number): Promise<void> {
        const current = this.flow.state;
        if (current.stage !== 'verdicts' || current.question !== question) return;
        const by = current.loaded.mapping.user?.by;
        const values = valuesNotFound(this.flow.given(current), current.judged);
        if (by === undefined || values.length === 0) return;
        const { found } = await findNearest(this.flow.host.org, values, by, current.found, this.flow.options(question));
        if (this.flow.state.stage !== 'verdicts' || this.flow.state.question !== question) return;
        const { sheet } = this.flow.state.loaded;
        const rows = this.flow.state.judged.verdicts.flatMap((verdict, place) =>
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
        const current = this.flow.state;
        if (current.stage !== 'verdicts' || current.question !== question) return;
        const next: VerdictsState = {
            ...current,
            corrections: correct(current.corrections),
            found: learn(current.found)
        };
        const judged = judgeAgain(current.judged, this.flow.given(next), rows);
        const { corrections } = next;
        this.flow.become(state.rejudged(this.flow.state, question, { judged, corrections, found: next.found }));
    }
}
