import type { HistoryRun, NewHistoryRun } from './historyRun.ts';
import type { Id } from './ids.ts';

/** A run as it is saved before its first batch. */
export interface NewRunRecord extends Pick<NewHistoryRun, 'runId' | 'startedAt' | 'target' | 'targetName'> {
    users: number;
    host: string;
    holder: string;
    /** The plan, as `c/runRecord` encodes it: each part fits one record. */
    parts: string[];
}

/** One part of a plan as it is recorded. */
export interface PlanPart {
    runId: string;
    part: number;
    text: string;
}

/** A record that was just written, and the org's time of that write; an empty time when the org didn't tell. */
export interface Written {
    recordId: Id;
    lastModified: string;
}

/** What a page changes in the record of a run. */
export type RunChange =
    | { to: 'hold'; host: string; holder: string }
    | { to: 'progress'; counts: Record<string, number> }
    | { to: 'end'; run: NewHistoryRun };

/**
 * The records of runs in progress. Reads never come from a cache.
 * Every call can throw an OrgFault: `invalid` when the org doesn't have the objects or this user can't see them.
 */
export interface RunRecordsOrg {
    /** The runs that the org has of these, in progress or ended. */
    runsNamed(runIds: string[]): Promise<HistoryRun[]>;
    /** The runs in progress, and of these runs those that ended. Oldest first. */
    runsInProgress(runIds: string[]): Promise<HistoryRun[]>;
    /** Creates the record of a run and all parts of its plan, in one request: all of them, or none. */
    startRun(run: NewRunRecord): Promise<Written>;
    /** The parts of the plans of these runs, in no particular order. */
    planParts(runIds: string[]): Promise<PlanPart[]>;
    /**
     * Changes the record of a run, unless someone has modified it since.
     * @returns the org's time of this write; null when the record was modified after `unmodifiedSince`
     */
    changeRun(recordId: Id, change: RunChange, unmodifiedSince: string): Promise<string | null>;
}
