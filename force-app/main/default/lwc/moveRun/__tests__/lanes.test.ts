import { planMoves } from 'c/movePlan';
import { countOutcomes, startRun, type Journal, type Progress, type Run } from 'c/moveRun';
import { OrgFault, toId18, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { MemoryOrg } from '#tests/support/memoryOrg.ts';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';
const CENTERS = [OLD, NEW].map((id) => ({ id, name: id, kind: 'open-cti' as const }));
const id = (number: number) => toId18(`005${String(number).padStart(12, '0')}`) as string;
const numberOf = (userId: string) => Number(userId.slice(3, 15));
const BUSY = new OrgFault('busy', 'Server unavailable', { sent: false });

/** A request that the test answers. */
interface Asked {
    what: 'read' | 'write';
    users: string[];
    answer(): Promise<void>;
    fail(fault: OrgFault): Promise<void>;
    lock(userId: string): Promise<void>;
}

/** Lets everything happen that follows from an answer. */
const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

/** A run whose requests wait until the test answers them. */
async function start(users: number, react: (progress: Progress) => void = () => {}) {
    const people = Array.from({ length: users }, (_, number) => ({
        id: id(number),
        name: `User ${number}`,
        callCenterId: OLD as string | null,
        isActive: true,
        userType: 'Standard'
    }));
    const org = new MemoryOrg(people, CENTERS);
    const asked: Asked[] = [];
    const waits: number[] = [];
    const journal: string[] = [];
    let clock = 0;
    const request = <Answer>(
        what: Asked['what'],
        userIds: string[],
        ask: () => Promise<Answer>,
        lock: (userId: string) => Promise<Answer>
    ) =>
        new Promise<Answer>((resolve, reject) => {
            const one: Asked = {
                what,
                users: userIds,
                answer: async () => end(() => ask().then(resolve)),
                fail: async (fault) => end(async () => reject(fault)),
                lock: async (userId) => end(() => lock(userId).then(resolve))
            };
            const end = async (act: () => Promise<void>) => {
                asked.splice(asked.indexOf(one), 1);
                clock += 150;
                await act();
                await settle();
            };
            asked.push(one);
        });
    const door = {
        memberships: (userIds: string[]): Promise<Membership[]> =>
            request(
                'read',
                userIds,
                () => org.memberships(userIds),
                () => org.memberships(userIds)
            ),
        write: (writes: MembershipWrite[]): Promise<WriteAnswer[]> =>
            request(
                'write',
                writes.map(({ userId }) => userId),
                () => org.write(writes),
                async (locked) => {
                    const others = await org.write(writes.filter(({ userId }) => userId !== locked));
                    const refused = { written: false as const, words: 'locked', code: 'UNABLE_TO_LOCK_ROW' };
                    return writes.map(
                        ({ userId }) =>
                            others.find((answer) => answer.userId === userId) ?? { userId: locked, ...refused }
                    );
                }
            )
    };
    const note = (what: string) => (_runId: string, batch: { userId: string }[]) =>
        void journal.push(`${what} ${numberOf(batch[0].userId)}`);
    const kept: Journal = { available: true, begin() {}, intend: note('intend'), settle: note('settle'), end() {} };
    const states: Progress[] = [];
    const run: Run = startRun(
        planMoves(people, NEW, () => 'open-cti'),
        door,
        {
            runId: 'run-1',
            by: 'Ada',
            journal: kept,
            now: () => clock,
            wait: async (ms) => void waits.push(ms),
            random: () => 0,
            onProgress(progress) {
                states.push(progress);
                react(progress);
            }
        }
    );
    await settle();
    /** What is in flight, such as `write 50+200`: 200 users from number 50. */
    const inFlight = () => asked.map(({ what, users: some }) => `${what} ${numberOf(some[0])}+${some.length}`);
    /** Answers whatever is in flight, oldest first, until the run has ended. */
    const finish = async () => {
        while (asked.length > 0) await asked[0].answer();
        return run.ended;
    };
    /** Answers the first batch, so that three are in flight, and each of them writes. */
    const openLanes = async () => {
        await asked[0].answer();
        await asked[0].answer();
        for (const read of [...asked]) await read.answer();
    };
    return { org, run, asked, waits, states, journal, inFlight, finish, openLanes };
}

describe('A run in lanes', () => {
    it('runs the first batch alone, and then three at once', async () => {
        const { asked, inFlight, finish } = await start(1_000);
        expect(inFlight()).toEqual(['read 0+50']);
        await asked[0].answer();
        expect(inFlight()).toEqual(['write 0+50']);
        await asked[0].answer();
        expect(inFlight()).toEqual(['read 50+200', 'read 250+200', 'read 450+200']);
        expect(countOutcomes((await finish()).settled).moved).toBe(1_000);
    });

    it('writes each batch right after its own read, and takes the next when its own is done', async () => {
        const { asked, inFlight, finish, journal } = await start(1_000);
        await asked[0].answer();
        await asked[0].answer();
        await asked[1].answer();
        expect(inFlight()).toEqual(['read 50+200', 'read 450+200', 'write 250+200']);
        expect(journal.at(-1)).toBe('intend 250');
        await asked[2].answer();
        expect(journal.at(-1)).toBe('settle 250');
        expect(inFlight()).toEqual(['read 50+200', 'read 450+200', 'read 650+200']);
        await finish();
    });

    it.each([
        { what: 'a server that is busy', fault: BUSY, waits: [2_000] },
        { what: 'a rejected document', fault: new OrgFault('invalid', 'Too many operations'), waits: [] }
    ])('goes back to one lane on $what, once the batches in flight are done', async ({ fault, waits: expected }) => {
        const { asked, inFlight, openLanes, finish, waits } = await start(1_600);
        await openLanes();
        await asked[1].fail(fault);
        expect(inFlight()).toEqual(['write 50+200', 'write 450+200']);
        await asked[0].answer();
        expect(inFlight()).toEqual(['write 450+200']);
        expect(waits).toEqual([]);
        await asked[0].answer();
        expect(waits).toEqual(expected);
        // Three clean batches, one after the other, and then three at once.
        for (const batch of ['250+100', expected.length === 0 ? '350+100' : '350+200']) {
            expect(inFlight()).toEqual([`read ${batch}`]);
            await asked[0].answer();
            await asked[0].answer();
        }
        expect(inFlight()).toHaveLength(1);
        await asked[0].answer();
        await asked[0].answer();
        expect(inFlight()).toHaveLength(3);
        expect(countOutcomes((await finish()).settled).moved).toBe(1_600);
    });

    it('goes back to one lane on a locked row', async () => {
        const { asked, inFlight, openLanes, finish, waits } = await start(1_600);
        await openLanes();
        await asked[2].lock(id(500));
        expect(inFlight()).toEqual(['write 50+200', 'write 250+200']);
        await asked[0].answer();
        await asked[0].answer();
        expect(inFlight()).toEqual(['read 650+200']);
        expect(countOutcomes((await finish()).settled).moved).toBe(1_600);
        // The locked user came last, with others who were left, so no one had to wait.
        expect(waits).toEqual([]);
    });

    it('counts an outage that all lanes meet as one fault, and asks once more after one pause', async () => {
        const { asked, openLanes, inFlight, run, waits } = await start(1_000);
        await openLanes();
        for (const write of [...asked]) await write.fail(BUSY);
        expect(waits).toEqual([2_000]);
        expect(inFlight()).toEqual(['read 50+100']);
        for (let faults = 1; faults < 5; faults += 1) await asked[0].fail(BUSY);
        expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
        expect(await run.ended).toMatchObject({ stoppedBecause: 'faults' });
    });

    it('stops at a limit after the batches in flight, and says who was moved', async () => {
        const { asked, openLanes, run } = await start(1_000);
        await openLanes();
        await asked[0].fail(new OrgFault('limit', 'TotalRequests Limit exceeded.', { sent: false }));
        await asked[0].answer();
        await asked[0].answer();
        const report = await run.ended;
        expect(report.stoppedBecause).toBe('limit');
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 450, 'not attempted': 550 });
    });

    it('pauses when all batches in flight are done, and continues when resumed', async () => {
        const { asked, openLanes, run, states, inFlight, finish } = await start(1_000);
        await openLanes();
        run.pause();
        await asked[0].answer();
        await asked[0].answer();
        expect(states.at(-1)).toMatchObject({ state: 'pausing', toGo: 550 });
        await asked[0].answer();
        expect(inFlight()).toEqual([]);
        expect(states.at(-1)).toMatchObject({ state: 'paused', toGo: 350 });
        run.resume();
        await settle();
        expect(inFlight()).toHaveLength(2);
        expect(countOutcomes((await finish()).settled).moved).toBe(1_000);
    });

    it('settles every write in flight by reading when it is stopped without answers', async () => {
        const { asked, openLanes, run, inFlight, org } = await start(1_000);
        await openLanes();
        run.stop();
        const [first, second, third] = [...asked];
        await org.write(first.users.map((userId) => ({ userId, to: NEW })));
        for (const write of [first, second]) await write.fail(new OrgFault('offline', ''));
        expect(inFlight()).toEqual(['write 450+200']);
        await third.answer();
        while (asked.length > 0) await asked[0].answer();
        expect(countOutcomes((await run.ended).settled)).toMatchObject({
            moved: 450,
            uncertain: 200,
            'not attempted': 350
        });
    });

    it('estimates the remaining time from the pace of all lanes together', async () => {
        const { asked, openLanes, states } = await start(1_000);
        await openLanes();
        for (const write of [...asked]) await write.answer();
        // Eight answers, 150 ms each, for 650 users; 350 are left.
        expect(states.at(-1)?.etaMs).toBe(Math.round(((8 * 150) / 650) * 350));
    });
});
