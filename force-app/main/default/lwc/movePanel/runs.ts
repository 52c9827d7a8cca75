import { abandonRun, lockRun, resumeRun, type JournalEntry, type MoveJournal } from 'c/moveJournal';
import type { Recovery } from 'c/moveRecovery';
import type { BatchOrg, Journal, Progress, Run, RunOptions, RunReport } from 'c/moveRun';

/** What every run of the page needs. */
export function runOptions(journal: Journal, onProgress: (progress: Progress) => void) {
    return { journal, now: Date.now, wait, random: Math.random, onProgress } satisfies Partial<RunOptions>;
}

/** A run that did not end; undefined when it has ended. */
export function entryOf(journal: MoveJournal, runId: string): JournalEntry | undefined {
    return journal.unfinished().find((entry) => entry.runId === runId);
}

/** @returns null when another tab ended the run before this one could go on with it */
export function goOn(
    runId: string,
    recovery: Recovery,
    org: BatchOrg,
    journal: MoveJournal,
    onProgress: (progress: Progress) => void
): Run | null {
    const entry = entryOf(journal, runId);
    const begin = recovery === 'continue' ? resumeRun : abandonRun;
    return entry ? begin(entry, org, runOptions(journal, onProgress)) : null;
}

/** All runs of a browser share it: two tabs that move the same users at once would both be told that they moved them. */
const ANY_RUN = 'any run';

/**
 * Runs while no other tab runs anything, and asks before the page is left.
 * @param start null: there is nothing to run any more
 * @returns null when nothing was run
 */
export async function runAlone(runId: string, start: () => Run | null): Promise<RunReport | null> {
    const ran = await lockRun(navigator.locks, ANY_RUN, () =>
        // Its own lock too: the other tabs tell by it that this run did not just break off.
        lockRun(navigator.locks, runId, () => followed(start()))
    );
    return ran.held && ran.value.held ? ran.value.value : null;
}

async function followed(run: Run | null): Promise<RunReport | null> {
    if (!run) return null;
    window.addEventListener('beforeunload', warn);
    try {
        return await run.ended;
    } finally {
        window.removeEventListener('beforeunload', warn);
    }
}

/** A hidden tab's timers are late and a sleeping computer's later still: the run then goes on where it was. */
function wait(ms: number): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Asks before the page is left while a run is on. */
function warn(event: BeforeUnloadEvent) {
    event.preventDefault();
}
