/** What the org's records of runs tell, and runs that are recorded there. */
import type { JournalEntry } from 'c/moveJournal';
import type { Progress, Run, RunOptions } from 'c/moveRun';
import type { Heartbeat } from 'c/runRecord';
import type { FlowHost } from './flowHost.ts';

export type PanelRunOptions = Omit<RunOptions, 'runId' | 'by' | 'earlier' | 'stopped'>;

/** An interrupted run, as the journal of this browser noted it, or else as the org keeps it. */
export interface UnfinishedEntry {
    entry: JournalEntry;
    isNoted: boolean;
}

/** @returns null when nothing is kept of the run with which it could be continued @throws OrgFault */
export async function unfinishedEntry(
    { journal, keeper }: Pick<FlowHost, 'journal' | 'keeper'>,
    runId: string
): Promise<UnfinishedEntry | null> {
    const noted = journal.unfinished().find((entry) => entry.runId === runId);
    if (noted) return { entry: noted, isNoted: true };
    const recorded = await keeper.read(runId);
    return recorded && 'entry' in recorded ? { entry: recorded.entry, isNoted: false } : null;
}

/** @returns null when another page works on the run, or it ended */
export async function takeOver(
    { journal, keeper }: Pick<FlowHost, 'journal' | 'keeper'>,
    { entry, isNoted }: UnfinishedEntry
): Promise<{ entry: JournalEntry; heartbeat: Heartbeat | null } | null> {
    const { runId } = entry;
    // Another tab may have gone on in the meantime.
    const latest = isNoted ? journal.unfinished().find((one) => one.runId === runId) : entry;
    const { taken, heartbeat } = await keeper.take(runId);
    if (taken === 'ended') journal.forget(runId);
    const isFree = taken === 'taken' || (taken === 'unrecorded' && isNoted);
    return latest && isFree ? { entry: latest, heartbeat } : null;
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
