import type { Id } from 'c/orgPort';
import type { Plan } from 'c/movePlan';
import type { Settled } from './report.ts';

/** A write that is about to be sent. */
export interface Intent {
    userId: Id;
    from: Id | null;
    to: Id | null;
    /** The user's `lastModified`, read before the write. It tells "as before" from "left and came back". */
    lastModified: string;
}

export interface RunStart {
    runId: string;
    plan: Plan;
    /** The name of the user who runs it. */
    by: string;
    /** Milliseconds since the epoch. */
    startedAt: number;
}

/** What an interrupted run had already done. */
export interface Earlier {
    /** Milliseconds since the epoch. */
    startedAt: number;
    settled: Settled[];
    /** Writes that may have been sent and were never settled. */
    inFlight: Intent[];
    /**
     * Set when it wasn't kept which writes were sent: then each user of the plan without a result may have been moved. The
     * org's time before the first write; whoever wasn't modified since then wasn't moved.
     */
    startedBefore?: string;
}

/** What a run asks of a journal. None of its calls throws: a journal that can't save says so in `available`. */
export interface Journal {
    /** False once something couldn't be saved: this run can't be resumed. */
    readonly available: boolean;
    begin(run: RunStart): void;
    /** Called before the writes are sent. */
    intend(runId: string, batch: Intent[]): void;
    settle(runId: string, settled: Settled[]): void;
    /** @param at milliseconds since the epoch. */
    end(runId: string, at: number): void;
}
