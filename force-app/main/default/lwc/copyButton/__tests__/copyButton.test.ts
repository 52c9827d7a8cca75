import CopyButton from 'c/copyButton';
import { all, heard, labelled, mount, one, settled, textOf, unmountAll } from '#tests/support/mount.ts';

/** The browser's clipboard: what was copied, unless copying is denied. */
function clipboard(isDenied: boolean): string[] {
    const copied: string[] = [];
    const writeText = async (text: string) => {
        if (isDenied) throw new DOMException('Write permission denied.', 'NotAllowedError');
        copied.push(text);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    return copied;
}

const show = () => mount(CopyButton, { label: 'Copy report', copiedLabel: 'Copied', text: 'All works.' });

describe('The button that copies', () => {
    afterEach(unmountAll);

    it('copies its text, says so, and can copy another text', async () => {
        const copied = clipboard(false);
        const element = show();
        const said = heard<string>(element, 'announce');
        labelled(element.shadowRoot, 'Copy report').click();
        await settled();
        expect(copied).toEqual(['All works.']);
        expect(said).toEqual(['Copied']);
        expect(labelled(element.shadowRoot, 'Copied')).toBeTruthy();
        element.text = 'Nothing works.';
        await settled();
        expect(labelled(element.shadowRoot, 'Copy report')).toBeTruthy();
    });

    it('shows the text to be copied by hand where the browser denies it', async () => {
        clipboard(true);
        const element = show();
        labelled(element.shadowRoot, 'Copy report').click();
        await settled();
        expect(one<HTMLTextAreaElement>(element.shadowRoot, 'textarea').value).toBe('All works.');
        expect(textOf(one(element.shadowRoot, 'label'))).toContain('copy it yourself');
        expect(labelled(element.shadowRoot, 'Copy report')).toBeTruthy();
    });

    it('shows it also where there is no clipboard', async () => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
        const element = show();
        labelled(element.shadowRoot, 'Copy report').click();
        await settled();
        expect(all(element.shadowRoot, 'textarea')).toHaveLength(1);
    });
});
