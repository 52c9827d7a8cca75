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
    /** What the record of a run in progress says; null for a run that ended. */
    live: LiveRun | null;
}

/** What the record of a run in progress says about its progress. People can edit it, so `c/runRecord` checks what it reads. */
export interface LiveRun {
    /** All users of the plan. */
    users: number;
    /** Where the page runs that carries it out, such as `setup`. */
    host: string | null;
    /** The key of the page that carries it out. */
    holder: string | null;
    /** Who carries it out: whose page wrote the record last. Null when the org doesn't tell. */
    heldBy: { id: Id | null; name: string | null };
    /** The org's time when the run started. Users who were modified later may have been modified by the run. */
    createdAt: string;
    /** The org's time of the last write to the record. */
    lastModified: string;
    /** Milliseconds since that write by the org's own clock; null when the org doesn't tell its time. */
    silentFor: number | null;
}
