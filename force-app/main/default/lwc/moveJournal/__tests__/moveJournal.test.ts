import { abandonRun, lockRun, openJournal, resumeRun, type JournalEntry, type MoveJournal } from 'c/moveJournal';
import { planMoves, planUndo } from 'c/movePlan';
import { countOutcomes, startRun, type Intent, type Settled } from 'c/moveRun';
import { toId18 } from 'c/orgPort';
import { MemoryOrg, type MovingOrg } from '#tests/support/memoryOrg.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';
const CENTERS = [OLD, NEW].map((id) => ({ id, name: id, kind: 'open-cti' as const }));
const WHOSE = { org: '00D000000000001EAA', user: '005000000000000AAA' };
const id = (number: number) => toId18(`005${String(number).padStart(12, '0')}`) as string;

const OPTIONS = { now: () => 7, wait: async () => {}, random: () => 0, onProgress: () => {} };

function people(count: number) {
    return Array.from({ length: count }, (_, number) => ({
        id: id(number + 1),
        name: `User ${number + 1}`,
        callCenterId: OLD as string | null,
        isActive: true,
        userType: 'Standard'
    }));
}

function planFor(count: number) {
    return planMoves(people(count), NEW, () => 'open-cti');
}

function begin(journal: MoveJournal, runId: string, startedAt: number, users = 2): void {
    journal.begin({ runId, plan: planFor(users), by: 'Ada', startedAt });
}

const intent = (number: number): Intent => ({
    userId: id(number),
    from: OLD,
    to: NEW,
    lastModified: '2026-11-02T08:00:00.000Z'
});
const moved = (number: number): Settled => ({
    userId: id(number),
    name: `User ${number}`,
    from: OLD,
    to: NEW,
    outcome: 'moved',
    words: null,
    code: null,
    reason: null
});

/** Runs until the tab crashes, right before or right after the second batch is written. */
async function cutOff(storage: MemoryStorage, users: number, written: boolean): Promise<MemoryOrg> {
    const org = new MemoryOrg(people(users), CENTERS);
    const gone = new Promise<void>((resolve) => {
        const door: Pick<MovingOrg, 'memberships' | 'write'> = {
            memberships: (userIds) => org.memberships(userIds),
            async write(writes) {
                if (org.requests.write === 0) return org.write(writes);
                if (written) await org.write(writes);
                resolve();
                return new Promise<never>(() => {});
            }
        };
        const journal = openJournal(() => storage, WHOSE);
        startRun(planFor(users), door, { ...OPTIONS, journal, runId: 'run-1', by: 'Ada' });
    });
    await gone;
    return org;
}

function onlyUnfinished(storage: MemoryStorage): JournalEntry {
    const entries = openJournal(() => storage, WHOSE).unfinished();
    expect(entries).toHaveLength(1);
    return entries[0];
}

