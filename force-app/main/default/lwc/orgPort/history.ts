import type { Id } from './orgPort.ts';

/** A run as the page hands it to the history, to be kept for good. */
export interface NewHistoryRun {
    /** The run's id: 36 characters, unique, without regard to case. */
    runId: string;
    startedAt: string;
    endedAt: string;
    /** Null: none, or several (then each move says its own). */
    target: Id | null;
    targetName: string | null;
    /** How many users ended in each outcome. */
    counts: Record<string, number>;
    /** The record of the run that this one undid, if the history has it. */
    undoneRecord: Id | null;
}

/** A run as the history tells it. What people can edit is told as it stands there: `c/runHistory` judges it. */
export interface HistoryRun extends Omit<NewHistoryRun, 'undoneRecord'> {
    recordId: Id;
    /** The number people call it by, such as MOVE-000042. */
    name: string;
    /** Who kept it: whoever ran it. Null when the org does not say. */
    by: string | null;
    /** The run that this one undid. */
    undoOf: { runId: string; name: string } | null;
}

/** What became of one user, as the history keeps it. */
export interface HistoryMove {
    userId: string;
    userName: string | null;
    from: string | null;
    fromName: string | null;
    to: string | null;
    toName: string | null;
    outcome: string;
    /** The org's words of a refusal, or why the plan had blocked the user. */
    reason: string | null;
}

/** How many users of one run were moved from one call center to another (null: none). */
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
 * The history of runs in an org. All but the writes are never from a cache.
 * Every call throws an OrgFault: `invalid` where the org has no such objects or this user may not see them.
 */
export interface HistoryOrg {
    /** Newest first, `first` a page (1–2,000). */
    historyRuns(after: string | null, first: number): Promise<HistoryPage<HistoryRun>>;
    /** Null when the history has no such run. */
    historyRun(runId: string): Promise<HistoryRun | null>;
    /** For so many runs at once; most moved first. At most 50 runs. */
    historyRoutes(recordIds: Id[]): Promise<HistoryRoute[]>;
    /** In the order they were kept, 2,000 a page. */
    historyMoves(recordId: Id, after: string | null): Promise<HistoryPage<HistoryMove>>;
    /** @returns the new record. @throws OrgFault also when the org refused the row, in its words */
    keepRun(run: NewHistoryRun): Promise<Id>;
    /** At most 200, all or none of them. */
    keepMoves(recordId: Id, moves: HistoryMove[]): Promise<void>;
}
