import { copyText } from 'c/browser';

/** A clipboard that takes text or refuses it, and the older command. */
function browserThat({ refuses, obeys }: { refuses: boolean; obeys: boolean }): string[] {
    const copied: string[] = [];
    const writeText = async (text: string) => {
        if (refuses) throw new DOMException('Denied', 'NotAllowedError');
        copied.push(text);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    document.execCommand = () => {
        const field = document.activeElement as HTMLTextAreaElement;
        if (obeys) copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
        return obeys;
    };
    return copied;
}

describe('Copying text', () => {
    it('uses the clipboard', async () => {
        const copied = browserThat({ refuses: false, obeys: true });
        expect(await copyText('a link')).toBe(true);
        expect(copied).toEqual(['a link']);
    });

    it('works where a frame may not use the clipboard, and leaves the page and the focus as they were', async () => {
        const button = document.body.appendChild(document.createElement('button'));
        button.focus();
        const before = [...document.body.children];
        const copied = browserThat({ refuses: true, obeys: true });
        expect(await copyText('a link')).toBe(true);
        expect(copied).toEqual(['a link']);
        expect([...document.body.children]).toEqual(before);
        expect(document.activeElement).toBe(button);
    });

    it('says when the browser refuses both', async () => {
        browserThat({ refuses: true, obeys: false });
        expect(await copyText('a link')).toBe(false);
    });
});
