import type { Plan, PlannedUser } from 'c/movePlan';
import { MAX_PLAN_PART, toId18, type PlanPart } from 'c/orgPort';
import { decodePlan, encodePlan } from 'c/runRecord';

const RUN = '00000000-0000-4000-8000-00000000000A';
const id = (prefix: string, number: number) => toId18(prefix + number.toString(36).padStart(12, '0'))!;
const [ONE, TWO] = [id('04v', 1), id('04v', 2)];

function user(number: number, more: Partial<PlannedUser> = {}): PlannedUser {
    const userId = id('005', number);
    return { userId, name: userId, from: ONE, to: TWO, verdict: 'move', reason: null, by: null, ...more };
}

function planOf(users: PlannedUser[], more: Partial<Plan> = {}): Plan {
    return { field: 'CallCenterId', target: TWO, users, undoOf: null, ...more };
}

const recorded = (parts: string[] | null): PlanPart[] =>
    (parts ?? []).map((text, part) => ({ runId: RUN, part, text }));
const kept = (plan: Plan) => recorded(encodePlan(RUN, plan));

describe('A recorded plan', () => {
    it.each<[string, Plan]>([
        ['a move', planOf([user(1), user(2, { from: null })])],
        ['a removal', planOf([user(1, { to: null })], { target: null })],
        [
            'an undo with several targets',
            planOf([user(1), user(2, { to: ONE, from: TWO })], { target: null, undoOf: RUN })
        ],
        ['users who stay', planOf([user(1, { verdict: 'already there', from: TWO }), user(2, { verdict: 'kept' })])],
        ['blocked users', planOf([user(1, { verdict: 'blocked', reason: 'inactive user' }), user(2)])],
        [
            'a blocked user whose ID is no ID, and whose center is none',
            planOf([
                user(1, {
                    userId: 'a,b; ~x',
                    name: 'a,b; ~x',
                    to: 'nowhere',
                    verdict: 'blocked',
                    reason: 'unknown user'
                })
            ])
        ],
        [
            'a user who waits for an answer',
            planOf([user(1, { verdict: 'blocked', reason: 'may enter a voice center' })])
        ],
        ['no one', planOf([], { target: null })],
        [
            'users of 100 call centers',
            planOf(Array.from({ length: 100 }, (_, n) => user(n, { from: id('04v', 100 + n) })))
        ]
    ])('of %s is read back as it was', (_, plan) => {
        expect(decodePlan(RUN, kept(plan))).toEqual({ plan });
    });

    it('takes 6,800 users a part, and more parts for more users, in any order', () => {
        const users = Array.from({ length: 14_000 }, (_, number) => user(number));
        const parts = kept(planOf(users));
        expect(parts).toHaveLength(3);
        for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(MAX_PLAN_PART);
        expect(kept(planOf(users.slice(0, 6_800)))).toHaveLength(1);
        expect(decodePlan(RUN, parts.reverse())).toEqual({ plan: planOf(users) });
    });

    it('isn’t recorded when it is too large', () => {
        expect(encodePlan(RUN, planOf(Array.from({ length: 140_000 }, (_, number) => user(number))))).toBeNull();
    });

    it('has nothing that a text field would trim or change', () => {
        for (const { text } of kept(planOf([user(1)]))) expect(text).not.toMatch(/\s/);
    });
});

describe('A recorded plan that someone changed', () => {
    const [part] = kept(planOf([user(1), user(2)]));
    const changed = (text: string) => decodePlan(RUN, [{ ...part, text }]);

    it.each<[string, string]>([
        ['is empty', ''],
        ['is cut off', part.text.slice(0, -1)],
        ['has one more character', `${part.text}x`],
        ['has another user', part.text.replace(/.$/, 'Z')],
        ['is 130,000 characters of junk', 'x;,:1'.repeat(26_000)],
        ['is a JSON text', '{"users":[]}']
    ])('and %s is damaged', (_, text) => {
        expect(changed(text)).toEqual({ flaw: 'damaged' });
    });

    it('is of another version when it says so', () => {
        expect(changed(part.text.replace('swb2', 'swb3'))).toEqual({ flaw: 'other version' });
    });

    it('is damaged when it belongs to another run', () => {
        expect(decodePlan('another run', [part])).toEqual({ flaw: 'damaged' });
        expect(decodePlan(RUN.toLowerCase(), [part])).toHaveProperty('plan');
    });

    it('is incomplete without one of its parts, and damaged with one twice', () => {
        const parts = kept(planOf(Array.from({ length: 14_000 }, (_, number) => user(number))));
        for (const missing of parts)
            expect(
                decodePlan(
                    RUN,
                    parts.filter((one) => one !== missing)
                )
            ).toEqual({ flaw: 'incomplete' });
        expect(decodePlan(RUN, [])).toEqual({ flaw: 'incomplete' });
        expect(decodePlan(RUN, [...parts, parts[1]])).toEqual({ flaw: 'damaged' });
        expect(decodePlan(RUN, [{ ...parts[0], part: 1 }])).toEqual({ flaw: 'damaged' });
    });

    it('is damaged when it is well formed but isn’t a plan', () => {
        const forged = (users: PlannedUser[], more: Partial<Plan> = {}) => decodePlan(RUN, kept(planOf(users, more)));
        expect(forged([user(1), user(1)])).toEqual({ flaw: 'damaged' });
        expect(forged([user(1, { to: 'nowhere' })])).toEqual({ flaw: 'damaged' });
        expect(forged([user(1)], { target: 'nowhere' })).toEqual({ flaw: 'damaged' });
        expect(forged([user(1)], { field: 'ProfileId' as never })).toEqual({ flaw: 'damaged' });
    });
});
