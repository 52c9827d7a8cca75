import NoticePart, { type Notice } from 'c/notice';
import { heard, labelled, mount, one, settled, textOf, unmountAll, all } from '#tests/support/mount.ts';

const MOVED: Notice = { tone: 'success', text: 'Ada Byron moved to 8x8 Work', canUndo: true, isBusy: false };

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
        const element = show({ tone: 'error', text: 'Not clear', canUndo: false, canCheck: true, isBusy: false });
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
        const { shadowRoot } = show({ tone: 'error', text: 'Failed', canUndo: false, isBusy: false });
        expect(all(shadowRoot, 'button')).toEqual([]);
        expect(one(shadowRoot, '.box').classList).toContain('error');
        expect(one(shadowRoot, 'lightning-icon')).toHaveProperty('iconName', 'utility:warning');
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
