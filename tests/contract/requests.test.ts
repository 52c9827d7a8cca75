import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { planMoves, planUndo, type Plan } from 'c/movePlan';
import { startRun, type Journal, type RunReport } from 'c/moveRun';
import { saveReport } from 'c/runHistory';
import { RunKeeper } from 'c/runRecord';
import { EVERYONE } from 'c/userSearch';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';

/** Requests for moving 1,000 users, and requests for keeping that run in the org: what others do, its record, its results. */
const MOST_MOVING = 12;
const MOST_KEEPING = 9;

const noJournal: Journal = { available: false, begin() {}, intend() {}, settle() {}, end() {} };

describe('Moving 1,000 users', () => {
    let local: LocalOrg;
    before(async () => {
        local = await startLocalOrg({ users: 2500 });
    });
    after(() => local.close());

    it('takes few requests, and few more to keep the run in the org, its undo as well', async (t) => {
        const org = graphqlOrg(httpTransport(local.url, local.tokenFor('admin')));
        const found = await org.users({ ...EVERYONE, isActive: true }, null, { first: 2000, fresh: true });
        const users = found.users.filter(({ userType }) => userType === 'Standard').slice(0, 1000);
        const to = found.users.find(({ callCenterId }) => callCenterId)!.callCenterId;
        const movers = users.map((user) => ({ ...user, callCenterId: null }));
        for (let start = 0; start < users.length; start += 200)
            await org.write(users.slice(start, start + 200).map(({ id }) => ({ userId: id, to: null })));

        const report = await counted(planMoves(movers, to, () => 'open-cti'));
        const now = await org.memberships(users.map(({ id }) => id));
        await counted(planUndo(report, now, () => 'open-cti'));

        async function counted(plan: Plan): Promise<RunReport> {
            const counts = { moving: 0, keeping: 0 };
            const count = async <Result>(what: keyof typeof counts, act: () => Promise<Result>): Promise<Result> => {
                const earlier = local.requests.count;
                const result = await act();
                counts[what] += local.requests.count - earlier;
                return result;
            };
            const keeper = new RunKeeper({
                org,
                holder: crypto.randomUUID(),
                host: 'tab',
                userId: local.personas.admin.userId,
                now: Date.now,
                repeat: () => () => {},
                centerName: () => null
            });
            const runId = crypto.randomUUID();
            const start = { runId, plan, by: 'Ada Byron', startedAt: Date.now() };
            const heartbeat = await count('keeping', async () => {
                assert.deepEqual(await keeper.watch.overlaps(plan), []);
                return keeper.begin(start);
            });
            assert.ok(heartbeat);
            const run = startRun(plan, org, {
                runId,
                by: start.by,
                journal: noJournal,
                now: Date.now,
                wait: async () => {},
                random: Math.random,
                onProgress: (progress) => heartbeat.watch(progress)
            });
            const ended = await count('moving', async () => {
                const result = await run.ended;
                await heartbeat.finished();
                return result;
            });
            assert.equal(ended.settled.filter(({ outcome }) => outcome === 'moved').length, 1000);
            await count('keeping', () => saveReport(ended, org, () => null, keeper));
            const [saved] = await org.runsNamed([runId]);
            assert.equal(saved.live, null);
            assert.equal(saved.counts.moved, 1000);
            assert.ok(counts.moving <= MOST_MOVING, `${counts.moving} requests to move`);
            assert.ok(counts.keeping <= MOST_KEEPING, `${counts.keeping} requests to keep the run`);
            t.diagnostic(`${counts.moving} requests to move 1,000 users, ${counts.keeping} to keep the run`);
            return ended;
        }
    });
});
