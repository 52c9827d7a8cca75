import { needsReview, planMoves, planUndo, planTargets, summary, type KindOf, type Movable } from 'c/movePlan';
import type { Membership } from 'c/orgPort';

const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';
const VOICE = '04v000000000003AAA';
const UNSURE = '04v000000000004AAA';
const GONE = '04v000000000005AAA';

const kindOf: KindOf = (center) =>
    center === VOICE ? 'voice-partner' : center === UNSURE ? 'unknown' : center === GONE ? null : 'open-cti';

function user(number: number, callCenterId: string | null, more: Partial<Movable> = {}): Movable {
    return { id: id(number), name: `User ${number}`, callCenterId, isActive: true, userType: 'Standard', ...more };
}

function id(number: number): string {
    return `00500000000000${number}AAA`;
}

function verdict(one: Movable, target: string | null): string {
    const [planned] = planMoves([one], target, kindOf).users;
    return planned.reason === null ? planned.verdict : `${planned.verdict}: ${planned.reason}`;
}

describe('One click', () => {
    it('is enough only between Open CTI call centers', () => {
        const reviewed = (from: string | null, to: string | null) =>
            needsReview(planMoves([user(1, from)], to, kindOf));
        expect([reviewed(OLD, NEW), reviewed(null, NEW), reviewed(OLD, null)]).toEqual([false, false, false]);
        expect([reviewed(UNSURE, NEW), reviewed(OLD, UNSURE)]).toEqual([true, true]);
        expect([reviewed(OLD, VOICE), reviewed(VOICE, NEW), reviewed(VOICE, null)]).toEqual([true, true, true]);
    });
});

describe('A plan', () => {
    it('moves users of another call center, adds users without one, and leaves users who are already there', () => {
        const plan = planMoves([user(1, OLD), user(2, null), user(3, NEW)], NEW, kindOf);
        expect(plan.target).toBe(NEW);
        expect(plan.asks).toEqual([]);
        expect(plan.users.map(({ from, to, verdict: said }) => [from, to, said])).toEqual([
            [OLD, NEW, 'move'],
            [null, NEW, 'move'],
            [NEW, NEW, 'already there']
        ]);
    });

    it("doesn't add inactive users, but moves and removes inactive members", () => {
        expect(verdict(user(1, null, { isActive: false }), NEW)).toBe('blocked: inactive user');
        expect(verdict(user(1, OLD, { isActive: false }), NEW)).toBe('move');
        expect(verdict(user(1, OLD, { isActive: false }), null)).toBe('move');
    });

    it("doesn't add portal users, but removes them", () => {
        expect(verdict(user(1, null, { userType: 'PowerPartner' }), NEW)).toBe('blocked: portal user');
        expect(verdict(user(1, OLD, { userType: 'PowerPartner' }), null)).toBe('move');
    });

    it('moves no one into or out of a Voice contact center', () => {
        expect(verdict(user(1, OLD), VOICE)).toBe('blocked: enters a voice center');
        expect(verdict(user(1, VOICE), NEW)).toBe('blocked: leaves a voice center');
        expect(verdict(user(1, VOICE), null)).toBe('blocked: leaves a voice center');
    });

    it("blocks users whose target doesn't exist", () => {
        expect(verdict(user(1, OLD), GONE)).toBe('blocked: unknown target');
        expect(verdict(user(1, OLD), '04v-nonsense')).toBe('blocked: unknown target');
    });

    it.each([
        ['source', user(1, UNSURE), NEW],
        ['target', user(1, OLD), UNSURE],
        ['source when users are removed', user(1, UNSURE), null]
    ])('asks once about a call center of unknown kind as %s', (_which, one, target) => {
        const plan = planMoves([one, { ...one, id: id(2) }], target, kindOf);
        expect(plan.asks).toEqual(['unknown kind']);
        expect(plan.users.every((planned) => planned.verdict === 'move')).toBe(true);
    });

    it('asks nothing about a call center of unknown kind that no one leaves or joins', () => {
        expect(planMoves([user(1, UNSURE)], UNSURE, kindOf).asks).toEqual([]);
    });

    it('moves a user only once who is listed twice', () => {
        expect(planMoves([user(1, OLD), user(1, OLD)], NEW, kindOf).users).toHaveLength(1);
    });

    it('accepts IDs of 15 characters', () => {
        const plan = planTargets(
            [
                { userId: id(1).slice(0, 15), to: NEW.slice(0, 15) },
                { userId: id(1), to: NEW }
            ],
            new Map([[id(1), user(1, OLD)]]),
            kindOf
        );
        expect(plan.users).toMatchObject([{ userId: id(1), to: NEW, verdict: 'move' }]);
    });
});

