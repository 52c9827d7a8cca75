import MoveButton, { type RowMove } from 'c/moveButton';
import { all, heard, mount, one, textOf, unmountAll } from '#tests/support/mount.ts';

const MOVE: RowMove = {
    userId: '005000000000001AAA',
    to: '04v000000000001AAA',
    label: 'Move',
    accessibleName: 'Move Ada Byron to 8x8 Work',
    title: 'Move Ada Byron to 8x8 Work',
    disabled: false
};

const show = (move: RowMove | null) => mount(MoveButton, { move, buttonTabIndex: -1 });
const button = (root: ParentNode) => one<HTMLButtonElement>(root, 'button');

describe('The button in a row', () => {
    afterEach(unmountAll);

    it('has a short label, and an accessible name with the user and the call center', () => {
        const shown = button(show(MOVE).shadowRoot);
        expect(textOf(shown)).toBe('Move');
        expect(shown.getAttribute('aria-label')).toBe('Move Ada Byron to 8x8 Work');
    });

    it('says whom it moves and where, in an event that bubbles out of the table', () => {
        const element = show(MOVE);
        const moved = heard(document.body, 'usermove');
        button(element.shadowRoot).click();
        expect(moved).toEqual([MOVE]);
    });

    it("shows in its tooltip why it's disabled", () => {
        const shown = button(show({ ...MOVE, disabled: true, title: "You can't move users" }).shadowRoot);
        expect(shown.disabled).toBe(true);
        expect(shown.title).toBe("You can't move users");
    });

    it('is absent when there is nothing to do', () => {
        expect(all(show(null).shadowRoot, '*')).toEqual([]);
    });

    it('passes focus and clicks from the table’s keyboard navigation to the button', () => {
        const element = show(MOVE);
        const shown = button(element.shadowRoot);
        const focus = jest.spyOn(shown, 'focus');
        const moved = heard(element, 'usermove');
        element.focus();
        expect(focus).toHaveBeenCalledTimes(1);
        element.click();
        expect(moved).toEqual([MOVE]);
        expect(shown.tabIndex).toBe(-1);
    });

    it('is accessible', async () => {
        const element = show(MOVE);
        await expect(element).toBeAccessible();
    });
});
