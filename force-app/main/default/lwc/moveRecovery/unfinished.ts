/** Unfinished runs, from the journal of this browser and from the records in the org. */
import { lockRun, type JournalEntry, type MoveJournal } from 'c/moveJournal';
import { countOutcomes } from 'c/moveRun';
import { OrgFault, type HistoryRun, type Org, type RunRecordsOrg } from 'c/orgPort';
import { isActive, readRecorded, type PlanFlaw, type RunKeeper } from 'c/runRecord';

export interface Unfinished {
    runId: string;
    /** What the run does; null when its plan can't be read. */
    entry: JournalEntry | null;
    /** Why the plan in the org can't be used. */
    flaw: PlanFlaw | null;
    /** Users known to be moved. Those whose write may have happened are counted by reading. */
    moved: number;
    /** Users whose result isn't known, because the org couldn't be read. */
    uncertain: number;
    /** The record in the org, unless the journal of this browser has the run. */
    run: HistoryRun | null;
}

interface Sources {
    org: Pick<Org, 'memberships'> & RunRecordsOrg;
    journal: MoveJournal;
    keeper: RunKeeper;
    /** Runs that the org keeps, and runs of the journal that ended there. */
    runs: readonly HistoryRun[];
    locks: Parameters<typeof lockRun>[0];
    now: number;
}

/**
 * What the journal knows comes first, because it knows more. The two can't contradict each other: a run that ended in the
 * org is removed from the journal, and everything else is settled by reading users. Apart from that, nothing is written.
 */
export async function findUnfinished(sources: Sources): Promise<Unfinished[]> {
    const { org, journal, keeper, runs, locks, now } = sources;
    const isFree = async (runId: string) => (await lockRun(locks, runId, async () => true)).held;
    const found: Unfinished[] = [];
    const entries = journal.unfinished();
    for (const entry of entries) {
        const { runId } = entry;
        const run = runs.find((one) => one.runId === runId);
        if (run?.live === null) journal.forget(runId);
        else if (!(run && keeper.isHeldByOthers(run)) && (await isFree(runId)))
            found.push({ runId, entry, flaw: null, run: null, ...(await movedByReading(entry, org)) });
    }
    for (const run of runs) {
        const isKnown = run.live === null || entries.some(({ runId }) => runId === run.runId);
        if (!isKnown && !isActive(run, now) && (await isFree(run.runId))) found.push(await recorded(run, org));
    }
    return found;
}

/** The runs that other pages carry out now. */
export function activeRuns(runs: readonly HistoryRun[], unfinished: Unfinished[], now: number): HistoryRun[] {
    return runs.filter((run) => isActive(run, now) && !unfinished.some(({ runId }) => runId === run.runId));
}

/** Counts the users who moved. Reads those whose write was in flight. Writes nothing, not even to the journal. */
async function movedByReading(
    { settled, inFlight }: JournalEntry,
    org: Pick<Org, 'memberships'>
): Promise<{ moved: number; uncertain: number }> {
    const { moved } = countOutcomes(settled);
    if (!inFlight.length) return { moved, uncertain: 0 };
    try {
        const now = await org.memberships(inFlight.map((intent) => intent.userId));
        const places = new Map(now.map((membership) => [membership.userId, membership.callCenterId]));
        return { moved: moved + inFlight.filter(({ userId, to }) => places.get(userId) === to).length, uncertain: 0 };
    } catch (thrown) {
        if (!(thrown instanceof OrgFault)) throw thrown;
        // The page shows these users as not confirmed. Every button reads them again.
        return { moved, uncertain: inFlight.length };
    }
}

async function recorded(run: HistoryRun, org: Sources['org']): Promise<Unfinished> {
    const { runId } = run;
    try {
        const read = await readRecorded(run, org);
        if ('flaw' in read) return { runId, entry: null, flaw: read.flaw, moved: 0, uncertain: 0, run };
        return { runId, entry: read.entry, flaw: null, moved: read.moved, uncertain: 0, run };
    } catch (thrown) {
        if (!(thrown instanceof OrgFault)) throw thrown;
        const moved = run.counts.moved ?? 0;
        return { runId, entry: null, flaw: null, moved, uncertain: (run.live?.users ?? 0) - moved, run };
    }
}