describe('A plan with a target for each user', () => {
    const known = new Map([user(1, OLD), user(2, OLD)].map((one) => [one.id, one]));

    it('blocks a user listed with two call centers, and an unknown user', () => {
        const plan = planTargets(
            [
                { userId: id(1), to: NEW },
                { userId: id(1), to: null },
                { userId: id(9), to: NEW },
                { userId: id(2), to: NEW }
            ],
            known,
            kindOf
        );
        expect(plan.users.map((planned) => planned.reason ?? planned.verdict)).toEqual([
            'two targets',
            'unknown user',
            'move'
        ]);
    });

    it('has one target only when all users share it', () => {
        const target = (number: number, to: string | null) => ({ userId: id(number), to });
        expect(planTargets([target(1, NEW), target(2, NEW)], known, kindOf).target).toBe(NEW);
        expect(planTargets([target(1, NEW), target(2, null)], known, kindOf).target).toBeNull();
    });
});

describe('A summary', () => {
    it('counts users by where they come from, most first, and blocked users by reason', () => {
        const users = [user(1, null), user(2, OLD), user(3, OLD), user(4, NEW), user(5, VOICE), user(6, VOICE)];
        expect(summary(planMoves(users, NEW, kindOf))).toEqual({
            move: 3,
            alreadyThere: 1,
            kept: 0,
            blocked: new Map([['leaves a voice center', 2]]),
            from: [
                { callCenterId: OLD, users: 2 },
                { callCenterId: null, users: 1 }
            ]
        });
    });
});

describe('An undo plan', () => {
    const moved = (number: number, from: string | null, to: string | null, outcome = 'moved') => ({
        userId: id(number),
        name: `User ${number}`,
        from,
        to,
        outcome
    });
    const now = (number: number, callCenterId: string | null, more: Partial<Membership> = {}): Membership => ({
        userId: id(number),
        name: `User ${number}`,
        callCenterId,
        isActive: true,
        userType: 'Standard',
        lastModified: '2026-11-02T08:00:00.000Z',
        lastModifiedBy: 'Bo Lind',
        ...more
    });
    const undo = (moves: ReturnType<typeof moved>[], memberships: Membership[]) =>
        planUndo({ runId: 'run-1', field: 'CallCenterId', settled: moves }, memberships, kindOf);

    it('moves users back, removes added users, and adds removed users', () => {
        const plan = undo(
            [moved(1, OLD, NEW), moved(2, null, NEW), moved(3, OLD, null)],
            [now(1, NEW), now(2, NEW), now(3, null, { isActive: false })]
        );
        expect(plan.undoOf).toBe('run-1');
        expect(plan.users.map(({ to, verdict: said }) => [to, said])).toEqual([
            [OLD, 'move'],
            [null, 'move'],
            [OLD, 'move']
        ]);
    });

    it("leaves out users who didn't move", () => {
        expect(undo([moved(1, OLD, NEW, 'refused')], [now(1, OLD)]).users).toEqual([]);
    });

    it('keeps users who were moved since, with where they are and who moved them', () => {
        expect(undo([moved(1, OLD, NEW)], [now(1, UNSURE)]).users).toMatchObject([
            { verdict: 'kept', from: UNSURE, to: OLD, by: 'Bo Lind' }
        ]);
    });

    it('looks at users who aren’t confirmed, and says where those are who aren’t at the target', () => {
        const maybe = (number: number) => moved(number, OLD, NEW, 'uncertain');
        expect(undo([maybe(1), maybe(2), maybe(3)], [now(1, NEW), now(2, UNSURE), now(3, OLD)]).users).toMatchObject([
            { verdict: 'move', from: NEW, to: OLD },
            { verdict: 'kept', from: UNSURE, by: 'Bo Lind' },
            { verdict: 'already there' }
        ]);
    });

    it('has nothing to do for users who are already back', () => {
        expect(undo([moved(1, OLD, NEW)], [now(1, OLD)]).users).toMatchObject([{ verdict: 'already there' }]);
    });

    it("blocks users whose call center was deleted or became Voice, and users who can't be read", () => {
        const plan = undo([moved(1, GONE, NEW), moved(2, VOICE, NEW), moved(3, OLD, NEW)], [now(1, NEW), now(2, NEW)]);
        expect(plan.users.map((planned) => planned.reason)).toEqual([
            'unknown target',
            'enters a voice center',
            'unknown user'
        ]);
    });

    it('blocks a user with contradicting records in an edited history', () => {
        const plan = undo([moved(1, OLD, NEW), moved(1, null, NEW)], [now(1, NEW)]);
        expect(plan.users).toMatchObject([{ verdict: 'blocked', reason: 'two targets' }]);
    });
});
