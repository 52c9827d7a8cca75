import { randomUUID } from 'node:crypto';
import { one, settled, unmountAll } from '#tests/support/mount.ts';
import { ADA, CY, smallOrg, userOf, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';
import { holdWrite, selected, show } from './panel.ts';

describe('A run in the move panel', () => {
    // jsdom doesn't have it.
    beforeAll(() => Object.defineProperty(globalThis.crypto, 'randomUUID', { value: randomUUID, configurable: true }));
    afterEach(unmountAll);

    it('can be paused, continued and stopped, and accounts for everyone', async () => {
        const { root, org, press, ended } = show(
            { count: 1000, users: smallOrg(1000).people.slice(9).map(userOf), matching: null },
            viewFrom(WORK),
            new WholeMemoryOrg(smallOrg(1000))
        );
        const goOn = holdWrite(org);
        await press('Move 1,000 users');
        await press('Pause');
        goOn();
        await settled();
        const moved = [...org.snapshot().values()].filter((center) => center === WORK).length;
        expect(moved).toBeLessThan(1000);
        expect(one(root, 'c-move-progress')).toHaveProperty('progress.state', 'paused');
        await settled();
        expect([...org.snapshot().values()].filter((center) => center === WORK)).toHaveLength(moved);
        const goOnAgain = holdWrite(org);
        await press('Continue');
        await press('Stop');
        goOnAgain();
        await settled();
        expect(ended).toHaveLength(1);
        expect(ended[0].stoppedBecause).toBe('user');
        expect(ended[0].settled).toHaveLength(1000);
        const outcomes = new Set(ended[0].settled.map((each) => each.outcome));
        expect(outcomes).toEqual(new Set(['moved', 'not attempted']));
    });

    it('isn’t changed by a new selection', async () => {
        const { element, org, press, ended } = show(selected(ADA));
        const goOn = holdWrite(org);
        await press('Move 1 user');
        element.selection = selected(CY);
        await settled();
        goOn();
        await settled();
        expect(ended[0].settled.map((each) => each.name)).toEqual(['Ada Byron']);
    });
});
