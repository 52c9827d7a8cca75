import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planMoves, planUndo } from 'c/movePlan';
import { startRun, type Journal, type Progress, type Run, type RunReport } from 'c/moveRun';
import { OrgFault, type MembershipWrite } from 'c/orgPort';
import { MemoryOrg, type MovingOrg } from '../support/memoryOrg.ts';
import type { Mutation } from './drive.ts';
import { CENTERS, kindOf, place, userId } from './scenario.ts';

/** Writes whose answers are lost and that commit later, while the admin stops the run or not. */
export interface LateScenario {
    users: number;
    /** One per write. `after`: how many more requests pass before it commits; null: only once the run has ended. */
    late: ({ after: number | null; kind: 'offline' | 'expired' | 'limit' } | null)[];
    /** The admin stops the run at this progress report; null: never. */
    stopAt: number | null;
}

const late = fc.record({
    after: fc.oneof(fc.nat(6), fc.constant(null)),
    kind: fc.oneof(
        { weight: 6, arbitrary: fc.constant('offline' as const) },
        { weight: 1, arbitrary: fc.constantFrom('expired' as const, 'limit' as const) }
    )
});

export const lateScenario: fc.Arbitrary<LateScenario> = fc.record({
    users: fc.integer({ min: 1, max: 130 }),
    late: fc.array(fc.oneof(late, fc.constant(null)), { minLength: 1, maxLength: 8 }),
    stopAt: fc.oneof(fc.nat(20), fc.constant(null))
});

const NO_JOURNAL: Journal = { available: true, begin: () => {}, intend: () => {}, settle: () => {}, end: () => {} };
const MAX_REQUESTS = 2_000;

class LateOrg {
    readonly org: MemoryOrg;
    private scenario: LateScenario;
    private requests = 0;
    private writes = 0;
    private pending: { writes: MembershipWrite[]; dueAt: number }[] = [];

    constructor(org: MemoryOrg, scenario: LateScenario) {
        this.org = org;
        this.scenario = scenario;
    }

    get door(): MovingOrg {
        return {
            memberships: async (userIds) => {
                await this.next();
                return this.org.memberships(userIds);
            },
            write: async (writes) => {
                await this.next();
                const turn = this.scenario.late[this.writes];
                this.writes += 1;
                if (!turn) return this.org.write(writes);
                this.pending.push({ writes, dueAt: turn.after === null ? Infinity : this.requests + turn.after });
                throw new OrgFault(turn.kind, 'No answer');
            },
            writeOne: () => Promise.reject(new Error('A run writes in batches.'))
        };
    }

    async commit(until = Infinity): Promise<void> {
        const due = this.pending.filter(({ dueAt }) => dueAt <= until);
        this.pending = this.pending.filter(({ dueAt }) => dueAt > until);
        for (const { writes } of due) await this.org.write(writes);
    }

    private async next(): Promise<void> {
        this.requests += 1;
        assert.ok(this.requests < MAX_REQUESTS, 'the run ends');
        await this.commit(this.requests);
    }
}

async function drive(scenario: LateScenario, mutation: Mutation): Promise<{ org: MemoryOrg; report: RunReport }> {
    const people = Array.from({ length: scenario.users }, (_, number) => ({
        id: userId(number),
        name: `User ${number}`,
        callCenterId: place(1),
        isActive: true,
        userType: 'Standard'
    }));
    const world = new LateOrg(new MemoryOrg(people, CENTERS), scenario);
    const plan = planMoves(people, place(2), kindOf);
    let told = 0;
    const onProgress = ({ state }: Progress): void => {
        told += 1;
        if (told === scenario.stopAt) queueMicrotask(() => run.stop());
        else if (state === 'paused') queueMicrotask(() => run.resume());
    };
    const door = mutation.org?.(world.door, plan) ?? world.door;
    const clock = { now: () => 0, wait: async () => {}, random: () => 0.5 };
    const run: Run = startRun(plan, door, { ...clock, runId: 'run-1', by: 'Admin', journal: NO_JOURNAL, onProgress });
    const report = await run.ended;
    await world.commit();
    return { org: world.org, report };
}

/** No report denies a commit, however late it comes, and an undo takes back every one of them. */
export function lateCommitProperty(mutation: Mutation = {}) {
    return fc.asyncProperty(lateScenario, async (scenario) => {
        const { org, report } = await drive(scenario, mutation);
        const now = org.snapshot();
        assert.equal(report.settled.length, scenario.users, 'everyone is in the report');
        for (const { userId: id, outcome, from, to } of report.settled) {
            const isThere = now.get(id) === to;
            if (outcome === 'moved') assert.ok(isThere, `${id} is moved, but isn’t there`);
            else if (outcome !== 'uncertain') assert.equal(now.get(id), from, `${id} is ${outcome}, but was moved`);
        }
        const plan = planUndo(report, await org.memberships([...now.keys()]), kindOf);
        const back = new Set(plan.users.filter(({ verdict }) => verdict === 'move').map((user) => user.userId));
        for (const [id, center] of now) assert.equal(back.has(id), center === place(2), `${id} goes back if moved`);
    });
}
