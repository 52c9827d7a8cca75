import type { Id } from 'c/orgPort';
import type { Plan } from 'c/movePlan';
import type { Settled } from './report.ts';

/** A write that is about to be sent. */
export interface Intent {
    userId: Id;
    from: Id | null;
    to: Id | null;
    /** `lastModified` of the user as it was read before the write: it tells "as before" from "left and came back". */
    lastModified: string;
}

export interface RunStart {
    runId: string;
    plan: Plan;
    /** Who runs it. */
    by: string;
    /** Milliseconds since the epoch. */
    startedAt: number;
}

/** What a run asks of a journal. None of its calls throws: a journal that cannot keep says so in `available`. */
export interface Journal {
    /** False once something could not be kept: what runs now cannot be resumed. */
    readonly available: boolean;
    begin(run: RunStart): void;
    /** Called before the writes are sent. */
    intend(runId: string, batch: Intent[]): void;
    settle(runId: string, settled: Settled[]): void;
    /** @param at milliseconds since the epoch. */
    end(runId: string, at: number): void;
}
