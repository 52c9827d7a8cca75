import { startRun, type BatchOrg, type Run, type RunOptions } from 'c/moveRun';
import type { JournalEntry } from './entries.ts';

export type ResumeOptions = Omit<RunOptions, 'runId' | 'by' | 'earlier' | 'stopped'>;

/** Continues an interrupted run: settles writes in flight by reading, then moves the remaining users. */
export function resumeRun(entry: JournalEntry, org: BatchOrg, options: ResumeOptions): Run {
    const { runId, by, plan } = entry;
    return startRun(plan, org, { ...options, runId, by, earlier: entry });
}

/**
 * Ends an interrupted run without writing: settles writes in flight by reading, and leaves the rest as
 * `not attempted`. An undo is planned from its report.
 */
export function abandonRun(entry: JournalEntry, org: BatchOrg, options: ResumeOptions): Run {
    const { runId, by, plan } = entry;
    return startRun(plan, org, { ...options, runId, by, earlier: entry, stopped: true });
}
