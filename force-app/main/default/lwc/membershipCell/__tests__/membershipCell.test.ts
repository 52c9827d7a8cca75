import MembershipCell, { type MembershipState } from 'c/membershipCell';
import { all, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const show = (state: MembershipState, center: string) => mount(MembershipCell, { state, center });

describe('The cell of a membership', () => {
    afterEach(unmountAll);

    it.each<[MembershipState, string, string]>([
        ['elsewhere', 'Old Dialer', 'In Old Dialer'],
        ['here', '8x8 Work', 'Here'],
        ['member', 'Old Dialer', 'Old Dialer'],
        ['none', '', 'None']
    ])('says of a user who is %s', (state, center, text) => {
        expect(textOf(show(state, center).shadowRoot.firstElementChild)).toBe(text);
    });

    it('flags only those who are elsewhere, with the name of their center at hand in full', () => {
        const { shadowRoot } = show('elsewhere', 'A center with a name that is cut off');
        expect(one(shadowRoot, '.flag').title).toBe('A center with a name that is cut off');
        for (const state of ['here', 'member', 'none'] as const) {
            expect(all(show(state, state === 'none' ? '' : 'Old Dialer').shadowRoot, '.flag')).toEqual([]);
        }
    });

    it.each<[MembershipState, string]>([
        ['elsewhere', 'Old Dialer'],
        ['here', '8x8 Work'],
        ['member', 'Old Dialer'],
        ['none', '']
    ])('is accessible for a user who is %s', async (state, center) => {
        await expect(show(state, center)).toBeAccessible();
    });
});
