import type { Answers, KindOf, Plan } from 'c/movePlan';
import type { Again, Progress, RunReport } from 'c/moveRun';
import type { Id, User, UserSearch } from 'c/orgPort';
import type { Overlap } from 'c/runRecord';
import type { Selection } from 'c/userSelection';

/** What Try again repeats after a failure. */
export type Retry =
    | { what: 'read users' }
    | { what: 'plan undo' }
    | { what: 'count undo' }
    | { what: 'check again' }
    | { what: 'plan again'; again: Again };

/** Something that couldn't be read. */
export interface Failure {
    thrown: unknown;
    retry: Retry;
}

/** Users were selected. `plan` is null for all that match, because they aren't read yet. */
export interface SelectionState {
    stage: 'selection';
    selection: Selection;
    plan: Plan | null;
}

/** All matching users are being read, to be reviewed. */
export interface ReadingState {
    stage: 'reading';
    selection: Selection;
    matching: UserSearch;
    usersRead: number;
    failure: Failure | null;
}

/** A plan before it runs. */
export interface ReviewState {
    stage: 'review';
    /** What was asked for, before any answer. */
    asked: Plan;
    answers: Answers;
    /** `asked` as the answers change it: what is counted, and what runs. */
    plan: Plan;
    /** The users of the plan as they were read, for the file that Setup's bulk upload takes. */
    users: User[];
    /** Nothing ran, because another tab runs something. */
    isBlockedByTab: boolean;
    /** Runs of others that are about to move some of these users. Null until that was asked; then it isn't asked again. */
    overlaps: Overlap[] | null;
    /** How far the request for the plan is, or the request that it was made from. */
    request: RequestStep;
    /** The report that a retry or an undo started from. */
    earlier: RunReport | null;
}

/**
 * `not saved`: the org refused the request, or the change that says who runs it. `taken`: someone else changed the request
 * that the plan was made from, so it doesn't run here.
 */
export type RequestStep =
    | { step: 'none' }
    | { step: 'sending' }
    | { step: 'too large' }
    | { step: 'not saved'; thrown: unknown }
    | { step: 'taken' };

export interface RunningState {
    stage: 'running';
    plan: Plan;
    progress: Progress | null;
    /** Whether the org keeps the run; null until that is known. */
    isRecorded: boolean | null;
    /** The review to return to when another tab runs something; null when there was none. */
    review: ReviewState | null;
    /** What the table selects meanwhile. */
    selection: Selection | null;
    earlier: RunReport | null;
}

export interface ReportState {
    stage: 'report';
    report: RunReport;
    /** Whether the results are shown in full. When everyone moved, a line says so, and nothing covers the table. */
    isOpen: boolean;
    /** How many users an undo would move, according to its plan. 0 until that is known. */
    undoable: number;
    failure: Failure | null;
    /** The report that this one's retry or undo started from. */
    earlier: RunReport | null;
}

/**
 * Everything the move panel can show. `question` counts what the admin asked for: an answer that belongs to an earlier
 * question is dropped.
 */
export type PanelState = { question: number } & (
    { stage: 'none' } | SelectionState | ReadingState | ReviewState | RunningState | ReportState
);

/**
 * How the panel is shown: not at all, as a line about the selection or about a run below the table, or in place of the
 * table.
 */
export type Layout = 'none' | 'selection' | 'run' | 'full';

export function layoutOf(state: PanelState): Layout {
    switch (state.stage) {
        case 'none':
            return 'none';
        case 'selection':
        case 'reading':
            return 'selection';
        case 'running':
            return 'run';
        case 'review':
            return 'full';
        case 'report':
            return state.isOpen ? 'full' : 'run';
    }
}

export const CLOSED: PanelState = { question: 0, stage: 'none' };

/** Where the plan of a selection leads, and what is known about the call centers. */
export interface Aim {
    target: Id | null;
    kindOf: KindOf;
}
