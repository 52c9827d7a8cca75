/** From one state of an import to the next. An answer to an earlier question changes nothing. */
import {
    columnsOf,
    NOTHING_FOUND,
    problemsOf,
    type ColumnProblem,
    type Correction,
    type Corrections,
    type Found,
    type Judged,
    type Mapping
} from 'c/importRows';
import type { OrgFault } from 'c/orgPort';
import { ROWS_AT_ONCE, viewOf, WHOLE_VIEW, type RowView } from './rowView.ts';
import {
    AS_TOLD,
    type ColumnsState,
    type ImportState,
    type Loaded,
    type LookupState,
    type PausedState,
    type Reading,
    type Source,
    type SourceProblem,
    type VerdictsState
} from './state.ts';

/** States that have a sheet. */
export type SheetState = ColumnsState | LookupState | PausedState | VerdictsState;

export function hasSheet(state: ImportState): state is { question: number } & SheetState {
    return state.stage !== 'empty' && state.stage !== 'reading';
}

export function begun({ question }: ImportState, name: string | null): ImportState {
    return { question: question + 1, stage: 'reading', name };
}

export function refused(
    state: ImportState,
    question: number,
    problem: SourceProblem,
    source: Source | null = null,
    reading: Reading = AS_TOLD
): ImportState {
    return state.question === question ? { question, stage: 'empty', problem, source, reading } : state;
}

export function cleared({ question }: ImportState): ImportState {
    return { question: question + 1, stage: 'empty', problem: null, source: null, reading: AS_TOLD };
}

/** The sheet was read. Its columns come first: what they mean may need a person. */
export function sheetRead(state: ImportState, question: number, loaded: Loaded): ImportState {
    if (state.question !== question) return state;
    return { question, stage: 'columns', loaded, found: NOTHING_FOUND, corrections: new Map() };
}

/** A person says what the columns mean. What was corrected before belongs to the columns before. */
export function mapped(state: ImportState, mapping: Mapping): ImportState {
    if (state.stage !== 'columns') return state;
    const { sheet, columns } = state.loaded;
    const looks = columns.map((column) => column.looks);
    const loaded = {
        ...state.loaded,
        mapping,
        columns: columnsOf(sheet, mapping, looks),
        problems: problemsOf(sheet, mapping)
    };
    return { ...state, loaded, corrections: new Map() };
}

/** Returns to the columns. What the org answered is kept. */
export function columnsAgain(state: ImportState): ImportState {
    if (!hasSheet(state)) return state;
    const { loaded, found, corrections } = state;
    return { question: state.question + 1, stage: 'columns', loaded, found, corrections };
}

/** Whether a problem of the columns stops the import. */
export function stops({ problem }: ColumnProblem): boolean {
    switch (problem) {
        case 'no rows':
        case 'no user':
        case 'no target':
            return true;
        case 'twice':
        case 'doubled':
        case 'unlike':
            return false;
    }
}

/** Whether a person has to look at the columns before users are looked up. */
export function needsDecision({ problems, isUnsure, columns }: Loaded): boolean {
    const isUsed = (index: number) => columns[index]?.use !== 'not used';
    return isUnsure || problems.some((one) => one.problem !== 'twice' || one.columns.some(isUsed));
}

export function lookupStarted(state: ImportState): ImportState {
    if (!hasSheet(state) || state.loaded.problems.some(stops)) return state;
    const { loaded, found, corrections } = state;
    return { question: state.question + 1, stage: 'lookup', loaded, found, corrections, answered: 0, of: 0 };
}

export function progressed(state: ImportState, question: number, answered: number, of: number): ImportState {
    return state.stage === 'lookup' && state.question === question ? { ...state, answered, of } : state;
}

export function paused(state: ImportState, question: number, found: Found, fault: OrgFault | null): ImportState {
    if (state.stage !== 'lookup' || state.question !== question) return state;
    const { loaded, corrections } = state;
    return { question, stage: 'paused', loaded, corrections, found, fault };
}

export function judgedAll(state: ImportState, question: number, found: Found, judged: Judged): ImportState {
    if (state.stage !== 'lookup' || state.question !== question) return state;
    const { loaded, corrections } = state;
    const view = viewOf(WHOLE_VIEW, loaded.sheet, judged);
    return { question, stage: 'verdicts', loaded, corrections, found, judged, view, busyRow: null, fault: null };
}

/** Rows have other verdicts. The rows that are shown stay where they are. */
export function rejudged(
    state: ImportState,
    question: number,
    change: { judged: Judged; found?: Found; corrections?: Corrections }
): ImportState {
    if (state.stage !== 'verdicts' || state.question !== question) return state;
    return { ...state, ...change, busyRow: null, fault: null };
}

/** A row's corrected text is looked up, or that failed. */
export function busyWith(
    state: ImportState,
    question: number,
    row: number | null,
    fault: OrgFault | null = null
): ImportState {
    if (state.stage !== 'verdicts' || state.question !== question) return state;
    return { ...state, busyRow: row, fault };
}

export function viewed(state: ImportState, change: Partial<Omit<RowView, 'places' | 'drawn'>>): ImportState {
    if (state.stage !== 'verdicts') return state;
    const view = viewOf({ ...state.view, ...change, drawn: ROWS_AT_ONCE }, state.loaded.sheet, state.judged);
    return { ...state, view };
}

export function drawnMore(state: ImportState): ImportState {
    if (state.stage !== 'verdicts' || state.view.drawn >= state.view.places.length) return state;
    return { ...state, view: { ...state.view, drawn: state.view.drawn + ROWS_AT_ONCE } };
}

/**
 * Corrections with the same change for several rows. What a change doesn't name stays, and `undefined` and `skip: false` take
 * it back; null takes back whole corrections.
 */
export function withCorrection(
    corrections: Corrections,
    rows: readonly number[],
    change: Correction | null
): Corrections {
    const changed = new Map(corrections);
    for (const row of rows) {
        const both = change === null ? {} : { ...changed.get(row), ...change };
        const said = Object.entries(both).filter(([, value]) => value !== undefined && value !== false);
        if (said.length > 0) changed.set(row, Object.fromEntries(said));
        else changed.delete(row);
    }
    return changed;
}
