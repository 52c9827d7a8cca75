/** What the org's records of runs tell, and runs that are recorded there. */
import type { JournalEntry } from 'c/moveJournal';
import type { Plan } from 'c/movePlan';
import type { Progress, Run, RunOptions } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import type { Heartbeat, Overlap, RunKeeper } from 'c/runRecord';
import type { FlowHost } from './flowHost.ts';

export type PanelRunOptions = Omit<RunOptions, 'runId' | 'by' | 'earlier' | 'stopped'>;

/** What the org keeps of an interrupted run; null when that can't be continued. @throws OrgFault */
export async function recordedEntry(keeper: RunKeeper, runId: string): Promise<JournalEntry | null> {
    const recorded = await keeper.read(runId);
    return recorded && 'entry' in recorded ? recorded.entry : null;
}

/** The runs of others that are about to move users of a plan. */
export async function overlapsOf(keeper: RunKeeper, plan: Plan): Promise<Overlap[]> {
    try {
        return await keeper.watch.overlaps(plan);
    } catch (thrown) {
        // A move doesn't wait for what others do. Fresh reads protect their changes.
        if (thrown instanceof OrgFault) return [];
        throw thrown;
    }
}

/** Starts a run whose progress goes to its record in the org, if it has one. */
export function startKept(
    host: FlowHost,
    heartbeat: Heartbeat | null,
    start: (options: PanelRunOptions) => Run,
    onProgress: (progress: Progress) => void
): Run {
    const { journal, clock } = host;
    const run = start({
        journal,
        ...clock,
        onProgress: (progress) => {
            heartbeat?.watch(progress);
            onProgress(progress);
        },
        onSettled: (settled) => host.settled(settled)
    });
    heartbeat?.whenTaken(() => run.handOver());
    return run;
}
