import MembershipCell, { type MembershipState } from 'c/membershipCell';
import { all, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const show = (state: MembershipState, center: string) => mount(MembershipCell, { state, center });

describe('The cell with a call center', () => {
    afterEach(unmountAll);

    it.each<[MembershipState, string, string]>([
        ['elsewhere', 'Old Dialer', 'In Old Dialer'],
        ['here', '8x8 Work', 'Here'],
        ['member', 'Old Dialer', 'Old Dialer'],
        ['none', '', 'None']
    ])('for a user with the state %s and the call center %s, shows: %s', (state, center, text) => {
        expect(textOf(show(state, center).shadowRoot.firstElementChild)).toBe(text);
    });

    it('flags only users in another call center, with its full name as tooltip', () => {
        const { shadowRoot } = show('elsewhere', 'A call center with a name that is cut off');
        expect(one(shadowRoot, '.flag').title).toBe('A call center with a name that is cut off');
        for (const state of ['here', 'member', 'none'] as const) {
            expect(all(show(state, state === 'none' ? '' : 'Old Dialer').shadowRoot, '.flag')).toEqual([]);
        }
    });

    it.each<[MembershipState, string]>([
        ['elsewhere', 'Old Dialer'],
        ['here', '8x8 Work'],
        ['member', 'Old Dialer'],
        ['none', '']
    ])('is accessible for a user with the state %s', async (state, center) => {
        await expect(show(state, center)).toBeAccessible();
    });
});
