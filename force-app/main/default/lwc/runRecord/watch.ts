import type { Plan } from 'c/movePlan';
import { OrgFault, type HistoryRun, type Id, type RunRecordsOrg } from 'c/orgPort';
import { LONGEST_SILENCE } from './heartbeat.ts';
import { decodePlan } from './planText.ts';

/** A run that another page carries out now. */
export interface OtherRun {
    run: HistoryRun;
    /** Users who aren't done, as of the last progress. */
    left: number;
}

/** Users of a plan whom another run is about to move, too. */
export interface Overlap extends OtherRun {
    users: number;
}

/** Whether another page is carrying out a run. The org's clock decides; without it, the browser's does. */
export function isActive({ live }: HistoryRun, now: number): boolean {
    if (live === null) return false;
    const silentFor = live.silentFor ?? now - Date.parse(live.lastModified);
    return !(silentFor > LONGEST_SILENCE);
}

/** Knows which runs other pages carry out, and their users. */
export class RunWatch {
    private org: RunRecordsOrg;
    private holder: string;
    private now: () => number;
    private users = new Map<string, ReadonlySet<Id>>();

    constructor(org: RunRecordsOrg, holder: string, now: () => number) {
        this.org = org;
        this.holder = holder;
        this.now = now;
    }

    /**
     * The runs in progress that this page doesn't carry out, and of these runs those that ended.
     * @throws OrgFault
     */
    async look(runIds: string[]): Promise<HistoryRun[]> {
        const runs = await this.org.runsInProgress(runIds);
        const others = runs.filter(({ live }) => live?.holder !== this.holder);
        await this.readUsers(others.filter((run) => isActive(run, this.now())));
        return others;
    }

    /** The runs of other pages that are about to move users of this plan. @throws OrgFault */
    async overlaps(plan: Plan): Promise<Overlap[]> {
        const moving = plan.users.flatMap(({ userId, verdict }) => (verdict === 'move' ? [userId] : []));
        const others = (await this.look([])).filter((run) => isActive(run, this.now()));
        return others.flatMap((run) => {
            const users = moving.filter((userId) => this.users.get(run.runId)?.has(userId)).length;
            return users ? [{ ...otherRun(run), users }] : [];
        });
    }

    /** Whether a run that another page carries out was about to move this user when the page last looked. */
    concerns(userId: Id): boolean {
        return [...this.users.values()].some((users) => users.has(userId));
    }

    /** One request for all runs that are new. A plan that can't be read concerns no one: fresh reads protect its users. */
    private async readUsers(active: HistoryRun[]): Promise<void> {
        const unknown = active.filter(({ runId }) => !this.users.has(runId)).map(({ runId }) => runId);
        this.users = new Map([...this.users].filter(([runId]) => active.some((run) => run.runId === runId)));
        if (!unknown.length) return;
        try {
            const parts = await this.org.planParts(unknown);
            for (const runId of unknown) {
                const own = parts.filter((part) => part.runId.toLowerCase() === runId.toLowerCase());
                const decoded = decodePlan(runId, own);
                const users = 'plan' in decoded ? decoded.plan.users : [];
                const moving = users.flatMap(({ userId, verdict }) => (verdict === 'move' ? [userId] : []));
                this.users.set(runId, new Set(moving));
            }
        } catch (thrown) {
            // The runs themselves are known. Their users are read the next time.
            if (!(thrown instanceof OrgFault)) throw thrown;
        }
    }
}

export function otherRun(run: HistoryRun): OtherRun {
    const done = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
    return { run, left: Math.max(0, (run.live?.users ?? 0) - done) };
}
