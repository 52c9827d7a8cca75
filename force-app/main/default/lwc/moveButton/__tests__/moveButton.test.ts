import MoveButton, { type RowMove } from 'c/moveButton';
import { all, heard, mount, one, standForStubs, unmountAll, type Stub } from '#tests/support/mount.ts';

const MOVE: RowMove = {
    userId: '005000000000001AAA',
    label: 'Move here',
    accessibleName: 'Move Ada Byron to 8x8 Work',
    title: 'Move Ada Byron to 8x8 Work',
    disabled: false
};

const show = (move: RowMove | null) => mount(MoveButton, { move, buttonTabIndex: -1 });
const button = (root: ParentNode) => one<Stub>(root, 'lightning-button');

describe('The button of a row', () => {
    afterEach(unmountAll);

    it('is short to see and says to screen readers whom it moves where', () => {
        const shown = button(show(MOVE).shadowRoot);
        expect(shown.label).toBe('Move here');
        expect(shown.getAttribute('aria-label') ?? shown.ariaLabel).toBe('Move Ada Byron to 8x8 Work');
    });

    it('tells the table around it which user was meant', () => {
        const element = show(MOVE);
        const moved = heard(document.body, 'usermove');
        button(element.shadowRoot).click();
        expect(moved).toEqual(['005000000000001AAA']);
    });

    it('is disabled with the reason in its title', () => {
        const shown = button(show({ ...MOVE, disabled: true, title: 'You may not' }).shadowRoot);
        expect(shown.disabled).toBe(true);
        expect(shown.title).toBe('You may not');
    });

    it('is not there when there is nothing to do', () => {
        expect(all(show(null).shadowRoot, '*')).toEqual([]);
    });

    it('takes focus and clicks from the table’s keyboard', () => {
        const element = show(MOVE);
        const shown = button(element.shadowRoot);
        const focus = jest.spyOn(shown, 'focus');
        const moved = heard(element, 'usermove');
        element.focus();
        expect(focus).toHaveBeenCalledTimes(1);
        element.click();
        expect(moved).toEqual(['005000000000001AAA']);
        expect(shown.tabIndex).toBe(-1);
    });

    it('is accessible', async () => {
        const element = show(MOVE);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
