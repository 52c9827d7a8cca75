import type { HistoryMove, HistoryPage } from './historyMove.ts';
import type { HistoryRun } from './historyRun.ts';
import type { Id } from './ids.ts';

/** A move, and the record of its run. */
export interface RunMove extends HistoryMove {
    recordId: Id;
}

/** A user whom a run moved into a call center, and when that run ended. */
export interface PastMove {
    userId: Id;
    to: Id;
    at: string;
}

/** The org's answer to one deletion. `words` are its own; empty when it gave no reason. */
export type DeleteAnswer = { recordId: Id; deleted: true } | { recordId: Id; deleted: false; words: string };

/** What the history has of many runs at once, and deleting them. */
export interface OldRunsOrg {
    /** The moves of all runs that started before a time, in the order in which they were saved, 2,000 per page. */
    movesBefore(before: string, after: string | null): Promise<HistoryPage<RunMove>>;
    /** Every recorded move of these users into a call center, in no particular order. Takes at most 2,000 IDs. */
    pastMoves(userIds: Id[]): Promise<PastMove[]>;
    /** Whether this user may delete runs. True also when the org doesn't tell before they try. */
    mayDeleteRuns(): Promise<boolean>;
    /**
     * Deletes up to 50 runs with their moves and plans. Returns one answer per run, in the same order.
     * @throws OrgFault when the whole document failed, or when no readable answer came. Some may be deleted then.
     */
    deleteRuns(runs: Pick<HistoryRun, 'recordId' | 'runId'>[]): Promise<DeleteAnswer[]>;
}
