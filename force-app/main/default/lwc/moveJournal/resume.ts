import { startRun, type BatchOrg, type Run, type RunOptions } from 'c/moveRun';
import type { JournalEntry } from './entries.ts';

export type ResumeOptions = Omit<RunOptions, 'runId' | 'by' | 'earlier' | 'stopped'>;

/** Goes on with a run that was cut off: what was in flight is settled by reading, then the rest is run. */
export function resumeRun(entry: JournalEntry, org: BatchOrg, options: ResumeOptions): Run {
    const { runId, by, plan } = entry;
    return startRun(plan, org, { ...options, runId, by, earlier: entry });
}

/**
 * Lets a run that was cut off be: what was in flight is settled by reading, nothing is written, the rest is
 * `not attempted`. Its report is what an undo is planned from.
 */
export function abandonRun(entry: JournalEntry, org: BatchOrg, options: ResumeOptions): Run {
    const { runId, by, plan } = entry;
    return startRun(plan, org, { ...options, runId, by, earlier: entry, stopped: true });
}
