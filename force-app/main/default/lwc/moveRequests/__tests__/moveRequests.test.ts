import fc from 'fast-check';
import type { Plan, PlannedUser, Verdict } from 'c/movePlan';
import {
    decodeRequest,
    encodeRequest,
    freshPlan,
    readRequest,
    RequestDesk,
    requestedOf,
    type DeskOptions,
    type MoveRequest
} from 'c/moveRequests';
import type { RunReport } from 'c/moveRun';
import { OrgFault, toId18, type HistoryRun, type Id, type Membership, type MoveRequestRecord } from 'c/orgPort';
import { deskOf as makeDesk } from '#tests/support/desk.ts';
import { MemoryRequests } from '#tests/support/memoryRequests.ts';
import { BO, KINDS, LOBBY, person, VOICE, WORK, DIALER } from '#tests/support/people.ts';

const KEY = '10000000-0000-4000-8000-00000000000A';
const RUN = '20000000-0000-4000-8000-00000000000B';
const NOW = Date.UTC(2026, 10, 2, 9);
const kindOf = (center: Id) => KINDS.get(center) ?? null;
const userId = (number: number) => toId18(`005${String(number).padStart(12, '0')}`)!;

function asked(number: number, more: Partial<PlannedUser> = {}): PlannedUser {
    const id = userId(number);
    return { userId: id, name: id, from: DIALER, to: WORK, verdict: 'move', reason: null, by: null, ...more };
}

function planOf(users: PlannedUser[], target: Id | null = WORK): Plan {
    return { field: 'CallCenterId', target, users, undoOf: null };
}

function membership(number: number, more: Partial<Membership> = {}): Membership {
    const { name, isActive, userType } = person(number, `User ${number}`, null);
    const known = { userId: userId(number), name, isActive, userType, lastModified: '2026-11-01T08:00:00.000Z' };
    return { ...known, callCenterId: DIALER, lastModifiedBy: 'Bo Lind', ...more };
}

function record(more: Partial<MoveRequestRecord> = {}): MoveRequestRecord {
    return {
        recordId: toId18('a0r000000000001')!,
        name: 'REQ-000001',
        key: KEY,
        reason: 'They start on Monday',
        target: WORK,
        targetName: '8x8 Work',
        users: 3,
        status: 'requested',
        answer: '',
        runId: null,
        moved: 0,
        by: { id: userId(3), name: 'Cy Tan' },
        createdAt: '2026-11-02T08:00:00.000Z',
        changedBy: { id: userId(3), name: 'Cy Tan' },
        lastModified: '2026-11-02T08:00:00.000Z',
        ...more
    };
}

function run(more: Partial<HistoryRun> = {}): HistoryRun {
    return { runId: RUN.toLowerCase(), counts: { moved: 2 }, live: null, ...more } as HistoryRun;
}

describe('The plan of a request', () => {
    const users = fc.uniqueArray(
        fc.record({
            number: fc.nat(99_999),
            from: fc.constantFrom(DIALER, LOBBY, null),
            to: fc.constantFrom(WORK, VOICE, null),
            verdict: fc.constantFrom<Verdict>('move', 'already there', 'kept')
        }),
        { selector: ({ number }) => number, maxLength: 40 }
    );
    const plans = users.map((list) =>
        planOf(
            list.map(({ number, ...more }) => asked(number, more)),
            null
        )
    );

    it('has only users who would move, and is read back as it was sent', () => {
        fc.assert(
            fc.property(plans, (plan) => {
                const requested = requestedOf(plan);
                expect(requested.users).toEqual(plan.users.filter(({ verdict }) => verdict === 'move'));
                const { target, users: moving } = requested;
                const text = encodeRequest(KEY, requested)!;
                expect(decodeRequest({ key: KEY, users: moving.length, target }, text)).toEqual(requested);
            })
        );
    });

    it('isn’t read after any edit of its text, its key, its number of users, or its target', () => {
        fc.assert(
            fc.property(plans, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (plan, at, typed) => {
                const requested = requestedOf(plan);
                const { target, users: moving } = requested;
                const text = encodeRequest(KEY, requested)!;
                const place = at % text.length;
                const edited = text.slice(0, place) + typed + text.slice(place + typed.length);
                const said = { key: KEY, users: moving.length, target };
                expect(edited === text || decodeRequest(said, edited) === null).toBe(true);
                expect(decodeRequest({ ...said, key: RUN }, text)).toBeNull();
                expect(decodeRequest({ ...said, users: moving.length + 1 }, text)).toBeNull();
                expect(decodeRequest({ ...said, target: DIALER }, text)).toBeNull();
            })
        );
    });

    it('fits one record with 6,800 users, and not with 7,000', () => {
        const many = (count: number) => planOf(Array.from({ length: count }, (_, number) => asked(number)));
        expect(encodeRequest(KEY, many(6_800))).not.toBeNull();
        expect(encodeRequest(KEY, many(7_000))).toBeNull();
    });

    it('isn’t read when it has users who wouldn’t move', () => {
        const plan = planOf([asked(1), asked(2, { verdict: 'kept' })]);
        expect(decodeRequest({ key: KEY, users: 2, target: WORK }, encodeRequest(KEY, plan)!)).toBeNull();
    });
});

