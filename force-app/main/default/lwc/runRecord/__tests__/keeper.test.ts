import { planMoves } from 'c/movePlan';
import { countOutcomes, type Progress } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { BEAT, LONGEST_SILENCE } from 'c/runRecord';
import { keeperOf } from '#tests/support/keeper.ts';
import { settled } from '#tests/support/mount.ts';
import { ADA, CY, DI, KINDS, ME, smallOrg, WORK } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const RUN = 'run-1';
const start = (org: WholeMemoryOrg) => {
    const plan = planMoves([ADA, CY, DI], WORK, (id) => KINDS.get(id) ?? null);
    void org;
    return { runId: RUN, plan, by: 'Mo Admin', startedAt: Date.UTC(2026, 10, 2, 8) };
};
const BO_LIND = { id: '005000000000777AAA', name: 'Bo Lind' };

function world() {
    const org = new WholeMemoryOrg(smallOrg());
    let now = 0;
    let beat = () => {};
    const keeper = keeperOf(org, {
        now: () => now,
        repeat: (_, act) => {
            beat = act;
            return () => (beat = () => {});
        }
    });
    const pass = async (ms: number) => {
        now += ms;
        org.history.pass(ms);
        beat();
        await settled();
    };
    const writes = () => org.history.requests.writes;
    return { org, keeper, pass, writes };
}

const progress = (toGo: number, state: Progress['state'] = 'running'): Progress => ({
    runId: RUN,
    state,
    total: 500,
    counts: { ...countOutcomes([]), moved: 500 - toGo },
    toGo,
    unconfirmed: 0,
    pausedBecause: null,
    words: null,
    startedAt: 0,
    etaMs: null
});

