import { planMoves, planUndo } from 'c/movePlan';
import {
    checkAgain,
    countOutcomes,
    moveOne,
    startRun,
    usersToRetry,
    type Journal,
    type OneOrg,
    type Progress,
    type Run
} from 'c/moveRun';
import { OrgFault, toId18, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { MemoryOrg } from '#tests/support/memoryOrg.ts';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';
const OTHER = '04v000000000003AAA';
const CENTERS = [OLD, NEW, OTHER].map((id) => ({ id, name: id, kind: 'open-cti' as const }));
const id = (number: number) => toId18(`005${String(number).padStart(12, '0')}`) as string;
const NO_JOURNAL: Journal = { available: true, begin: () => {}, intend: () => {}, settle: () => {}, end: () => {} };
const LOST = () => new OrgFault('offline', 'No connection');

/** An org that loses the answer to the first write and commits it when it is told to. */
function lateOrg(users: number) {
    const people = Array.from({ length: users }, (_, number) => ({
        id: id(number),
        name: `User ${number}`,
        callCenterId: OLD as string | null,
        isActive: true,
        userType: 'Standard'
    }));
    const org = new MemoryOrg(people, CENTERS);
    let late: MembershipWrite[] | null = null;
    let reads = 0;
    const hidden = new Set<string>();
    const door = {
        async memberships(userIds: string[]): Promise<Membership[]> {
            reads += 1;
            return (await org.memberships(userIds)).filter(({ userId }) => !hidden.has(userId));
        },
        async write(writes: MembershipWrite[]) {
            if (late) return org.write(writes);
            late = writes;
            throw LOST();
        }
    };
    const commit = () => org.write(late ?? []);
    return { org, people, door, commit, hidden, reads: () => reads };
}

function start(world: ReturnType<typeof lateOrg>, react: (progress: Progress, run: Run) => void, onWait = () => {}) {
    const waits: number[] = [];
    const states: Progress[] = [];
    const run: Run = startRun(
        planMoves(world.people, NEW, () => 'open-cti'),
        world.door,
        {
            runId: 'run-1',
            by: 'Ada',
            journal: NO_JOURNAL,
            now: () => 0,
            async wait(ms) {
                waits.push(ms);
                onWait();
            },
            random: () => 0,
            onProgress: (progress) => {
                states.push(progress);
                react(progress, run);
            }
        }
    );
    return { run, waits, states };
}

/** Stops a run as soon as it waits after the lost answer. */
const stopWhenLost = (progress: Progress, run: Run) => {
    if (progress.state === 'waiting') run.stop();
};

describe('A run that is stopped after a lost answer', () => {
    it.each([1, 2, 3])('counts a commit before reading %i as moved', async (before) => {
        const world = lateOrg(5);
        let settling = 0;
        const { run, waits } = start(world, stopWhenLost, () => {
            settling += 1;
            if (settling === before + 1) void world.commit();
        });
        const report = await run.ended;
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 5, uncertain: 0, 'not attempted': 0 });
        expect(waits.slice(1, before + 1)).toEqual([1_000, 3_000, 9_000].slice(0, before));
    });

    it('says that users are uncertain when they are as before after growing pauses', async () => {
        const world = lateOrg(5);
        const { run, waits, states } = start(world, stopWhenLost);
        const report = await run.ended;
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 0, uncertain: 5, 'not attempted': 0, refused: 0 });
        expect(waits).toEqual([2_000, 1_000, 3_000, 9_000]);
        expect(world.reads()).toBe(1 + 4);
        expect(states.filter(({ state }) => state === 'stopping').some(({ unconfirmed }) => unconfirmed === 5)).toBe(
            true
        );
        expect(states.at(-1)).toMatchObject({ state: 'ended', toGo: 0, unconfirmed: 0 });
    });

    it('skips a pause when it is stopped once more, but reads all the same', async () => {
        const world = lateOrg(2);
        let isPressing = false;
        const run: Run = startRun(
            planMoves(world.people, NEW, () => 'open-cti'),
            world.door,
            {
                runId: 'run-1',
                by: 'Ada',
                journal: NO_JOURNAL,
                now: () => 0,
                wait: () => new Promise(() => {}),
                random: () => 0,
                onProgress: ({ state }) => {
                    if (isPressing || (state !== 'waiting' && state !== 'stopping')) return;
                    isPressing = true;
                    setTimeout(() => {
                        isPressing = false;
                        run.stop();
                    });
                }
            }
        );
        expect(countOutcomes((await run.ended).settled).uncertain).toBe(2);
        expect(world.reads()).toBe(1 + 4);
    });

    it('does not take users it never wrote for uncertain', async () => {
        const world = lateOrg(120);
        const { run } = start(world, stopWhenLost);
        expect(countOutcomes((await run.ended).settled)).toMatchObject({ uncertain: 50, 'not attempted': 70 });
    });

    it('is not certain about a user whom someone else moved, because the lost write may still overwrite that', async () => {
        const world = lateOrg(2);
        const { run } = start(world, stopWhenLost, () => world.org.move(id(1), OTHER, 'Bo Lind'));
        const report = await run.ended;
        expect(report.settled).toMatchObject([
            { outcome: 'uncertain' },
            { outcome: 'uncertain', nowIn: OTHER, by: 'Bo Lind' }
        ]);
        const notOverwritten = usersToRetry(report, 'rest').map(({ userId }) => userId);
        expect(notOverwritten).toEqual([id(0)]);
        await world.commit();
        const checked = await checkAgain(report, world.org);
        expect(checked.settled).toMatchObject([{ outcome: 'moved' }, { outcome: 'moved' }]);
    });

    it('claims nothing about a user who can no longer be read', async () => {
        const world = lateOrg(2);
        const { run } = start(world, stopWhenLost, () => {
            void world.commit();
            world.hidden.add(id(0));
        });
        expect((await run.ended).settled).toMatchObject([
            { outcome: 'uncertain', code: 'NOT_FOUND' },
            { outcome: 'moved' }
        ]);
    });
});

