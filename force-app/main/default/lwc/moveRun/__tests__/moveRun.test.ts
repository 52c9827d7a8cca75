import { planMoves, type Plan } from 'c/movePlan';
import { countOutcomes, startRun, type Journal, type Progress, type Run } from 'c/moveRun';
import { OrgFault, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { toId18 } from 'c/orgPort';
import { MemoryOrg } from '#tests/support/memoryOrg.ts';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';
const OTHER = '04v000000000003AAA';
const CENTERS = [OLD, NEW, OTHER].map((id) => ({ id, name: id, kind: 'open-cti' as const }));

const id = (number: number) => toId18(`005${String(number).padStart(12, '0')}`) as string;

const NO_JOURNAL: Journal = {
    available: true,
    begin: () => {},
    intend: () => {},
    settle: () => {},
    end: () => {}
};

/** What a test does with requests. Each function can watch them, throw, or pass them on to the org. */
interface Between {
    read?(userIds: string[], org: MemoryOrg): void;
    write?(
        writes: MembershipWrite[],
        go: () => Promise<WriteAnswer[]>,
        some: (writes: MembershipWrite[]) => Promise<WriteAnswer[]>
    ): Promise<WriteAnswer[]>;
}

function setUp(users: number, between: Between = {}) {
    const people = Array.from({ length: users }, (_, number) => ({
        id: id(number),
        name: `User ${number}`,
        callCenterId: OLD as string | null,
        isActive: true,
        userType: 'Standard'
    }));
    const org = new MemoryOrg(people, CENTERS);
    const waits: number[] = [];
    const states: Progress[] = [];
    const sizes: number[] = [];
    const door = {
        async memberships(userIds: string[]): Promise<Membership[]> {
            between.read?.(userIds, org);
            return org.memberships(userIds);
        },
        async write(writes: MembershipWrite[]): Promise<WriteAnswer[]> {
            sizes.push(writes.length);
            const go = () => org.write(writes);
            return between.write === undefined ? go() : between.write(writes, go, (some) => org.write(some));
        }
    };
    let clock = 0;
    let onProgress: (progress: Progress, run: Run) => void = () => {};
    const start = (plan: Plan = planMoves(people, NEW, () => 'open-cti'), react: typeof onProgress = () => {}): Run => {
        onProgress = react;
        const run: Run = startRun(plan, door, {
            runId: 'run-1',
            by: 'Ada',
            journal: NO_JOURNAL,
            now: () => (clock += 10),
            wait: async (ms) => void waits.push(ms),
            random: () => 0,
            onProgress: (progress) => {
                states.push(progress);
                onProgress(progress, run);
            }
        });
        return run;
    };
    return { org, start, waits, states, sizes, people };
}

describe('A run', () => {
    it('moves 1,000 users in 12 requests, including fresh reads', async () => {
        const { org, start, sizes } = setUp(1_000);
        const report = await start().ended;
        expect(countOutcomes(report.settled).moved).toBe(1_000);
        expect(org.requests).toMatchObject({ memberships: 6, write: 6 });
        expect(sizes).toEqual([50, 200, 200, 200, 200, 150]);
    });

    it('skips users who were moved after the plan was made, and reports where they are and who moved them', async () => {
        const { org, start } = setUp(2);
        const run = start();
        org.move(id(1), OTHER, 'Bo Lind');
        const report = await run.ended;
        expect(report.settled).toMatchObject([
            { outcome: 'moved' },
            { outcome: 'changed meanwhile', nowIn: OTHER, by: 'Bo Lind' }
        ]);
        expect(org.snapshot().get(id(1))).toBe(OTHER);
    });

    it('reports a refusal in the words of the org, and moves everyone else', async () => {
        const { start } = setUp(3, {
            write: async (writes, _go, some) => {
                const [first, third] = await some([writes[0], writes[2]]);
                const { userId } = writes[1];
                return [first, { userId, written: false, words: 'No licence', code: 'LICENSE_LIMIT_EXCEEDED' }, third];
            }
        });
        const report = await start().ended;
        expect(report.settled.map((one) => one.outcome)).toEqual(['moved', 'refused', 'moved']);
        expect(report.settled[1]).toMatchObject({ words: 'No licence', code: 'LICENSE_LIMIT_EXCEEDED' });
    });

    it('settles a lost answer by reading, and writes no user twice', async () => {
        let lost = false;
        const { org, start } = setUp(10, {
            async write(_writes, go) {
                const answers = await go();
                if (lost) return answers;
                lost = true;
                throw new OrgFault('offline', '');
            }
        });
        const report = await start().ended;
        expect(countOutcomes(report.settled).moved).toBe(10);
        expect(org.requests.write).toBe(1);
    });

    it('skips a user whom a colleague moved back while the answer was lost', async () => {
        let reads = 0;
        let lost = false;
        const { org, start } = setUp(1, {
            read(_userIds, inOrg) {
                reads += 1;
                if (reads === 2) inOrg.move(id(0), OLD, 'Bo Lind');
            },
            async write(_writes, go) {
                const answers = await go();
                if (lost) return answers;
                lost = true;
                throw new OrgFault('offline', '');
            }
        });
        const report = await start().ended;
        expect(report.settled).toMatchObject([{ outcome: 'uncertain', nowIn: OLD, by: 'Bo Lind' }]);
        expect(org.snapshot().get(id(0))).toBe(OLD);
    });

    it('halves a batch until it finds the one user whose request fails', async () => {
        const bad = id(37);
        const { start, sizes } = setUp(200, {
            async write(writes, go) {
                if (writes.some((write) => write.userId === bad)) throw new OrgFault('invalid', 'Validation error');
                return go();
            }
        });
        const report = await start().ended;
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 199, refused: 1 });
        expect(report.settled[37]).toMatchObject({ words: 'Validation error', code: 'invalid' });
        expect(report.stoppedBecause).toBeNull();
        expect(sizes).toEqual([50, 25, 25, 12, 12, 6, 3, 1, 1, 4, 16, 64, 64, 13]);
    });

    it('reads a user whose request was rejected once more, before it gives up on them', async () => {
        let reads = 0;
        const { start, states } = setUp(1, {
            read(_userIds, org) {
                reads += 1;
                if (reads !== 2) return;
                org.move(id(0), OTHER, 'Bo Lind');
                throw new OrgFault('expired', 'Session expired or invalid', { sent: false });
            },
            write: async () => {
                throw new OrgFault('invalid', 'Validation error', { sent: false });
            }
        });
        const report = await start(undefined, (progress, run) => {
            if (progress.state === 'paused') queueMicrotask(() => run.resume());
        }).ended;
        expect(states.find((progress) => progress.state === 'paused')).toMatchObject({ pausedBecause: 'expired' });
        expect(report.settled).toMatchObject([{ outcome: 'changed meanwhile', nowIn: OTHER }]);
    });

    it('gives up on a user whose read is rejected even alone', async () => {
        const bad = id(1);
        const { start } = setUp(3, {
            read(userIds) {
                if (userIds.includes(bad)) throw new OrgFault('invalid', 'Not a valid ID', { sent: false });
            }
        });
        const report = await start().ended;
        expect(report.settled.map((one) => one.outcome)).toEqual(['moved', 'refused', 'moved']);
        expect(report.stoppedBecause).toBeNull();
    });

    it('stops when no read can be understood, and counts no one as refused', async () => {
        const { start, waits } = setUp(1, {
            read() {
                throw new OrgFault('unreadable', '<html>Down for maintenance</html>', { sent: false });
            }
        });
        const report = await start().ended;
        expect(report.stoppedBecause).toBe('faults');
        expect(report.settled).toMatchObject([{ outcome: 'not attempted' }]);
        expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
    });

    it('stops when no write can be understood, with everyone whose write was sent not known', async () => {
        const { start, sizes, waits } = setUp(60, {
            write: async () => {
                throw new OrgFault('unreadable', '<html>Down for maintenance</html>');
            }
        });
        const report = await start().ended;
        expect(report.stoppedBecause).toBe('faults');
        expect(countOutcomes(report.settled)).toMatchObject({ refused: 0, uncertain: 50, 'not attempted': 10 });
        expect(sizes).toEqual([50, 25, 12, 6, 3, 1, 1, 1, 1, 1]);
        expect(waits.slice(0, 9)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 4_000, 8_000, 16_000]);
    });

    it('stops when no write can be understood and nothing was sent, and counts no one as refused', async () => {
        const { start } = setUp(3, {
            write: async () => {
                throw new OrgFault('unreadable', '', { sent: false });
            }
        });
        const report = await start().ended;
        expect(report.stoppedBecause).toBe('faults');
        expect(countOutcomes(report.settled)['not attempted']).toBe(3);
    });

    it("doesn't let one user whose answer is never understood keep the others from moving", async () => {
        const bad = id(37);
        const { start } = setUp(200, {
            async write(writes, go) {
                if (writes.some((write) => write.userId === bad)) throw new OrgFault('unreadable', 'Unexpected error');
                return go();
            }
        });
        const report = await start().ended;
        expect(report.stoppedBecause).toBeNull();
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 199, uncertain: 1 });
        expect(report.settled[37]).toMatchObject({ words: 'Unexpected error', code: 'unreadable' });
    });

    it('retries a locked row after a pause, and gives up with the words of the org', async () => {
        let free = 3;
        const { start, waits } = setUp(3, {
            async write(writes, go) {
                if (writes.some((write) => write.userId === id(1)) && free > 0) {
                    free -= 1;
                    return writes.map(({ userId }) => ({
                        userId,
                        written: false,
                        words: 'locked',
                        code: 'UNABLE_TO_LOCK_ROW'
                    }));
                }
                return go();
            }
        });
        const report = await start().ended;
        expect(countOutcomes(report.settled).moved).toBe(3);
        expect(waits).toEqual([2_000, 4_000, 8_000]);

        const stuck = setUp(1, {
            write: async ([{ userId }]) => [{ userId, written: false, words: 'locked', code: 'UNABLE_TO_LOCK_ROW' }]
        });
        expect((await stuck.start().ended).settled).toMatchObject([{ outcome: 'refused', words: 'locked' }]);
        expect(stuck.sizes).toHaveLength(5);
    });

    it('waits as long as a busy server asks it to', async () => {
        let busy = true;
        const { start, waits, states } = setUp(1, {
            async write(_writes, go) {
                if (!busy) return go();
                busy = false;
                throw new OrgFault('busy', 'Too many requests', { sent: false, retryAfter: 30_000 });
            }
        });
        expect((await start().ended).settled[0].outcome).toBe('moved');
        expect(waits).toEqual([30_000]);
        expect(states.find((progress) => progress.state === 'waiting')?.words).toBe('Too many requests');
    });

    it("stops after five faults in a row, and doesn't attempt the rest", async () => {
        const { start, sizes, waits } = setUp(300, {
            write: async () => {
                throw new OrgFault('busy', 'Server unavailable', { sent: false });
            }
        });
        const report = await start().ended;
        expect(report).toMatchObject({ stoppedBecause: 'faults', words: 'Server unavailable' });
        expect(countOutcomes(report.settled)['not attempted']).toBe(300);
        expect(sizes).toHaveLength(5);
        expect(waits).toEqual([2_000, 4_000, 8_000, 16_000]);
    });

    it.each(['forbidden', 'limit'] as const)('stops at once when the fault is %s', async (kind) => {
        const { start, sizes } = setUp(120, {
            async write(writes, go) {
                if (writes.length > 50) throw new OrgFault(kind, 'No', { sent: false });
                return go();
            }
        });
        const report = await start().ended;
        expect(report.stoppedBecause).toBe(kind);
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 50, 'not attempted': 70 });
        expect(sizes).toHaveLength(2);
    });

    it('pauses when the session expires, and continues from there', async () => {
        let expired = true;
        const { start, states } = setUp(60, {
            async write(_writes, go) {
                if (!expired) return go();
                expired = false;
                throw new OrgFault('expired', 'Session expired or invalid', { sent: false });
            }
        });
        const report = await start(undefined, (progress, run) => {
            if (progress.state === 'paused') queueMicrotask(() => run.resume());
        }).ended;
        expect(countOutcomes(report.settled).moved).toBe(60);
        expect(states.find((progress) => progress.state === 'paused')).toMatchObject({
            pausedBecause: 'expired',
            words: 'Session expired or invalid',
            toGo: 60
        });
    });

    it("doesn't end while the result of a batch is unknown", async () => {
        let offline = false;
        let asked = 0;
        const { start, states } = setUp(1, {
            read() {
                if (offline) throw new OrgFault('offline', 'No connection', { sent: false });
            },
            async write(_writes, go) {
                await go();
                offline = true;
                throw new OrgFault('offline', 'No connection');
            }
        });
        const report = await start(undefined, (progress, run) => {
            if (progress.state !== 'paused') return;
            asked += 1;
            if (asked === 3) offline = false;
            queueMicrotask(() => run.stop());
        }).ended;
        expect(states.filter((progress) => progress.pausedBecause === 'unsettled')).toHaveLength(3);
        expect(report.settled).toMatchObject([{ outcome: 'moved' }]);
    });

    it('stops after the batch in flight', async () => {
        const { start } = setUp(300);
        const report = await start(undefined, (progress, run) => {
            if (progress.counts.moved > 0 && progress.state === 'running') run.stop();
        }).ended;
        expect(report.stoppedBecause).toBe('user');
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 50, 'not attempted': 250 });
    });

    it('pauses after the batch in flight, and continues when resumed', async () => {
        const { start, states } = setUp(300);
        let paused = false;
        const report = await start(undefined, (progress, run) => {
            if (progress.counts.moved === 50 && !paused) {
                paused = true;
                run.pause();
            } else if (progress.state === 'paused') queueMicrotask(() => run.resume());
        }).ended;
        expect(states.find((progress) => progress.state === 'paused')).toMatchObject({
            pausedBecause: 'user',
            toGo: 250
        });
        expect(countOutcomes(report.settled).moved).toBe(300);
    });

    it('cuts a wait short when it is stopped', async () => {
        const { org, people } = setUp(1);
        const run = startRun(
            planMoves(people, NEW, () => 'open-cti'),
            {
                memberships: (userIds) => org.memberships(userIds),
                write: async () => {
                    throw new OrgFault('busy', '', { sent: false });
                }
            },
            {
                runId: 'run-1',
                by: 'Ada',
                journal: NO_JOURNAL,
                now: () => 0,
                wait: () => new Promise(() => {}),
                random: () => 0,
                onProgress: (progress) => {
                    if (progress.state === 'waiting') queueMicrotask(() => run.stop());
                }
            }
        );
        expect((await run.ended).settled).toMatchObject([{ outcome: 'not attempted' }]);
    });

    it('treats an answer with the wrong number of users as unreadable', async () => {
        let short = true;
        const { org, start } = setUp(3, {
            async write(_writes, go) {
                const answers = await go();
                if (!short) return answers;
                short = false;
                return answers.slice(1);
            }
        });
        expect(countOutcomes((await start().ended).settled).moved).toBe(3);
        expect(org.requests.write).toBe(1);
    });

    it('settles blocked and kept users without reading or writing them', async () => {
        const { start, sizes } = setUp(2);
        const user = { name: 'User', from: OTHER, to: NEW, by: null };
        const report = await start({
            field: 'CallCenterId',
            target: NEW,
            undoOf: 'run-0',
            users: [
                { ...user, userId: id(0), verdict: 'blocked', reason: 'portal user' },
                { ...user, userId: id(1), verdict: 'kept', reason: null, by: 'Bo Lind' }
            ]
        }).ended;
        expect(report).toMatchObject({ undoOf: 'run-0', stoppedBecause: null });
        expect(report.settled).toMatchObject([
            { outcome: 'not attempted', reason: 'portal user' },
            { outcome: 'changed meanwhile', nowIn: OTHER, by: 'Bo Lind' }
        ]);
        expect(sizes).toEqual([]);
    });

    it('estimates the remaining time after the first batch', async () => {
        const { start, states } = setUp(150);
        await start().ended;
        expect(states[0].etaMs).toBeNull();
        // Each reading of the clock takes 10 ms, so the first 50 users took 10 ms.
        expect(states.find((progress) => progress.toGo === 100)?.etaMs).toBe(20);
    });
});