describe('The record of a run', () => {
    it('is written with its plan in one request, before anything moves', async () => {
        const { org, keeper, writes } = world();
        expect(await keeper.begin(start(org))).not.toBeNull();
        expect(writes()).toBe(1);
        expect(org.history.runs[0]).toMatchObject({
            runId: RUN,
            target: WORK,
            live: { users: 3, holder: 'this page' }
        });
        expect(await keeper.read(RUN)).toMatchObject({ entry: { plan: { users: [{ name: 'Ada Byron' }, {}, {}] } } });
    });

    it('isn’t there when the org refuses it, and the run goes on', async () => {
        const { org, keeper } = world();
        org.history.faults = [new OrgFault('forbidden', 'No')];
        expect(await keeper.begin(start(org))).toBeNull();
        expect(await keeper.kept(RUN)).toBeNull();
    });

    it('gets the progress once every ten batches', async () => {
        const { org, keeper, writes } = world();
        const heartbeat = (await keeper.begin(start(org)))!;
        for (let batch = 1; batch <= 25; batch += 1) {
            heartbeat.watch(progress(500 - batch));
            await settled();
        }
        expect(writes()).toBe(1 + 2);
        expect(org.history.runs[0].counts.moved).toBe(20);
    });

    it('is touched once a minute while the run is slow or paused, and not after it ended', async () => {
        const { org, keeper, pass, writes } = world();
        const heartbeat = (await keeper.begin(start(org)))!;
        heartbeat.watch(progress(500, 'paused'));
        await pass(BEAT - 1);
        expect(writes()).toBe(1);
        await pass(1);
        await pass(BEAT);
        expect(writes()).toBe(3);
        heartbeat.watch(progress(0, 'ended'));
        await pass(BEAT);
        expect(writes()).toBe(3);
    });

    it('stays with this page when the answer to a write was lost', async () => {
        const { org, keeper, pass } = world();
        const heartbeat = (await keeper.begin(start(org)))!;
        const taken = jest.fn();
        heartbeat.whenTaken(taken);
        org.history.faults = [{ lost: new OrgFault('offline', '') }];
        await pass(BEAT);
        heartbeat.watch(progress(100));
        await pass(BEAT);
        expect(taken).not.toHaveBeenCalled();
        expect(org.history.runs[0].counts.moved).toBe(400);
    });

    it('can be taken over by someone else once it is silent, and then stops the run here', async () => {
        const { org, keeper, pass } = world();
        const heartbeat = (await keeper.begin(start(org)))!;
        const taken = jest.fn();
        heartbeat.whenTaken(taken);
        const bo = keeperOf(org, { holder: 'another page', userId: BO_LIND.id, now: () => 0 });
        org.history.user = BO_LIND;
        expect((await bo.take(RUN)).taken).toBe('elsewhere');
        org.history.pass(LONGEST_SILENCE + 1);
        expect((await bo.take(RUN)).taken).toBe('taken');
        expect(org.history.runs[0].live).toMatchObject({ holder: 'another page', heldBy: BO_LIND });
        await pass(BEAT);
        expect(taken).toHaveBeenCalledTimes(1);
        expect((await keeper.take(RUN)).taken).toBe('elsewhere');
    });

    it('goes to one of two pages that take it over at once', async () => {
        const { org, keeper } = world();
        await keeper.begin(start(org));
        org.history.pass(LONGEST_SILENCE + 1);
        const takers = ['one', 'two'].map((holder) => keeperOf(org, { holder, userId: holder }));
        const taken = await Promise.all(takers.map((taker) => taker.take(RUN)));
        expect(taken.map((one) => one.taken).sort()).toEqual(['elsewhere', 'taken']);
    });

    it('is unknown to the org, or ended, when it says so', async () => {
        const { org, keeper } = world();
        expect((await keeper.take(RUN)).taken).toBe('unrecorded');
        await keeper.begin(start(org));
        org.history.faults = [new OrgFault('offline', '')];
        expect((await keeper.take(RUN)).taken).toBe('unrecorded');
        expect(await keeper.close(RUN)).toBe(true);
        expect((await keeper.take(RUN)).taken).toBe('ended');
        expect(await keeper.close(RUN)).toBe(false);
        expect(await keeper.read(RUN)).toBeNull();
    });

    it.each([
        ['another target', { target: null }],
        ['another number of users', { users: 4 }]
    ])('with %s than its plan is damaged', async (_, change) => {
        const { org, keeper } = world();
        const record = org.history.startRun.bind(org.history);
        jest.spyOn(org.history, 'startRun').mockImplementation((run) => record({ ...run, ...change }));
        await keeper.begin(start(org));
        expect(await keeper.read(RUN)).toEqual({ flaw: 'damaged' });
    });
});

describe('The runs of others', () => {
    it('concern the users whom they are about to move, until they end', async () => {
        const { org, keeper } = world();
        const bo = keeperOf(org, { holder: 'another page', userId: BO_LIND.id });
        org.history.user = BO_LIND;
        await bo.begin(start(org));
        expect(keeper.watch.concerns(ADA.id)).toBe(false);
        const { plan } = start(org);
        const [overlap] = await keeper.watch.overlaps(plan);
        expect(overlap).toMatchObject({ users: 3, left: 3, run: { live: { heldBy: BO_LIND } } });
        expect(await bo.watch.overlaps(plan)).toEqual([]);
        expect(keeper.watch.concerns(ADA.id)).toBe(true);
        expect(keeper.watch.concerns(ME.id)).toBe(false);
        const reads = org.history.requests.reads;
        await keeper.watch.overlaps(plan);
        expect(org.history.requests.reads).toBe(reads + 1);
        org.history.pass(LONGEST_SILENCE + 1);
        expect(await keeper.watch.overlaps(plan)).toEqual([]);
        expect(keeper.watch.concerns(ADA.id)).toBe(false);
    });

    it('are known without their users when those can’t be read', async () => {
        const { org, keeper } = world();
        await keeperOf(org, { holder: 'another page' }).begin(start(org));
        org.history.faults = [null, new OrgFault('busy', '')];
        expect(await keeper.watch.look([])).toHaveLength(1);
        expect(keeper.watch.concerns(ADA.id)).toBe(false);
    });
});
