import type { FaultKind, Id } from 'c/orgPort';
import type { BlockReason, PlannedField } from 'c/movePlan';

export const OUTCOMES = [
    'moved',
    'already there',
    'changed meanwhile',
    'refused',
    'not attempted',
    'uncertain'
] as const;
/**
 * Exactly one per user of a plan. Users that the plan blocks are `not attempted`, `kept` users `changed meanwhile`.
 * `uncertain`: the write may have happened, and neither an answer nor a reading proves whether it did.
 */
export type Outcome = (typeof OUTCOMES)[number];

/** The result for one user. */
export interface Settled {
    userId: Id;
    name: string;
    /** Where the plan saw the user. */
    from: Id | null;
    to: Id | null;
    outcome: Outcome;
    /** The org's own words of a refusal, unchanged; null when there were none. */
    words: string | null;
    /**
     * Of a refusal, and of an uncertain user if known: the org's status code (`UNABLE_TO_LOCK_ROW`), `NOT_FOUND` for a user that can't be read (anymore),
     * or the `FaultKind` of a document that failed with only this user in it.
     */
    code: string | null;
    /** Why the plan blocked the user. */
    reason: BlockReason | null;
    /** The row that names the user, in the file that the plan was made from. */
    row?: number;
    /** For `changed meanwhile`, and `uncertain` users that someone else moved after the lost write: where the user is instead. */
    nowIn?: Id | null;
    /** With `nowIn`: who last modified the user, if the org says so. */
    by?: string | null;
    /** With `nowIn`: when the user was last modified, in ISO 8601. */
    at?: string;
}

/** `waiting`: pausing by itself before the next try. `stopping`: settling what is in flight. */
export type RunState = 'running' | 'pausing' | 'paused' | 'waiting' | 'stopping' | 'ended';

/**
 * Why a run is paused. `expired`: the session ended; log in again and resume.
 * `unsettled`: an answer was lost and the org can't be read, so it isn't known yet whether some users were moved.
 * Such a run doesn't end: it tries again on resume and on stop.
 */
export type PauseReason = 'user' | 'expired' | 'unsettled';

/**
 * `faults`: too many document faults in a row; `forbidden` and `limit`: as the org said; `hidden`: the call centers of users
 * can't be read anymore. `taken over`: another page goes on with the run, and saves its results.
 */
export type StopReason = 'user' | 'faults' | 'forbidden' | 'limit' | 'hidden' | 'taken over';

export interface Progress {
    runId: string;
    state: RunState;
    /** All users of the plan. Always the sum of `counts` and `toGo`. */
    total: number;
    counts: Record<Outcome, number>;
    toGo: number;
    /** Users who are read again because their write may still be on its way; 0 unless the run is stopping. */
    unconfirmed: number;
    pausedBecause: PauseReason | null;
    /** The org's words about the fault that the run pauses or waits for. */
    words: string | null;
    /** The kind of that fault; undefined where it isn't known, or nothing went wrong. */
    fault?: FaultKind;
    /** Milliseconds since the epoch. */
    startedAt: number;
    /** Milliseconds to go, without pauses; null until a batch is done. */
    etaMs: number | null;
}

export interface RunReport {
    runId: string;
    field: PlannedField;
    target: Id | null;
    /** Milliseconds since the epoch. */
    startedAt: number;
    endedAt: number;
    /** The name of the user who ran it. */
    by: string;
    /** Every user of the plan, once. */
    settled: Settled[];
    stoppedBecause: StopReason | null;
    /** The org's words when the run stopped by itself. */
    words: string | null;
    undoOf: string | null;
    /** The name of the file that the plan was made from. */
    file?: string;
}

export interface Run {
    readonly id: string;
    /** Pauses after the batches in flight. */
    pause(): void;
    resume(): void;
    /** Ends after the batches in flight. The rest is `not attempted`. */
    stop(): void;
    /** Ends like `stop`, because another page goes on with the run. */
    handOver(): void;
    progress(): Progress;
    ended: Promise<RunReport>;
}

export function countOutcomes(settled: Iterable<Settled>): Record<Outcome, number> {
    const counts: Record<Outcome, number> = {
        moved: 0,
        'already there': 0,
        'changed meanwhile': 0,
        refused: 0,
        'not attempted': 0,
        uncertain: 0
    };
    for (const { outcome } of settled) counts[outcome] += 1;
    return counts;
}
