import KeyList from 'c/keyList';
import { all, heard, labelled, mount, one, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';

const show = (isOn = true) => mount(KeyList, { isOn });

describe('The list of keys', () => {
    afterEach(unmountAll);

    it('takes the focus, and names every key', () => {
        const { shadowRoot: root } = show();
        expect(root.activeElement).toBe(one(root, 'h2'));
        expect(all(root, 'kbd').map(textOf)).toEqual(['/', 'M', 'Enter', 'X', 'R', 'U', 'Esc', '?']);
        expect(all(root, 'dd').map(textOf)).not.toContain('');
    });

    it('turns the keys off, and closes', () => {
        const element = show();
        const toggled = heard<boolean>(element, 'toggle');
        const closed = heard(element, 'close');
        const box = one<HTMLInputElement>(element.shadowRoot, 'lightning-input');
        expect(box.checked).toBe(true);
        box.checked = false;
        box.dispatchEvent(new CustomEvent('change'));
        labelled(element.shadowRoot, 'Close').click();
        expect(toggled).toEqual([false]);
        expect(closed).toHaveLength(1);
    });

    it('is accessible', async () => {
        const element = show();
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
