import NoticePart, { type Notice } from 'c/notice';
import { eventually, heard, labelled, mount, one, settled, textOf, unmountAll, all } from '#tests/support/mount.ts';

const MOVED: Notice = {
    about: {},
    tone: 'success',
    text: 'Ada Byron moved to 8x8 Work',
    canUndo: true,
    isBusy: false
};
const FAILED: Notice = { about: {}, tone: 'error', text: 'Failed', canUndo: false, isBusy: false };

const show = (notice: Notice | null) => mount(NoticePart, { notice });

describe('The notice', () => {
    afterEach(unmountAll);

    it('shows the result in a polite status region', async () => {
        const { shadowRoot } = show(MOVED);
        const status = one(shadowRoot, '[role="status"]');
        expect(status.getAttribute('aria-live')).toBe('polite');
        expect(textOf(status)).toBe('Ada Byron moved to 8x8 Work');
    });

    it('has its status region from the start, so that screen readers announce the change', async () => {
        const element = show(null);
        const status = one(element.shadowRoot, '[role="status"]');
        expect(textOf(status)).toBe('');
        element.notice = MOVED;
        await settled();
        expect(one(element.shadowRoot, '[role="status"]')).toBe(status);
        expect(textOf(status)).toBe('Ada Byron moved to 8x8 Work');
    });

    it('shows no buttons or icons without a notice', () => {
        const { shadowRoot } = show(null);
        expect(all(shadowRoot, 'button, lightning-button-icon, lightning-icon')).toEqual([]);
    });

    it('sends an event when the user selects Undo', () => {
        const element = show(MOVED);
        const undone = heard(element, 'undo');
        const undo = one<HTMLButtonElement>(element.shadowRoot, 'button');
        expect(textOf(undo)).toBe('Undo');
        undo.click();
        expect(undone).toHaveLength(1);
    });

    it('sends an event when the user selects Check again', () => {
        const element = show({ ...FAILED, canCheck: true });
        const checked = heard(element, 'check');
        const check = one<HTMLButtonElement>(element.shadowRoot, 'button');
        expect(textOf(check)).toBe('Check again');
        check.click();
        expect(checked).toHaveLength(1);
    });

    it('says whose move Undo takes back when the notice is about another user', () => {
        const { shadowRoot } = show({ ...MOVED, undoLabel: 'Undo the move of Cy Tan' });
        expect(textOf(one(shadowRoot, 'button'))).toBe('Undo the move of Cy Tan');
    });

    it('disables Undo while an undo is running', () => {
        const element = show({ ...MOVED, isBusy: true });
        const undone = heard(element, 'undo');
        const undo = one<HTMLButtonElement>(element.shadowRoot, 'button');
        expect(undo.disabled).toBe(true);
        undo.click();
        expect(undone).toEqual([]);
    });

    it('shows a warning without Undo after a failure', () => {
        const { shadowRoot } = show(FAILED);
        expect(all(shadowRoot, 'button')).toEqual([]);
        expect(one(shadowRoot, '.box').classList).toContain('error');
        expect(one(shadowRoot, 'lightning-icon')).toHaveProperty('iconName', 'utility:warning');
    });

    it('offers to log in only after an expired session', () => {
        expect(all(show(FAILED).shadowRoot, 'c-login-link')).toEqual([]);
        expect(all(show({ ...FAILED, canLogIn: true }).shadowRoot, 'c-login-link')).toHaveLength(1);
    });

    it('sends an event when the user closes it', () => {
        const element = show(MOVED);
        const closed = heard(element, 'close');
        const close = one(element.shadowRoot, 'lightning-button-icon');
        expect(close).toHaveProperty('alternativeText', 'Close');
        close.click();
        expect(closed).toHaveLength(1);
    });

    it.each([[MOVED], [null]])('is accessible with %j', async (notice) => {
        await expect(show(notice)).toBeAccessible();
    });

    it('shows markup in names as plain text', () => {
        const { shadowRoot } = show({ ...MOVED, text: '<b>Bobby</b> moved to <script>1</script>' });
        expect(textOf(one(shadowRoot, '[role="status"]'))).toBe('<b>Bobby</b> moved to <script>1</script>');
        expect(() => labelled(shadowRoot, 'Bobby')).toThrow('No base component');
    });
});

describe('The time of the notice', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => {
        jest.useRealTimers();
        unmountAll();
    });

    const open = (notice: Notice) => {
        const element = show(notice);
        const box = one(element.shadowRoot, '.box');
        return { element, box, closed: heard(element, 'close') };
    };

    it('is 15 seconds with Undo, whatever else changes on the page', () => {
        const { element, closed } = open(MOVED);
        jest.advanceTimersByTime(14_000);
        element.notice = { ...MOVED };
        jest.advanceTimersByTime(999);
        expect(closed).toHaveLength(0);
        jest.advanceTimersByTime(1);
        expect(closed).toHaveLength(1);
    });

    it('begins again with another notice of the same text', () => {
        const { element, closed } = open(MOVED);
        jest.advanceTimersByTime(14_000);
        element.notice = { ...MOVED, about: {} };
        jest.advanceTimersByTime(14_000);
        expect(closed).toHaveLength(0);
    });

    it('stands still while the pointer is over it', () => {
        const { box, closed } = open(MOVED);
        box.dispatchEvent(new CustomEvent('pointerenter'));
        jest.advanceTimersByTime(60_000);
        expect(closed).toHaveLength(0);
        box.dispatchEvent(new CustomEvent('pointerleave'));
        jest.advanceTimersByTime(15_000);
        expect(closed).toHaveLength(1);
    });

    it('stands still while the focus is inside', () => {
        const { element, closed } = open(MOVED);
        const undo = one(element.shadowRoot, 'button');
        undo.focus();
        jest.advanceTimersByTime(60_000);
        expect(closed).toHaveLength(0);
        undo.blur();
        jest.advanceTimersByTime(15_000);
        expect(closed).toHaveLength(1);
    });

    it('has no end for an error', () => {
        const { closed } = open(FAILED);
        jest.advanceTimersByTime(600_000);
        expect(closed).toHaveLength(0);
    });

    it('ends with the page', () => {
        const { closed } = open(MOVED);
        unmountAll();
        jest.advanceTimersByTime(60_000);
        expect(closed).toHaveLength(0);
    });
});

describe('The focus inside the notice', () => {
    afterEach(unmountAll);

    it('stays in it when its button is gone, and is told to the page when all of it is gone', async () => {
        const element = show(MOVED);
        const blurred = heard(element, 'blurred');
        one(element.shadowRoot, 'button').focus();
        element.notice = { ...MOVED, about: {}, text: 'Ada Byron is back in Old Dialer', canUndo: false };
        await eventually(() => expect(element.shadowRoot.activeElement).toBe(one(element.shadowRoot, '.box')));
        expect(blurred).toEqual([]);
        element.notice = null;
        await settled();
        expect(blurred).toHaveLength(1);
    });

    it("isn't asked for by a notice that didn't have it", async () => {
        const element = show(MOVED);
        const blurred = heard(element, 'blurred');
        element.notice = null;
        await settled();
        expect(blurred).toEqual([]);
        expect(document.activeElement).toBe(document.body);
    });
});