describe('A plan made fresh from a request', () => {
    it('leaves users alone whom someone moved since, with who did, and moves the others', () => {
        const now = [membership(1), membership(2, { callCenterId: LOBBY }), membership(3, { callCenterId: WORK })];
        const plan = freshPlan(planOf([1, 2, 3, 4].map((number) => asked(number))), now, kindOf);
        expect(plan.users.map(({ verdict, reason, from, by }) => [verdict, reason, from, by])).toEqual([
            ['move', null, DIALER, null],
            ['kept', null, LOBBY, 'Bo Lind'],
            ['already there', null, WORK, null],
            ['blocked', 'unknown user', DIALER, null]
        ]);
        expect(plan.users[0]!.name).toBe('User 1');
    });

    it('judges as every plan does: Voice is blocked, an unknown type waits, a user who left can’t be added', () => {
        const users = [
            asked(1, { to: VOICE }),
            asked(2, { to: LOBBY }),
            asked(3, { from: null }),
            asked(4, { to: toId18('04v000000000099')! })
        ];
        const now = [
            membership(1),
            membership(2),
            membership(3, { callCenterId: null, isActive: false }),
            membership(4)
        ];
        expect(freshPlan(planOf(users, null), now, kindOf).users.map(({ reason }) => reason)).toEqual([
            'enters a voice center',
            'may enter a voice center',
            'inactive user',
            'unknown target'
        ]);
    });

    it('moves only users who are where the request says, and nobody who isn’t asked for', () => {
        const places = fc.constantFrom(DIALER, WORK, LOBBY, null);
        fc.assert(
            fc.property(fc.array(fc.tuple(places, places), { maxLength: 20 }), (list) => {
                const plan = planOf(list.map(([from], number) => asked(number, { from })));
                const now = list.map(([, callCenterId], number) => membership(number, { callCenterId }));
                const fresh = freshPlan(plan, [...now, membership(99)], kindOf);
                expect(fresh.users.map((user) => user.userId)).toEqual(plan.users.map((user) => user.userId));
                const moving = list.filter((_, number) => fresh.users[number]!.verdict === 'move');
                expect(moving.every(([from, isNow]) => from === isNow)).toBe(true);
            })
        );
    });
});

describe('The record of a request', () => {
    const stateOf = (more: Partial<MoveRequestRecord>, found?: HistoryRun, now = NOW) =>
        readRequest(record(more), found, now).state;

    it('says what became of the request', () => {
        expect(stateOf({})).toEqual({ status: 'requested' });
        expect(stateOf({ status: 'withdrawn' })).toEqual({ status: 'withdrawn' });
        expect(stateOf({ status: 'done', moved: 2 })).toEqual({ status: 'done', moved: 2 });
        expect(stateOf({ status: 'declined', answer: 'No' })).toEqual({ status: 'declined', answer: 'No' });
    });

    it('is carried out as far as its run says', () => {
        const running = { status: 'running', runId: RUN, lastModified: '2026-11-02T08:00:00.000Z' };
        const live = (silentFor: number) => run({ live: { silentFor } as HistoryRun['live'] });
        expect(stateOf(running, run())).toEqual({ status: 'done', moved: 2 });
        expect(stateOf(running, live(1_000))).toEqual({ status: 'running', run: 'active' });
        expect(stateOf(running, live(600_000))).toEqual({ status: 'running', run: 'interrupted' });
        expect(stateOf(running)).toEqual({ status: 'running', run: 'unknown' });
        expect(stateOf(running, undefined, Date.UTC(2026, 10, 2, 8, 1))).toEqual({ status: 'running', run: 'active' });
    });

    it.each<[string, Partial<MoveRequestRecord>]>([
        ['no key', { key: '' }],
        ['no users', { users: 0 }],
        ['half a user', { users: 1.5 }],
        ['a target that is no ID', { target: '8x8 Work' }],
        ['a date that is none', { createdAt: '' }],
        ['more users moved than asked for', { status: 'done', moved: 4 }],
        ['a status of its own', { status: 'approved' }]
    ])('with %s is damaged', (_, edit) => {
        expect(stateOf(edit)).toEqual({ status: 'damaged' });
    });
});