describe('A run that goes on after a lost answer', () => {
    it('writes the same value again, and moves everyone', async () => {
        const world = lateOrg(5);
        const { run } = start(world, () => {});
        expect(countOutcomes((await run.ended).settled).moved).toBe(5);
        expect(world.org.snapshot().get(id(0))).toBe(NEW);
    });

    it('keeps a lost write in mind when a later write was certainly not sent', async () => {
        const world = lateOrg(1);
        const real = world.door.write;
        let writes = 0;
        world.door.write = async (asked) => {
            writes += 1;
            if (writes === 2) throw new OrgFault('limit', 'No more requests', { sent: false });
            return real(asked);
        };
        const { run } = start(world, () => {});
        expect((await run.ended).settled).toMatchObject([{ outcome: 'uncertain' }]);
    });
});

describe('A run whose later write is refused after a lost answer', () => {
    /** Loses the answer to the first write, and answers every later one with `later`. */
    function refusingOrg(later: (writes: MembershipWrite[]) => WriteAnswer[]) {
        const world = lateOrg(1);
        const { door } = world;
        let isLost = false;
        const write = (writes: MembershipWrite[]) => {
            if (isLost) return Promise.resolve(writes).then(later);
            isLost = true;
            return door.write(writes);
        };
        return { ...world, door: { ...door, write } };
    }

    it('does not take a locked row for a refusal, because the lost write may hold the lock', async () => {
        const locked = {
            written: false as const,
            words: 'unable to obtain exclusive access',
            code: 'UNABLE_TO_LOCK_ROW'
        };
        const world = refusingOrg((writes) => writes.map(({ userId }) => ({ userId, ...locked })));
        const { settled } = await start(world, () => {}).run.ended;
        expect(settled).toMatchObject([{ outcome: 'uncertain', code: 'UNABLE_TO_LOCK_ROW' }]);
    });

    it('does not take an invalid request for a refusal of the lost write', async () => {
        const world = refusingOrg(() => {
            throw new OrgFault('invalid', 'The request is not valid.');
        });
        const { settled } = await start(world, () => {}).run.ended;
        expect(settled).toMatchObject([{ outcome: 'uncertain', code: 'invalid' }]);
    });

    it('takes the refusal in the words of the org, which would refuse the lost write too', async () => {
        const refused = { written: false as const, words: 'Not a license', code: 'FIELD_INTEGRITY_EXCEPTION' };
        const world = refusingOrg((writes) => writes.map(({ userId }) => ({ userId, ...refused })));
        const { settled } = await start(world, () => {}).run.ended;
        expect(settled).toMatchObject([{ outcome: 'refused', words: 'Not a license' }]);
    });
});

