import type { Id } from 'c/orgPort';
import type { BlockReason } from 'c/movePlan';
import type { Intent } from './journalPort.ts';

export const OUTCOMES = ['moved', 'already there', 'changed meanwhile', 'refused', 'not attempted'] as const;
/** Exactly one per user of a plan. Who was blocked in the plan is `not attempted`, who was kept `changed meanwhile`. */
export type Outcome = (typeof OUTCOMES)[number];

/** What became of one user. */
export interface Settled {
    userId: Id;
    name: string;
    /** Where the plan saw the user. */
    from: Id | null;
    to: Id | null;
    outcome: Outcome;
    /** The org's own words of a refusal, unchanged; null when it said nothing. */
    words: string | null;
    /**
     * Of a refusal: the org's status code (`UNABLE_TO_LOCK_ROW`), `NOT_FOUND` for a user it does not show (any more),
     * or the `FaultKind` of a document that failed with this user alone in it.
     */
    code: string | null;
    /** Why the plan had blocked the user. */
    reason: BlockReason | null;
    /** Of `changed meanwhile`: where the user is instead. */
    nowIn?: Id | null;
    /** Of `changed meanwhile`: who modified the user last, where the org tells. */
    by?: string | null;
    /** Of `changed meanwhile`: when the user was modified last, ISO 8601. */
    at?: string;
    /** Only from `moveOne`: the write may have happened, its answer was lost and nothing could be read since. */
    uncertain?: true;
}

/** `waiting`: pausing by itself before it tries again. `stopping`: the batch in flight is being settled. */
export type RunState = 'running' | 'pausing' | 'paused' | 'waiting' | 'stopping' | 'ended';

/**
 * Why a run is paused. `expired`: the session ended, log in again and resume.
 * `unsettled`: an answer was lost and the org cannot be read, so nobody knows yet whether some users were moved;
 * such a run does not end, it tries again on resume and on stop.
 */
export type PauseReason = 'user' | 'expired' | 'unsettled';

/** `faults`: too many document faults in a row; `forbidden` and `limit`: as the org said. */
export type StopReason = 'user' | 'faults' | 'forbidden' | 'limit';

export interface Progress {
    runId: string;
    state: RunState;
    /** All users of the plan; always the sum of `counts` and `toGo`. */
    total: number;
    counts: Record<Outcome, number>;
    toGo: number;
    pausedBecause: PauseReason | null;
    /** The org's words on the fault it pauses or waits for. */
    words: string | null;
    /** Milliseconds since the epoch. */
    startedAt: number;
    /** Milliseconds to go, without pauses; null until a batch was done. */
    etaMs: number | null;
}

export interface RunReport {
    runId: string;
    target: Id | null;
    /** Milliseconds since the epoch. */
    startedAt: number;
    endedAt: number;
    /** Who ran it. */
    by: string;
    /** Every user of the plan, once. */
    settled: Settled[];
    stoppedBecause: StopReason | null;
    /** The org's words when it stopped by itself. */
    words: string | null;
    undoOf: string | null;
}

export interface Run {
    readonly id: string;
    /** Pauses after the batch in flight. */
    pause(): void;
    resume(): void;
    /** Ends after the batch in flight; the rest is `not attempted`. */
    stop(): void;
    progress(): Progress;
    ended: Promise<RunReport>;
}

/** What a run that was cut off had done already. */
export interface Earlier {
    /** Milliseconds since the epoch. */
    startedAt: number;
    settled: Settled[];
    /** Writes that may have been sent and were never settled. */
    inFlight: Intent[];
}

export function countOutcomes(settled: Iterable<Settled>): Record<Outcome, number> {
    const counts: Record<Outcome, number> = {
        moved: 0,
        'already there': 0,
        'changed meanwhile': 0,
        refused: 0,
        'not attempted': 0
    };
    for (const { outcome } of settled) counts[outcome] += 1;
    return counts;
}
