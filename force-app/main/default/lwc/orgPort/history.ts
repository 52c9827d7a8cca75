import type { HistoryMove, HistoryPage } from './historyMove.ts';
import type { HistoryRun, NewHistoryRun } from './historyRun.ts';
import type { Id } from './ids.ts';
import type { OldRunsOrg } from './oldRuns.ts';
import type { RunRecordsOrg } from './runRecords.ts';

/**
 * Finds runs by one of their users. Each word must occur in what is recorded about that user's move: the user's name, a
 * call center's name, the person who ran it, or the record number of the run. Without words, every run is found.
 */
export interface HistorySearch {
    words: string[];
    /** Only runs that started before this time. */
    before?: string;
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

/**
 * The history of runs in an org, and the records of runs in progress. Reads never come from a cache.
 * Every call can throw an OrgFault: `invalid` when the org doesn't have the objects or this user can't see them.
 */
export interface HistoryOrg extends RunRecordsOrg, OldRunsOrg {
    /** Runs that ended and match the search, newest first, `first` rows per page (1–2,000). */
    historyRuns(search: HistorySearch, after: string | null, first: number): Promise<HistoryPage<HistoryRun>>;
    /** The routes of up to 50 runs; those with the most moved users come first. */
    historyRoutes(recordIds: Id[]): Promise<HistoryRoute[]>;
    /** In the order in which they were saved, 2,000 per page. */
    historyMoves(recordId: Id, after: string | null): Promise<HistoryPage<HistoryMove>>;
    /** Saves a run that has ended. @returns the new record's ID. @throws OrgFault also when the org refused the row, in its words */
    saveRun(run: NewHistoryRun): Promise<Id>;
    /** Saves up to 200 moves: all of them, or none. */
    saveMoves(recordId: Id, moves: HistoryMove[]): Promise<void>;
}
