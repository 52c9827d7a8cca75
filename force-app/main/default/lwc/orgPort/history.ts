import type { Id } from './ids.ts';

/** A run as the page saves it to the history. */
export interface NewHistoryRun {
    /** The run's ID: 36 characters, unique regardless of case. */
    runId: string;
    startedAt: string;
    endedAt: string;
    /** Null: no call center, or several. With several, each move names its own. */
    target: Id | null;
    targetName: string | null;
    /** How many users ended in each outcome. */
    counts: Record<string, number>;
    /** The record of the run that this one undid, if it is in the history. */
    undoneRecord: Id | null;
}

/** A run as it is recorded in the history. People can edit those records, so `c/runHistory` checks what it reads. */
export interface HistoryRun extends Omit<NewHistoryRun, 'undoneRecord'> {
    recordId: Id;
    /** The record number that people see, such as MOVE-000042. */
    name: string;
    /** Who created the record, which is the person who ran it. Null when the org doesn't tell. */
    by: string | null;
    /** The run that this one undid. */
    undoOf: { runId: string; name: string } | null;
}

/** The result for one user, as it is recorded in the history. */
export interface HistoryMove {
    userId: string;
    userName: string | null;
    from: string | null;
    fromName: string | null;
    to: string | null;
    toName: string | null;
    outcome: string;
    /** The org's words for a refusal, or why the plan blocked the user. */
    reason: string | null;
}

/** How many users of one run moved from one call center to another (null: none). */
export interface HistoryRoute {
    recordId: Id;
    from: string | null;
    fromName: string | null;
    to: string | null;
    toName: string | null;
    moved: number;
}

export interface HistoryPage<Row> {
    rows: Row[];
    endCursor: string | null;
}

/**
 * The history of runs in an org. Reads never come from a cache.
 * Every call can throw an OrgFault: `invalid` when the org doesn't have the objects or this user can't see them.
 */
export interface HistoryOrg {
    /** Newest first, `first` rows per page (1–2,000). */
    historyRuns(after: string | null, first: number): Promise<HistoryPage<HistoryRun>>;
    /** Null when the history doesn't have this run. */
    historyRun(runId: string): Promise<HistoryRun | null>;
    /** The routes of up to 50 runs; those with the most moved users come first. */
    historyRoutes(recordIds: Id[]): Promise<HistoryRoute[]>;
    /** In the order in which they were saved, 2,000 per page. */
    historyMoves(recordId: Id, after: string | null): Promise<HistoryPage<HistoryMove>>;
    /** @returns the new record's ID. @throws OrgFault also when the org refused the row, in its words */
    saveRun(run: NewHistoryRun): Promise<Id>;
    /** Saves up to 200 moves: all of them, or none. */
    saveMoves(recordId: Id, moves: HistoryMove[]): Promise<void>;
}
