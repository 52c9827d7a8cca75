import MembershipCell, { type MembershipState, type RowUndo } from 'c/membershipCell';
import { all, heard, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const UNDO: RowUndo = {
    userId: '005000000000001AAA',
    note: 'Moved from Old Dialer',
    accessibleName: 'Undo the move of Ada Byron',
    disabled: false
};
const showClicked = (undo: RowUndo | null) =>
    mount(MembershipCell, { state: 'here', center: '8x8 Work', undo, undoTabIndex: -1 });

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

    it('says what a click did, and sends an event with the user’s ID when Undo is pressed', () => {
        const element = showClicked(UNDO);
        const undone = heard(document.body, 'userundo');
        const button = one<HTMLButtonElement>(element.shadowRoot, 'button');
        expect(textOf(one(element.shadowRoot, '.clicked'))).toBe('Moved from Old DialerUndo');
        expect([button.getAttribute('aria-label'), button.tabIndex]).toEqual(['Undo the move of Ada Byron', -1]);
        button.click();
        expect(undone).toEqual(['005000000000001AAA']);
    });

    it('passes focus and clicks from the table’s keyboard navigation to Undo', () => {
        const element = showClicked(UNDO) as unknown as HTMLElement & { shadowRoot: ShadowRoot };
        const undone = heard(element, 'userundo');
        element.focus();
        expect(element.shadowRoot.activeElement).toBe(one(element.shadowRoot, 'button'));
        element.click();
        expect(undone).toHaveLength(1);
    });

    it('has an Undo that does nothing while it waits', () => {
        const element = showClicked({ ...UNDO, disabled: true });
        const undone = heard(element, 'userundo');
        one(element.shadowRoot, 'button').click();
        expect(undone).toEqual([]);
    });

    it('has no Undo without a click', () => {
        expect(all(showClicked(null).shadowRoot, 'button')).toEqual([]);
    });

    it('is accessible with Undo', async () => {
        await expect(showClicked(UNDO)).toBeAccessible();
    });
});
