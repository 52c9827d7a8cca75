import { fileOf, type Plan } from 'c/movePlan';
import type { Journal } from './journalPort.ts';
import { checkAgain } from './checkAgain.ts';
import { moveOne, type MoveOneOptions, type OneOrg } from './moveOne.ts';
import type { RunReport, Settled } from './report.ts';
import { settledByPlan } from './settle.ts';

export interface RunOneOptions extends MoveOneOptions {
    runId: string;
    /** The name of the user who runs it. */
    by: string;
    journal: Journal;
    /** Milliseconds since the epoch. */
    now(): number;
}

/** What one click did. */
export interface OneRun {
    settled: Settled;
    /** Null when the result isn't known: the journal then holds a run that didn't end. */
    report: RunReport | null;
    /** The run that the journal holds, while its result isn't known. It can be checked again. */
    open: RunReport | null;
}

/**
 * Runs a plan of one user at once, journaled and reported like any other run.
 * @param plan the plan that the page showed, with one user to move
 * @param shownAt the user's `lastModified` as the page shows it; null reads it first
 */
export async function runOne(plan: Plan, shownAt: string | null, org: OneOrg, options: RunOneOptions): Promise<OneRun> {
    const { runId, by, journal, now } = options;
    const [planned] = plan.users;
    const startedAt = now();
    const { userId, from, to } = planned;
    journal.begin({ runId, plan, by, startedAt });
    journal.intend(runId, [{ userId, from, to, lastModified: shownAt ?? '' }]);
    const settled = settledByPlan(planned) ?? (await moveOne(planned, plan.field, shownAt, org, options));
    const { field, target, undoOf } = plan;
    const ended = { startedAt, endedAt: now(), by, settled: [settled], stoppedBecause: null, words: null };
    return keep({ runId, field, target, undoOf, ...fileOf(plan), ...ended }, options);
}

/** Reads the user of a run again whose result wasn't known. @throws OrgFault */
export async function checkOne(
    open: RunReport,
    org: Pick<OneOrg, 'memberships'>,
    options: Pick<RunOneOptions, 'journal' | 'now'>
): Promise<OneRun> {
    return keep({ ...(await checkAgain(open, org)), endedAt: options.now() }, options);
}

/** Ends the run in the journal, unless its result isn't known. */
function keep(report: RunReport, { journal }: Pick<RunOneOptions, 'journal'>): OneRun {
    const [settled] = report.settled;
    if (settled.outcome === 'uncertain') return { settled, report: null, open: report };
    journal.settle(report.runId, [settled]);
    journal.end(report.runId, report.endedAt);
    return { settled, report, open: null };
}
