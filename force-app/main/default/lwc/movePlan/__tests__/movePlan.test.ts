import {
    answered,
    needsReview,
    NO_ANSWERS,
    planMoves,
    planTargets,
    planUndo,
    routeKey,
    routesOf,
    summary,
    type Answers,
    type KindOf,
    type Movable
} from 'c/movePlan';
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

    it('lets users wait for an answer whose call center, or the one they would join, has an unknown kind', () => {
        expect(verdict(user(1, UNSURE), NEW)).toBe('blocked: may leave a voice center');
        expect(verdict(user(1, UNSURE), null)).toBe('blocked: may leave a voice center');
        expect(verdict(user(1, OLD), UNSURE)).toBe('blocked: may enter a voice center');
        expect(verdict(user(1, UNSURE), UNSURE)).toBe('already there');
    });

    it('asks nothing about users who stay whatever the answer is', () => {
        expect(verdict(user(1, null, { isActive: false }), UNSURE)).toBe('blocked: inactive user');
        expect(verdict(user(1, VOICE), UNSURE)).toBe('blocked: leaves a voice center');
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
            wait: 0,
            blocked: new Map([['leaves a voice center', 2]]),
            from: [
                { callCenterId: OLD, users: 2 },
                { callCenterId: null, users: 1 }
            ]
        });
    });
});

describe('The answers of a review', () => {
    const OTHER = '04v000000000006AAA';
    const kinds: KindOf = (center) => (center === OTHER ? 'unknown' : kindOf(center));
    const plan = planMoves(
        [user(1, OLD), user(2, UNSURE), user(3, OTHER), user(4, VOICE), user(5, NEW), user(6, UNSURE)],
        NEW,
        kinds
    );
    const verdicts = (answers: Partial<Answers>) =>
        answered(plan, { ...NO_ANSWERS, ...answers }, kinds).users.map(
            (planned) => `${planned.name} ${planned.reason ?? planned.verdict}`
        );

    it('change nothing while there are none', () => {
        expect(answered(plan, NO_ANSWERS, kinds)).toEqual(plan);
        expect(summary(plan)).toMatchObject({ move: 1, wait: 3, blocked: new Map([['leaves a voice center', 1]]) });
    });

    it('move the users of the call centers that aren’t Voice, and no others', () => {
        const { users } = answered(plan, { ...NO_ANSWERS, notVoice: [UNSURE, VOICE] }, kinds);
        expect(users.map((planned) => planned.reason ?? planned.verdict)).toEqual([
            'move',
            'move',
            'may leave a voice center',
            'leaves a voice center',
            'already there',
            'move'
        ]);
    });

    it('are needed for both call centers of a user', () => {
        const both = planMoves([user(1, UNSURE)], OTHER, kinds);
        const reason = (...notVoice: string[]) => answered(both, { ...NO_ANSWERS, notVoice }, kinds).users[0].reason;
        expect([reason(), reason(OTHER), reason(UNSURE)]).toEqual([
            'may enter a voice center',
            'may leave a voice center',
            'may enter a voice center'
        ]);
        expect(reason(UNSURE, OTHER)).toBeNull();
    });

    it('take users of a route out of the plan, but never those who stay anyway', () => {
        const leftOut = [OLD, UNSURE, VOICE, NEW].map((from) => routeKey({ from, to: NEW }));
        expect(verdicts({ leftOut, notVoice: [UNSURE] })).toEqual([
            'User 3 may leave a voice center',
            'User 4 leaves a voice center',
            'User 5 already there'
        ]);
    });

    it('concern routes, which list the most users first', () => {
        const route = (from: string | null, numbers: number[]) => ({
            key: routeKey({ from, to: NEW }),
            from,
            to: NEW,
            users: numbers.map((number) => plan.users[number - 1])
        });
        expect(routesOf(plan.users.slice(0, 3).concat(plan.users[5]))).toEqual([
            route(UNSURE, [2, 6]),
            route(OLD, [1]),
            route(OTHER, [3])
        ]);
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
