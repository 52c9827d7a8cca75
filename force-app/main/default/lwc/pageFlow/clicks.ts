import { answered, NO_ANSWERS, planUndo, type KindOf, type Plan } from 'c/movePlan';
import { checkOne, runOne, type OneOrg, type OneRun, type RunOneOptions, type RunReport } from 'c/moveRun';
import type { User } from 'c/orgPort';
import { centerAfter, type Click } from 'c/pageState';

/** What a click is run with. */
export interface ClickOptions extends Omit<RunOneOptions, 'runId'> {
    newRunId(): string;
    /** Does something for a run unless another tab is working on that run. */
    whileUnlocked(runId: string, act: () => Promise<void>): Promise<unknown>;
}

/** Runs the plan of a row. @param user as the row shows them */
export async function clickRow(user: User, plan: Plan, org: OneOrg, options: ClickOptions): Promise<Click> {
    return { user, plan, run: await runLocked(plan, user.lastModified, org, options) };
}

/** Moves the user of a click back to where they were, unless someone has moved them since. */
export async function undoClick(
    { user, run }: Click,
    report: RunReport,
    kindOf: KindOf,
    org: OneOrg,
    options: ClickOptions
): Promise<Click> {
    const now = { ...user, callCenterId: centerAfter(run.settled) ?? null };
    // The run reads the user before it writes, so the plan can start from what the page knows.
    const undo = planUndo(report, [{ ...now, userId: user.id, lastModified: '', lastModifiedBy: null }], kindOf);
    // A click is made only between call centers of known types. They count even if their source is silent by now.
    const notVoice = [run.settled.from, run.settled.to].filter((center) => center !== null);
    const plan = answered(undo, { ...NO_ANSWERS, notVoice }, kindOf);
    return { user: now, plan, run: await runLocked(plan, null, org, options) };
}

/** Reads the user of a click again whose result isn't known. @throws OrgFault */
export async function checkClick(click: Click, open: RunReport, org: OneOrg, options: ClickOptions): Promise<Click> {
    let { run } = click;
    await options.whileUnlocked(open.runId, async () => {
        run = await checkOne(open, org, options);
    });
    return { ...click, run };
}

async function runLocked(plan: Plan, shownAt: string | null, org: OneOrg, options: ClickOptions): Promise<OneRun> {
    const runId = options.newRunId();
    let run!: OneRun;
    await options.whileUnlocked(runId, async () => {
        run = await runOne(plan, shownAt, org, { ...options, runId });
    });
    return run;
}