describe('The desk', () => {
    const plan = planOf([asked(1), asked(2), asked(3), asked(4, { verdict: 'already there' })]);
    let org: MemoryRequests;
    let memberships: Membership[];
    let runs: HistoryRun[];
    let changes: number;
    let desk: RequestDesk;

    beforeEach(() => {
        org = new MemoryRequests('Ada Byron');
        memberships = [1, 2, 3].map((number) => membership(number));
        runs = [];
        changes = 0;
        desk = deskOf();
    });

    function deskOf(more: Partial<DeskOptions> = {}, runsNamed = async () => runs): RequestDesk {
        const memory = {
            memberships: async (ids: Id[]) => memberships.filter((one) => ids.includes(one.userId)),
            runsNamed
        };
        return makeDesk(memory, org, {
            userId: org.user.id,
            now: () => NOW,
            centerName: () => '8x8 Work',
            changed: () => {
                changes += 1;
            },
            ...more
        });
    }

    async function sent(): Promise<MoveRequest> {
        expect(await desk.send(plan, ' They start on Monday ')).toBe(true);
        return (await desk.open())[0]!;
    }

    it('sends who would move, and why', async () => {
        const request = await sent();
        expect(request).toMatchObject({
            users: 3,
            target: WORK,
            targetName: '8x8 Work',
            reason: 'They start on Monday'
        });
        expect(request.state).toEqual({ status: 'requested' });
        expect(changes).toBe(1);
    });

    it('doesn’t send more users than a request can have', async () => {
        expect(await desk.send(planOf(Array.from({ length: 7_000 }, (_, n) => asked(n))), '')).toBe(false);
        expect(org.saved).toEqual([]);
    });

    it('lets the first of two admins run a request, and tells the second', async () => {
        const request = await sent();
        const second = deskOf({ userId: BO.id });
        await desk.plan(request, kindOf);
        await second.plan(request, kindOf);
        expect(await desk.claim(request.recordId, RUN)).toBe('claimed');
        expect(await second.claim(request.recordId, 'another run')).toBe('taken');
        expect(org.saved[0]).toMatchObject({ status: 'running', runId: RUN });
        await desk.settle(request.recordId, report(2));
        expect((await desk.all())[0]!.state).toEqual({ status: 'done', moved: 2 });
    });

    it('names the request in the plan', async () => {
        const request = await sent();
        expect(await desk.plan(request, kindOf)).toMatchObject({
            request: { recordId: request.recordId, name: 'REQ-000001', by: 'Ada Byron', reason: 'They start on Monday' }
        });
    });

    it('finds out from the run what became of a request whose page is gone, and says so in the request once', async () => {
        const request = await sent();
        await desk.plan(request, kindOf);
        await desk.claim(request.recordId, RUN);
        runs = [run()];
        const other = deskOf({ userId: BO.id });
        expect((await other.open())[0]!.state).toEqual({ status: 'done', moved: 2 });
        await Promise.resolve();
        expect(org.saved[0]).toMatchObject({ status: 'done', moved: 2 });
        expect(await other.open()).toEqual([]);
    });

    it('shows what it knows when runs or requests can’t be written or read', async () => {
        const request = await sent();
        await desk.plan(request, kindOf);
        await desk.claim(request.recordId, RUN);
        org.faults = [new OrgFault('offline', '')];
        await desk.settle(request.recordId, report(2));
        expect(org.saved[0]!.status).toBe('running');
        const broken = deskOf({}, async () => {
            throw new OrgFault('invalid', '');
        });
        expect((await broken.open())[0]!.state.status).toBe('running');
        org.faults = [new OrgFault('invalid', '')];
        await expect(desk.open()).rejects.toThrow(OrgFault);
    });

    it('doesn’t make a plan of a request that someone edited, or that is gone', async () => {
        const request = await sent();
        org.saved[0]!.plan = org.saved[0]!.plan.replace(';3;', ';2;');
        expect(await desk.plan(request, kindOf)).toBe('damaged');
        org.saved.length = 0;
        expect(await desk.plan(request, kindOf)).toBe('gone');
    });

    it('declines, withdraws, and puts back, unless someone else was quicker', async () => {
        const request = await sent();
        expect(await desk.decide(request, { to: 'declined', answer: 'Not now' })).toBe(true);
        expect(await desk.decide(request, { to: 'withdrawn' })).toBe(false);
        expect((await desk.own())[0]!.state).toEqual({ status: 'declined', answer: 'Not now' });
    });
});

function report(moved: number): RunReport {
    const settled = Array.from({ length: moved }, () => ({ outcome: 'moved' }));
    return { settled } as unknown as RunReport;
}
