import { lockRun } from 'c/moveJournal';
import type { Journal, Progress, Run, RunOptions, RunReport } from 'c/moveRun';

/** What every run of the page needs. */
export function runOptions(journal: Journal, onProgress: (progress: Progress) => void) {
    return { journal, now: Date.now, wait, random: Math.random, onProgress } satisfies Partial<RunOptions>;
}

/**
 * Runs while no other tab has the same run, and asks before the page is left.
 * @param start null: there is nothing to run any more
 * @returns null when nothing was run
 */
export async function runAlone(runId: string, start: () => Run | null): Promise<RunReport | null> {
    const ran = await lockRun(navigator.locks, runId, async () => {
        const run = start();
        if (!run) return null;
        window.addEventListener('beforeunload', warn);
        try {
            return await run.ended;
        } finally {
            window.removeEventListener('beforeunload', warn);
        }
    });
    return ran.held ? ran.value : null;
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
