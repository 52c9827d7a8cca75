import type { RunStart } from 'c/moveRun';
import { OrgFault, type HistoryRun, type Id, type Org, type RunRecordsOrg } from 'c/orgPort';
import { Heartbeat, type HeartbeatOptions } from './heartbeat.ts';
import { encodePlan, type PlanFlaw } from './planText.ts';
import { readRecorded, type RecordedRun } from './recorded.ts';
import { isActive, RunWatch } from './watch.ts';

export interface KeeperOptions extends Omit<HeartbeatOptions, 'org'> {
    org: RunRecordsOrg & Pick<Org, 'memberships'>;
    /** The key of this page: 36 characters, another one each time the page opens. */
    holder: string;
    /** Where this page runs, such as `setup`. */
    host: string;
    /** The user who works with the page. */
    userId: Id;
    centerName(callCenterId: Id): string | null;
}

/**
 * What became of taking over a run. `unrecorded`: the org doesn't have it, or can't be asked. `elsewhere`: another page
 * carries it out. `ended`: its results are in the history.
 */
export type Taken = 'taken' | 'unrecorded' | 'elsewhere' | 'ended';

/** Where a run is kept in the org, for whoever saves its results. */
export interface Kept {
    recordId: Id;
    lastModified: string;
    /** No one saved any of its results before. */
    isNew: boolean;
}

/** Keeps the runs of this page in the org while they are in progress, and takes over runs of pages that are gone. */
export class RunKeeper {
    readonly watch: RunWatch;
    private options: KeeperOptions;
    private beats = new Map<string, { heartbeat: Heartbeat; isNew: boolean }>();

    constructor(options: KeeperOptions) {
        this.options = options;
        this.watch = new RunWatch(options.org, options.holder, options.now);
    }

    /** Creates the record of a run, with one request. @returns its heartbeat; null when the org doesn't keep the run */
    async begin({ runId, plan, startedAt }: RunStart): Promise<Heartbeat | null> {
        const { org, host, holder, centerName } = this.options;
        const parts = encodePlan(runId, plan);
        if (parts === null) return null;
        const { target } = plan;
        try {
            const written = await org.startRun({
                runId,
                startedAt: new Date(startedAt).toISOString(),
                target,
                targetName: target === null ? null : centerName(target),
                users: plan.users.length,
                host,
                holder,
                parts
            });
            return this.beat(runId, written, true);
        } catch (thrown) {
            // The run goes on, and the page says who can resume it.
            if (thrown instanceof OrgFault) return null;
            throw thrown;
        }
    }

    /** Takes over a run, unless another page carries it out or was quicker. Never throws an OrgFault. */
    async take(runId: string): Promise<{ taken: Taken; heartbeat: Heartbeat | null }> {
        const { org, host, holder } = this.options;
        const not = (taken: Taken) => ({ taken, heartbeat: null });
        try {
            const [run] = await org.runsNamed([runId]);
            if (run === undefined) return not('unrecorded');
            if (run.live === null) return not('ended');
            if (this.isHeldByOthers(run)) return not('elsewhere');
            const { recordId, live } = run;
            const lastModified = await org.changeRun(recordId, { to: 'hold', host, holder }, live.lastModified);
            if (lastModified === null) return not('elsewhere');
            return { taken: 'taken', heartbeat: this.beat(runId, { recordId, lastModified }, false) };
        } catch (thrown) {
            if (thrown instanceof OrgFault) return not('unrecorded');
            throw thrown;
        }
    }

    /** @throws OrgFault */
    async read(runId: string): Promise<RecordedRun | { flaw: PlanFlaw } | null> {
        const [run] = await this.options.org.runsNamed([runId]);
        return run === undefined || run.live === null ? null : readRecorded(run, this.options.org);
    }

    /**
     * Ends the record of a run whose plan can't be read, with the results that it has.
     * @returns false when someone was quicker @throws OrgFault
     */
    async close(runId: string): Promise<boolean> {
        const { org, now } = this.options;
        const [run] = await org.runsNamed([runId]);
        if (run === undefined || run.live === null || this.isHeldByOthers(run)) return false;
        const { recordId, live, startedAt, target, targetName, counts } = run;
        const ended = { runId, startedAt, endedAt: new Date(now()).toISOString(), target, targetName, counts };
        const change = { to: 'end' as const, run: { ...ended, undoneRecord: null } };
        return (await org.changeRun(recordId, change, live.lastModified)) !== null;
    }

    /**
     * Where a run of this page is kept; null when it isn't. Waits for a write that is on its way. It is new only once: the
     * second time, some results may have been saved.
     */
    async kept(runId: string): Promise<Kept | null> {
        const beat = this.beats.get(runId);
        if (beat === undefined) return null;
        const lastModified = await beat.heartbeat.finished();
        const { isNew } = beat;
        beat.isNew = false;
        return { recordId: beat.heartbeat.recordId, lastModified, isNew };
    }

    /** Whether someone else carries out this run now. */
    isHeldByOthers(run: HistoryRun): boolean {
        const { holder, userId, now } = this.options;
        const { live } = run;
        return live !== null && live.holder !== holder && live.heldBy.id !== userId && isActive(run, now());
    }

    private beat(runId: string, written: { recordId: Id; lastModified: string }, isNew: boolean): Heartbeat {
        const heartbeat = new Heartbeat({ runId, holder: this.options.holder }, written, this.options);
        this.beats.set(runId, { heartbeat, isNew });
        return heartbeat;
    }
}
