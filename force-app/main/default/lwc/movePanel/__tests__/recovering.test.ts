import { randomUUID } from 'node:crypto';
import { planMoves } from 'c/movePlan';
import type { Settled } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { all, labelled, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, DI, DIALER, smallOrg, userOf, VOICE, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { selected, show } from './panel.ts';

beforeAll(() => {
    // jsdom has none.
    Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID, configurable: true });
});
afterEach(unmountAll);

describe('The move panel, undoing and recovering', () => {
    it('offers no undo when no one would move back', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, press, ended } = show(selected(ADA), viewFrom(WORK), org);
        jest.spyOn(org, 'write').mockImplementationOnce(async ([{ userId }]) => {
            org.move(userId, VOICE);
            return [{ userId, written: true }];
        });
        await press('Move 1 user');
        expect(ended[0].settled).toMatchObject([{ outcome: 'moved' }]);
        expect(() => labelled(root, 'Move 1 back to Old Dialer')).toThrow();
    });

    it('moves a user anyway whom someone else moved in the meantime, and returns to the results', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, press, title } = show(selected(ADA, CY), viewFrom(WORK), org);
        org.move(ADA.id, null);
        await press('Move 2 users');
        expect(title()).toBe('1 of 2 users moved to 8x8 Work');
        one(root, 'c-move-report').dispatchEvent(new CustomEvent('anyway', { detail: [ADA.id] }));
        await settled();
        expect(title()).toBe('1 of 1 user moved to 8x8 Work');
        expect(org.snapshot().get(ADA.id)).toBe(WORK);
        one(root, '.back').click();
        await settled();
        expect(title()).toBe('1 of 2 users moved to 8x8 Work');
    });

    it('reviews several users first whom someone else moved in the meantime', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, press, title } = show(selected(ADA, CY), viewFrom(WORK), org);
        for (const user of [ADA, CY]) org.move(user.id, VOICE);
        for (const user of [ADA, CY]) org.move(user.id, user === ADA ? null : DIALER);
        await press('Move 2 users');
        const before = org.requests.write;
        one(root, 'c-move-report').dispatchEvent(new CustomEvent('anyway', { detail: [ADA.id, CY.id] }));
        await settled();
        expect(title()).toMatch(/^Review: /);
        expect(org.requests.write).toBe(before);
        await press('Move 2 users');
        expect(title()).toBe('2 of 2 users moved to 8x8 Work');
    });

    it('reviews the undo of an earlier run before it writes anything', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        for (const user of [ADA, DI]) org.move(user.id, WORK);
        org.move(DI.id, null, 'Bo Lind');
        const { element, root, press, title } = show(null, viewFrom('everyone'), org);
        const moves = [ADA, DI].map(({ id, name, callCenterId }) => ({
            userId: id,
            name,
            from: callCenterId,
            to: WORK,
            outcome: 'moved'
        }));
        await element.undoRun({ runId: 'earlier', field: 'CallCenterId', settled: moves });
        await settled();
        expect(title()).toBe('Review: Move Ada Byron back');
        expect(one(root, 'c-move-review')).toHaveProperty('review.plan.users.1.verdict', 'kept');
        expect(org.requests.write).toBe(0);
        await press('Move 1 user');
        expect([ADA, DI].map((user) => org.snapshot().get(user.id))).toEqual([DIALER, null]);
    });

    it('reports users as not confirmed whose response was lost, and checks them again on request', async () => {
        jest.useFakeTimers({ advanceTimers: 20, doNotFake: ['queueMicrotask', 'setImmediate'] });
        const org = new WholeMemoryOrg(smallOrg());
        const { root, press, title, ended } = show(selected(ADA), viewFrom(WORK), org);
        jest.spyOn(org, 'write').mockRejectedValueOnce(new OrgFault('offline', 'No connection'));
        jest.spyOn(org, 'write').mockRejectedValue(new OrgFault('forbidden', 'No longer', { sent: false }));
        await press('Move 1 user');
        await jest.advanceTimersByTimeAsync(60_000);
        jest.useRealTimers();
        await settled();
        expect(ended[0].settled).toMatchObject([{ outcome: 'uncertain' }]);
        expect(title()).toBe('0 of 1 user moved to 8x8 Work');
        org.move(ADA.id, WORK);
        await press('Check 1 again');
        expect(title()).toBe('1 of 1 user moved to 8x8 Work');
        expect(labelled(root, 'Move 1 back to Old Dialer')).toBeTruthy();
    });

    it('runs nothing while another tab has a run, says so, and keeps the plan', async () => {
        const locks = { request: async (_: string, __: unknown, held: (lock: null) => unknown) => held(null) };
        Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
        const { root, org, press } = show(selected(ADA));
        await press('Move 1 user');
        Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
        expect(textOf(one(root, '[role="alert"]'))).toContain("You're already moving users in another tab.");
        expect(org.requests.write).toBe(0);
        await press('Move 1 user');
        expect(org.snapshot().get(ADA.id)).toBe(WORK);
        expect(all(root, '[role="alert"]')).toEqual([]);
    });

    describe('with an unfinished run', () => {
        /** Ada has moved, Di's write was sent and succeeded, and Cy is still to move. */
        function cutOff() {
            const org = new WholeMemoryOrg(smallOrg());
            const shown = show(null, viewFrom(WORK), org);
            const { journal } = shown.element;
            const plan = planMoves([ADA, DI, CY].map(userOf), WORK, viewFrom(WORK).kindOf);
            journal.begin({ runId: 'cut-off', plan, by: 'Mo Admin', startedAt: 0 });
            journal.settle('cut-off', [{ userId: ADA.id, outcome: 'moved' } as Settled]);
            journal.intend('cut-off', [{ userId: DI.id, from: DIALER, to: WORK, lastModified: '' }]);
            for (const user of [ADA, DI]) org.move(user.id, WORK);
            const where = () => [ADA, DI, CY].map((user) => org.snapshot().get(user.id));
            return { ...shown, where };
        }

        it('continues the run', async () => {
            const { element, title, where, ended } = cutOff();
            expect(await element.recover('cut-off', 'continue')).toBe(true);
            await settled();
            expect(title()).toBe('3 of 3 users moved to 8x8 Work');
            expect(where()).toEqual([WORK, WORK, WORK]);
            expect(ended).toMatchObject([{ runId: 'cut-off' }]);
            expect(element.journal.unfinished()).toEqual([]);
        });

        it('leaves the run as is, and offers to move the remaining users', async () => {
            const { element, root, title, where } = cutOff();
            await element.recover('cut-off', 'leave');
            await settled();
            expect(title()).toBe('2 of 3 users moved to 8x8 Work');
            expect(where()).toEqual([WORK, WORK, null]);
            expect(labelled(root, 'Move remaining 1')).toBeTruthy();
            expect(labelled(root, 'Move 2 back to Old Dialer')).toBeTruthy();
        });

        it('undoes the run', async () => {
            const { element, title, where } = cutOff();
            await element.recover('cut-off', 'undo');
            await settled();
            expect(title()).toBe('2 of 2 users moved back');
            expect(where()).toEqual([DIALER, DIALER, null]);
        });

        it('does nothing when the run ended in another tab', async () => {
            const { element, org } = cutOff();
            element.journal.end('cut-off', 1);
            expect(await element.recover('cut-off', 'continue')).toBe(false);
            expect(org.requests).toMatchObject({ memberships: 0, write: 0 });
        });
    });
});