describe('The journal', () => {
    it('keeps the file and the rows that the users of a run come from', () => {
        const storage = new MemoryStorage();
        const plan = planFor(2);
        const users = plan.users.map((user, index) => ({ ...user, row: index + 2 }));
        const journal = openJournal(() => storage, WHOSE);
        journal.begin({ runId: 'run-1', plan: { ...plan, users, file: 'agents.csv' }, by: 'Ada', startedAt: 1 });
        journal.settle('run-1', [moved(2)]);
        const { plan: kept, settled } = onlyUnfinished(storage);
        expect([kept.file, kept.users.map(({ row }) => row)]).toEqual(['agents.csv', [2, 3]]);
        expect(settled).toEqual([{ ...moved(2), row: 3 }]);
    });

    it('returns an unfinished run with its settled users and its writes in flight', () => {
        const storage = new MemoryStorage();
        const journal = openJournal(() => storage, WHOSE);
        begin(journal, 'run-1', 5);
        journal.intend('run-1', [intent(1), intent(2)]);
        journal.settle('run-1', [moved(1)]);
        expect(journal.available).toBe(true);
        expect(openJournal(() => storage, WHOSE).unfinished()).toEqual([
            {
                runId: 'run-1',
                plan: planFor(2),
                by: 'Ada',
                startedAt: 5,
                settled: [moved(1)],
                inFlight: [intent(2)],
                endedAt: null
            }
        ]);
    });

    it('keeps an ended run until it is told to forget it', () => {
        const storage = new MemoryStorage();
        const journal = openJournal(() => storage, WHOSE);
        begin(journal, 'run-1', 5);
        journal.end('run-1', 9);
        expect(journal.unfinished()).toEqual([]);
        expect(openJournal(() => storage, WHOSE).ended()).toMatchObject([{ runId: 'run-1', endedAt: 9 }]);
        journal.forget('run-1');
        expect(storage.length).toBe(0);
    });

    it('keeps the 20 latest ended runs, and every unfinished run', () => {
        const storage = new MemoryStorage();
        const full = openJournal(() => storage, WHOSE);
        begin(full, 'open', 0);
        for (let number = 1; number <= 23; number += 1) {
            begin(full, `run-${number}`, number);
            full.end(`run-${number}`, number);
        }
        begin(full, 'last', 24);
        expect(full.ended().map((entry) => entry.runId)).toEqual(
            Array.from({ length: 20 }, (_, number) => `run-${number + 4}`)
        );
        expect(full.unfinished().map((entry) => entry.runId)).toEqual(['open', 'last']);
    });

    it('reports runs of another version, org, or user without using or changing them', () => {
        const storage = new MemoryStorage();
        begin(
            openJournal(() => storage, { ...WHOSE, org: '00D000000000002EAA' }),
            'other-org',
            1
        );
        begin(
            openJournal(() => storage, { ...WHOSE, user: '005000000000009AAA' }),
            'other-user',
            1
        );
        storage.setItem(`switchboard.moves|9|${WHOSE.org}|${WHOSE.user}|newer|start`, '{}');
        storage.setItem('something else', 'of another page');
        const journal = openJournal(() => storage, WHOSE);
        expect(journal.unfinished()).toEqual([]);
        expect(journal.setAside()).toEqual([
            { runId: 'other-org', why: 'other org' },
            { runId: 'other-user', why: 'other user' },
            { runId: 'newer', why: 'other version' }
        ]);
        expect(storage.length).toBe(4);
    });

    it.each([
        ['is not JSON', 'start', '{"runId":'],
        ['has no plan', 'start', '{"runId":"run-1","by":"Ada","startedAt":5}'],
        [
            'belongs to another run',
            'start',
            JSON.stringify({ runId: 'run-2', by: 'Ada', startedAt: 5, plan: planFor(2) })
        ],
        ['names a user outside the plan', '0', `{"settle":[{"userId":"${id(9)}","outcome":"moved"}]}`],
        ['has an unknown outcome', '0', `{"settle":[{"userId":"${id(1)}","outcome":"vanished"}]}`],
        ['is missing a record in the middle', '1', `{"intend":[{"userId":"${id(1)}","lastModified":""}]}`],
        ["has an end that isn't a time", 'end', '"yesterday"']
    ])('does not use a run that %s', (_why, part, text) => {
        const storage = new MemoryStorage();
        begin(
            openJournal(() => storage, WHOSE),
            'run-1',
            5
        );
        storage.setItem(`switchboard.moves|1|${WHOSE.org}|${WHOSE.user}|run-1|${part}`, text);
        const journal = openJournal(() => storage, WHOSE);
        expect([...journal.unfinished(), ...journal.ended()]).toEqual([]);
        expect(journal.setAside()).toEqual([{ runId: 'run-1', why: 'damaged' }]);
    });

    it('makes room by dropping the oldest ended runs', () => {
        const storage = new MemoryStorage(6_000);
        const journal = openJournal(() => storage, WHOSE);
        for (let number = 1; number <= 12; number += 1) {
            begin(journal, `run-${number}`, number);
            expect(journal.available).toBe(true);
            journal.end(`run-${number}`, number);
        }
        expect(journal.ended().at(-1)?.runId).toBe('run-12');
        expect(journal.ended().length).toBeLessThan(12);
    });

    it("drops a whole run that doesn't fit, and says that it can't be resumed", async () => {
        const storage = new MemoryStorage(30_000);
        const journal = openJournal(() => storage, WHOSE);
        const org = new MemoryOrg(people(150), CENTERS);
        const run = startRun(planFor(150), org, { ...OPTIONS, journal, runId: 'run-1', by: 'Ada' });
        const report = await run.ended;
        expect(countOutcomes(report.settled).moved).toBe(150);
        expect(journal.available).toBe(false);
        expect(storage.length).toBe(0);
        begin(journal, 'run-2', 9);
        expect(journal.available).toBe(true);
    });

    it("isn't available where storage is forbidden, and runs still work", async () => {
        const journal = openJournal(() => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
        }, WHOSE);
        expect(journal.available).toBe(false);
        const run = startRun(planFor(2), new MemoryOrg(people(2), CENTERS), {
            ...OPTIONS,
            journal,
            runId: 'run-1',
            by: 'Ada'
        });
        expect(countOutcomes((await run.ended).settled).moved).toBe(2);
        expect(journal.available).toBe(false);
        expect([...journal.unfinished(), ...journal.ended(), ...journal.setAside()]).toEqual([]);
    });
});

