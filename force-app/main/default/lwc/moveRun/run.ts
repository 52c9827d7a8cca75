import { isTemporary } from 'c/orgPort';
import { fileOf, type Plan } from 'c/movePlan';
import type { Earlier, Journal } from './journalPort.ts';
import { Ledger } from './ledger.ts';
import { Batches, type BatchOrg } from './batches.ts';
import { Controls } from './controls.ts';
import { Faults } from './faults.ts';
import { Lanes } from './lanes.ts';
import { Pace, pauseAfter } from './pace.ts';
import type { Progress, Run, RunReport, Settled } from './report.ts';
import { asFault, settled, settledByReading } from './settle.ts';

export interface RunOptions {
    runId: string;
    /** The name of the user who runs it. */
    by: string;
    journal: Journal;
    /** Milliseconds since the epoch. */
    now(): number;
    /** Resolves after so many milliseconds, or later when the computer slept. */
    wait(ms: number): Promise<void>;
    /** 0 to 1. */
    random(): number;
    onProgress(progress: Progress): void;
    /** Users were settled, batch by batch. Each user comes once. */
    onSettled?(settled: Settled[]): void;
    /** What the run had done when it was interrupted. It continues from there. */
    earlier?: Earlier;
    /** Only settles what was in flight, by reading. The rest is `not attempted`. */
    stopped?: boolean;
}

/** Users per read when writes in flight are settled (the port's limit is 2,000). */
const LOST_A_READ = 200;
/**
 * Pauses in milliseconds before users are read again whose lost write may still commit. A Salesforce transaction may run
 * for a while after its client is gone. What is as before after the last reading is reported as uncertain.
 */
const SETTLE_PAUSES = [1_000, 3_000, 9_000];
/** Failed reads in a row before a stopping run pauses as `unsettled`. */
const TRIES_TO_SETTLE = 3;

/**
 * Runs a plan in batches, up to three at once. Each batch reads its users fresh, sets aside those who changed, writes the
 * rest in one mutation, and settles every user from the answer or, without a readable answer, by reading again.
 * `ended` resolves with every user of the plan in exactly one outcome; it rejects only when `onProgress` or
 * `onSettled` throws.
 */
export function startRun(plan: Plan, org: BatchOrg, options: RunOptions): Run {
    const { runId, by, journal, earlier } = options;
    const startedAt = earlier?.startedAt ?? options.now();
    const ledger = new Ledger(plan, earlier ?? null);
    const controls = new Controls(options, () => options.onProgress(progress()));
    const settle = (outcomes: Settled[]) => {
        if (outcomes.length === 0) return;
        ledger.settle(outcomes);
        journal.settle(runId, outcomes);
        options.onSettled?.(outcomes);
    };
    const pace = new Pace();
    const faults = new Faults(pace, controls, options.random);
    const batches = new Batches(org, { runId, journal, ledger, pace, faults, settle });
    const lanes = new Lanes({ ledger, controls, pace, faults, batches }, options);

    function progress(): Progress {
        return {
            runId,
            state: controls.state,
            total: ledger.total,
            counts: ledger.counts(),
            toGo: ledger.toGo,
            unconfirmed: controls.state === 'stopping' ? ledger.lost().length : 0,
            pausedBecause: controls.state === 'paused' ? controls.pausedBecause : null,
            words: controls.words,
            ...(controls.state === 'waiting' && controls.fault && { fault: controls.fault }),
            startedAt,
            etaMs: lanes.msPerUser === null ? null : Math.round(lanes.msPerUser * ledger.toGo)
        };
    }

    async function go(): Promise<RunReport> {
        // The caller gets the run before the first progress arrives.
        await Promise.resolve();
        if (earlier === undefined) {
            journal.begin({ runId, plan, by, startedAt });
            const byPlan = ledger.settled();
            if (byPlan.length > 0) journal.settle(runId, byPlan);
        }
        if (options.stopped) controls.stop('user');
        controls.tell();
        do {
            await lanes.go();
        } while (!(await settleLost()));
        settle(ledger.next(ledger.toGo).map((one) => settled(one.user, 'not attempted')));
        const endedAt = options.now();
        journal.end(runId, endedAt);
        controls.end();
        return {
            runId,
            field: plan.field,
            target: plan.target,
            startedAt,
            endedAt,
            by,
            settled: ledger.settled(),
            stoppedBecause: controls.stoppedBecause,
            words: controls.stoppedBecause === null ? null : controls.words,
            undoOf: plan.undoOf,
            ...fileOf(plan)
        };
    }

    /**
     * Reads the results of the writes in flight when the run stops, again after growing pauses while some are as before.
     * Stopping once more skips a pause, but not the reading. @returns false when the run was resumed instead
     */
    async function settleLost(): Promise<boolean> {
        for (const pause of [...SETTLE_PAUSES, null]) {
            if (!(await readLost())) return false;
            const lost = ledger.lost();
            if (lost.length === 0) return true;
            if (pause === null) settle(lost.map((one) => settled(one.user, 'uncertain', { words: controls.words })));
            else await controls.waitOut(pause, controls.words);
        }
        return true;
    }

    /**
     * Reads every write in flight once. While the org can't be read, the run doesn't end: it pauses as `unsettled`.
     * @returns false when the run was resumed instead
     */
    async function readLost(): Promise<boolean> {
        let failures = 0;
        const lost = ledger.lost();
        for (let start = 0; start < lost.length;) {
            const some = lost.slice(start, start + LOST_A_READ);
            try {
                const now = await org.memberships(some.map((one) => one.user.userId));
                const memberships = new Map(now.map((membership) => [membership.userId, membership]));
                settle(some.flatMap((one) => settledByReading(one, memberships.get(one.user.userId)) ?? []));
                // Whoever is as before wasn't moved by the page that is gone: its requests are over.
                for (const one of some) one.since = null;
                failures = 0;
                start += LOST_A_READ;
            } catch (thrown) {
                const fault = asFault(thrown);
                failures += 1;
                if (fault.kind === 'hidden') {
                    // No later reading can tell either. An answer that rejected the write then stands.
                    settle(
                        lost.map((one) => settled(one.user, one.answer ? 'refused' : 'uncertain', one.answer ?? {}))
                    );
                    return true;
                }
                if (isTemporary(fault) && failures < TRIES_TO_SETTLE) {
                    await controls.waitOut(
                        pauseAfter(failures, fault.retryAfter, options.random()),
                        fault.words,
                        fault.kind
                    );
                } else {
                    failures = 0;
                    if (await controls.holdUnsettled(fault.words)) {
                        faults.forgive();
                        return false;
                    }
                }
            }
        }
        return true;
    }

    return {
        id: runId,
        pause: () => controls.pause(),
        resume: () => controls.resume(),
        stop: () => controls.stop('user'),
        handOver: () => controls.stop('taken over'),
        progress,
        ended: go()
    };
}