describe('An answer that does not confirm a write', () => {
    const answering = (world: ReturnType<typeof lateOrg>, commits: boolean) => {
        world.door.write = async (writes) => {
            if (commits) await world.org.write(writes);
            return writes.map(({ userId }) => ({
                userId,
                written: false as const,
                words: 'Not available',
                code: null
            }));
        };
        return start(world, () => {}).run.ended;
    };

    it('counts as moved when a reading shows the user at the target', async () => {
        expect((await answering(lateOrg(2), true)).settled).toMatchObject([{ outcome: 'moved' }, { outcome: 'moved' }]);
    });

    it('is a refusal in the words of the org when a reading shows the user as before', async () => {
        expect((await answering(lateOrg(1), false)).settled).toMatchObject([
            { outcome: 'refused', words: 'Not available' }
        ]);
    });
});

describe('Checking uncertain users again', () => {
    const uncertain = async () => {
        const world = lateOrg(3);
        return { world, report: await start(world, stopWhenLost).run.ended };
    };

    it('counts who arrived as moved, who is elsewhere as changed, and leaves the rest uncertain', async () => {
        const { world, report } = await uncertain();
        world.org.move(id(0), NEW, 'Ada');
        world.org.move(id(1), OTHER, 'Bo Lind');
        const checked = await checkAgain(report, world.org);
        expect(checked.settled).toMatchObject([
            { outcome: 'moved' },
            { outcome: 'changed meanwhile', nowIn: OTHER, by: 'Bo Lind' },
            { outcome: 'uncertain' }
        ]);
        expect({ ...checked, settled: [] }).toEqual({ ...report, settled: [] });
    });

    it('reads no one when no one is uncertain', async () => {
        const world = lateOrg(1);
        const { report } = await uncertain();
        world.org.requests.memberships = 0;
        const settled = report.settled.map((one) => ({ ...one, outcome: 'moved' as const }));
        await checkAgain({ ...report, settled }, world.org);
        expect(world.org.requests.memberships).toBe(0);
    });

    it('is not needed for an undo: it moves back who turns out to be at the target', async () => {
        const { world, report } = await uncertain();
        world.org.move(id(0), NEW, 'Ada');
        const now = await world.org.memberships([id(0), id(1), id(2)]);
        const plan = planUndo(report, now, () => 'open-cti');
        expect(plan.users.map(({ verdict }) => verdict)).toEqual(['move', 'already there', 'already there']);
    });

    it('lets the rest be moved again', async () => {
        const { report } = await uncertain();
        expect(usersToRetry(report, 'rest')).toHaveLength(3);
        expect(usersToRetry(report, 'refused')).toEqual([]);
    });
});

describe('One click with a lost answer', () => {
    const click = async (org: OneOrg) =>
        moveOne(
            { userId: id(0), name: 'User 0', from: OLD, to: NEW, verdict: 'move', reason: null, by: null },
            'CallCenterId',
            null,
            org,
            { wait: async () => {}, random: () => 0 }
        );

    it('is uncertain when the user is as before after every try', async () => {
        const { org } = lateOrg(1);
        const outcome = await click({
            memberships: (userIds) => org.memberships(userIds),
            writeOne: async () => {
                throw LOST();
            }
        });
        expect(outcome).toMatchObject({ outcome: 'uncertain', code: 'offline' });
    });

    it('counts as moved when the first write commits before the second', async () => {
        const { org } = lateOrg(1);
        let tries = 0;
        const outcome = await click({
            memberships: (userIds) => org.memberships(userIds),
            async writeOne(write, since) {
                tries += 1;
                if (tries === 1) throw LOST();
                org.move(write.userId, write.to, 'Ada');
                return org.writeOne(write, since);
            }
        });
        expect(outcome).toMatchObject({ outcome: 'moved' });
    });

    it.each([
        { code: 'UNABLE_TO_LOCK_ROW', words: 'unable to obtain exclusive access' },
        { code: 'API_DISABLED_FOR_ORG', words: 'API is not enabled' }
    ])('is not refused by an answer to a later write ($code)', async (refusal) => {
        const { org } = lateOrg(1);
        let tries = 0;
        const outcome = await click({
            memberships: (userIds) => org.memberships(userIds),
            async writeOne({ userId }) {
                tries += 1;
                if (tries === 1) throw LOST();
                return { userId, written: false, ...refusal };
            }
        });
        expect(outcome).toMatchObject({ outcome: 'uncertain', ...refusal });
    });
});