describe('An interrupted run', () => {
    it.each([
        ['before', false],
        ['after', true]
    ])('moves every user when it was interrupted right %s a batch was written', async (_when, written) => {
        const storage = new MemoryStorage();
        const org = await cutOff(storage, 200, written);
        const entry = onlyUnfinished(storage);
        expect([entry.settled.length, entry.inFlight.length]).toEqual([50, 150]);
        const journal = openJournal(() => storage, WHOSE);
        const report = await resumeRun(entry, org, { ...OPTIONS, journal }).ended;
        expect(report).toMatchObject({ runId: 'run-1', by: 'Ada' });
        expect(countOutcomes(report.settled).moved).toBe(200);
        expect([...org.snapshot().values()].every((center) => center === NEW)).toBe(true);
        expect(journal.unfinished()).toEqual([]);
    });

    it('skips a user whom a colleague moved back in the meantime', async () => {
        const storage = new MemoryStorage();
        const org = await cutOff(storage, 200, true);
        org.move(id(60), OLD, 'Bo Lind');
        const journal = openJournal(() => storage, WHOSE);
        const report = await resumeRun(onlyUnfinished(storage), org, { ...OPTIONS, journal }).ended;
        expect(report.settled[59]).toMatchObject({ outcome: 'uncertain', nowIn: OLD, by: 'Bo Lind' });
        expect(org.snapshot().get(id(60))).toBe(OLD);
    });

    it('can be left as is without writing, and undone later', async () => {
        const storage = new MemoryStorage();
        const org = await cutOff(storage, 800, true);
        const journal = openJournal(() => storage, WHOSE);
        const writes = org.requests.write;
        const report = await abandonRun(onlyUnfinished(storage), org, { ...OPTIONS, journal }).ended;
        expect(org.requests.write).toBe(writes);
        expect(countOutcomes(report.settled)).toMatchObject({ moved: 650, 'not attempted': 150 });
        const undo = planUndo(report, await org.memberships(people(800).map((user) => user.id)), () => 'open-cti');
        await startRun(undo, org, { ...OPTIONS, journal, runId: 'run-2', by: 'Ada' }).ended;
        expect([...org.snapshot().values()].every((center) => center === OLD)).toBe(true);
    });

    it('can be interrupted again', async () => {
        const storage = new MemoryStorage();
        const org = await cutOff(storage, 200, false);
        const stuck = { memberships: org.memberships.bind(org), write: () => new Promise<never>(() => {}) };
        const again = new Promise<void>((resolve) => {
            const journal = openJournal(() => storage, WHOSE);
            const write = () => {
                resolve();
                return stuck.write();
            };
            resumeRun(onlyUnfinished(storage), { ...stuck, write }, { ...OPTIONS, journal });
        });
        await again;
        const entry = onlyUnfinished(storage);
        expect([entry.settled.length, entry.inFlight.length]).toEqual([50, 150]);
        const journal = openJournal(() => storage, WHOSE);
        const report = await resumeRun(entry, org, { ...OPTIONS, journal }).ended;
        expect(countOutcomes(report.settled).moved).toBe(200);
    });
});

describe('The lock of a run', () => {
    /** Web Locks of one browser, shared by its tabs. */
    function browserLocks() {
        const held = new Set<string>();
        return {
            async request<T>(name: string, _options: { ifAvailable: true }, act: (lock: unknown) => Promise<T>) {
                if (held.has(name)) return act(null);
                held.add(name);
                return act({ name }).finally(() => held.delete(name));
            }
        };
    }

    it('lets one tab at a time have a run, and tells the other tab', async () => {
        const locks = browserLocks();
        let finish: (value: string) => void = () => {};
        const first = lockRun(locks, 'run-1', () => new Promise<string>((resolve) => (finish = resolve)));
        let acted = false;
        const second = await lockRun(locks, 'run-1', async () => {
            acted = true;
        });
        expect([second, acted]).toEqual([{ held: false }, false]);
        expect(await lockRun(locks, 'run-2', async () => 'done')).toEqual({ held: true, value: 'done' });
        finish('report');
        expect(await first).toEqual({ held: true, value: 'report' });
        expect(await lockRun(locks, 'run-1', async () => 'mine')).toEqual({ held: true, value: 'mine' });
    });

    it('still runs in a browser without locks', async () => {
        expect(await lockRun(undefined, 'run-1', async () => 'done')).toEqual({ held: true, value: 'done' });
    });

    it('still runs, and only once, in a frame that is denied locks', async () => {
        const denied = Object.assign(new Error('denied'), { name: 'SecurityError' });
        const act = jest.fn(async () => 'done');
        expect(await lockRun({ request: () => Promise.reject(denied) }, 'run-1', act)).toEqual({
            held: true,
            value: 'done'
        });
        expect(act).toHaveBeenCalledTimes(1);
    });

    it('passes on errors, and never runs twice', async () => {
        const broken = Object.assign(new Error('broken'), { name: 'SecurityError' });
        const act = jest.fn(() => Promise.reject(broken));
        await expect(lockRun(browserLocks(), 'run-1', act)).rejects.toBe(broken);
        expect(act).toHaveBeenCalledTimes(1);
        const other = { request: () => Promise.reject(new Error('other')) };
        await expect(lockRun(other, 'run-1', act)).rejects.toThrow('other');
        expect(act).toHaveBeenCalledTimes(1);
    });
});
