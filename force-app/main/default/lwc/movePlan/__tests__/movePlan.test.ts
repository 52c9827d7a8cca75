import { needsReview, planMoves, planUndo, planWishes, summary, type KindOf, type Movable } from 'c/movePlan';
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

describe('one click', () => {
    it('is enough between Open CTI centers and nowhere else', () => {
        const reviewed = (from: string | null, to: string | null) =>
            needsReview(planMoves([user(1, from)], to, kindOf));
        expect([reviewed(OLD, NEW), reviewed(null, NEW), reviewed(OLD, null)]).toEqual([false, false, false]);
        expect([reviewed(UNSURE, NEW), reviewed(OLD, UNSURE)]).toEqual([true, true]);
        expect([reviewed(OLD, VOICE), reviewed(VOICE, NEW), reviewed(VOICE, null)]).toEqual([true, true, true]);
    });
});

describe('a plan', () => {
    it('moves users from another center, adds those of none, and leaves those who are there', () => {
        const plan = planMoves([user(1, OLD), user(2, null), user(3, NEW)], NEW, kindOf);
        expect(plan.target).toBe(NEW);
        expect(plan.asks).toEqual([]);
        expect(plan.users.map(({ from, to, verdict: said }) => [from, to, said])).toEqual([
            [OLD, NEW, 'move'],
            [null, NEW, 'move'],
            [NEW, NEW, 'already there']
        ]);
    });

    it('adds nobody who is inactive, but lets inactive members follow to another center, and removes them', () => {
        expect(verdict(user(1, null, { isActive: false }), NEW)).toBe('blocked: inactive user');
        expect(verdict(user(1, OLD, { isActive: false }), NEW)).toBe('move');
        expect(verdict(user(1, OLD, { isActive: false }), null)).toBe('move');
    });

    it('adds nobody from a portal, but removes them', () => {
        expect(verdict(user(1, null, { userType: 'PowerPartner' }), NEW)).toBe('blocked: portal user');
        expect(verdict(user(1, OLD, { userType: 'PowerPartner' }), null)).toBe('move');
    });

    it('crosses the border of a voice center in neither direction', () => {
        expect(verdict(user(1, OLD), VOICE)).toBe('blocked: enters a voice center');
        expect(verdict(user(1, VOICE), NEW)).toBe('blocked: leaves a voice center');
        expect(verdict(user(1, VOICE), null)).toBe('blocked: leaves a voice center');
    });

    it('has no target that does not exist', () => {
        expect(verdict(user(1, OLD), GONE)).toBe('blocked: unknown target');
        expect(verdict(user(1, OLD), '04v-nonsense')).toBe('blocked: unknown target');
    });

    it.each([
        ['source', user(1, UNSURE), NEW],
        ['target', user(1, OLD), UNSURE],
        ['source when users are removed', user(1, UNSURE), null]
    ])('asks once about a center of unknown kind as %s', (_which, one, target) => {
        const plan = planMoves([one, { ...one, id: id(2) }], target, kindOf);
        expect(plan.asks).toEqual(['unknown kind']);
        expect(plan.users.every((planned) => planned.verdict === 'move')).toBe(true);
    });

    it('asks nothing about a center of unknown kind that nobody leaves or enters', () => {
        expect(planMoves([user(1, UNSURE)], UNSURE, kindOf).asks).toEqual([]);
    });

    it('moves a user who is listed twice once', () => {
        expect(planMoves([user(1, OLD), user(1, OLD)], NEW, kindOf).users).toHaveLength(1);
    });

    it('knows ids of 15 characters', () => {
        const plan = planWishes(
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

describe('a plan of wishes', () => {
    const known = new Map([user(1, OLD), user(2, OLD)].map((one) => [one.id, one]));

    it('blocks a user who is wished to two places, and a user whom nobody knows', () => {
        const plan = planWishes(
            [
                { userId: id(1), to: NEW },
                { userId: id(1), to: null },
                { userId: id(9), to: NEW },
                { userId: id(2), to: NEW }
            ],
            known,
            kindOf
        );
        expect(plan.users.map(({ verdict: said, reason }) => reason ?? said)).toEqual([
            'two targets',
            'unknown user',
            'move'
        ]);
    });

    it('has a target only when all wishes share it', () => {
        const wish = (number: number, to: string | null) => ({ userId: id(number), to });
        expect(planWishes([wish(1, NEW), wish(2, NEW)], known, kindOf).target).toBe(NEW);
        expect(planWishes([wish(1, NEW), wish(2, null)], known, kindOf).target).toBeNull();
    });
});

describe('a summary', () => {
    it('counts where users come from, most first, and who is blocked by reason', () => {
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

describe('an undo plan', () => {
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

    it('puts moved users back, removes who was added and adds who was removed', () => {
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

    it('leaves out whoever was not moved', () => {
        expect(undo([moved(1, OLD, NEW, 'refused')], [now(1, OLD)]).users).toEqual([]);
    });

    it('keeps who was moved since, and says where they are and who did it', () => {
        expect(undo([moved(1, OLD, NEW)], [now(1, UNSURE)]).users).toMatchObject([
            { verdict: 'kept', from: UNSURE, to: OLD, by: 'Bo Lind' }
        ]);
    });

    it('has nothing to do for who is back already', () => {
        expect(undo([moved(1, OLD, NEW)], [now(1, OLD)]).users).toMatchObject([{ verdict: 'already there' }]);
    });

    it('puts nobody back into a center that is gone, that is Voice by now, or whom it does not see', () => {
        const plan = undo([moved(1, GONE, NEW), moved(2, VOICE, NEW), moved(3, OLD, NEW)], [now(1, NEW), now(2, NEW)]);
        expect(plan.users.map((planned) => planned.reason)).toEqual([
            'unknown target',
            'enters a voice center',
            'unknown user'
        ]);
    });

    it('blocks a user of whom an edited history says two things', () => {
        const plan = undo([moved(1, OLD, NEW), moved(1, null, NEW)], [now(1, NEW)]);
        expect(plan.users).toMatchObject([{ verdict: 'blocked', reason: 'two targets' }]);
    });
});
