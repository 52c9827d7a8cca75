import { isTyping, keepTyping, keyAction, keysAreOn, switchKeys, KEYS, type KeyAction, type KeyPress } from 'c/keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    repeat: false,
    ...more
});

describe('A key', () => {
    it.each(Object.entries(KEYS).flatMap(([action, keys]) => keys.map((key) => [key, action] as [string, KeyAction])))(
        '%s does %s',
        (key, action) => {
            expect(keyAction(press(key))).toBe(action);
        }
    );

    it('works in capitals, too, and no other key does anything', () => {
        expect(keyAction(press('M'))).toBe('move');
        for (const key of ['a', ' ', 'Tab', 'ArrowDown', 'F5', 'Shift']) expect(keyAction(press(key))).toBeNull();
    });

    it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'repeat'] as const)('does nothing with %s', (name) => {
        for (const key of Object.values(KEYS).flat()) expect(keyAction(press(key, { [name]: true }))).toBeNull();
    });

    it.each([
        ['INPUT', 'search', true],
        ['INPUT', 'checkbox', false],
        ['TEXTAREA', 'textarea', true],
        ['LIGHTNING-INPUT', 'search', true],
        ['LIGHTNING-INPUT', 'checkbox', false],
        ['LIGHTNING-COMBOBOX', undefined, true],
        ['BUTTON', 'submit', false],
        ['TD', undefined, false]
    ])('in %s of type %s belongs to the element: %s', (tagName, type, expected) => {
        expect(isTyping({ tagName, type } as unknown as EventTarget)).toBe(expected);
    });

    it('that is typed does not reach the page', () => {
        const heard = jest.fn();
        document.body.addEventListener('keydown', heard);
        const [field, button] = ['input', 'button'].map((name) => {
            const element = document.body.appendChild(document.createElement(name));
            element.addEventListener('keydown', keepTyping);
            return element;
        });
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }));
        expect(heard).not.toHaveBeenCalled();
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }));
        expect(heard).toHaveBeenCalledTimes(1);
        const escape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
        field.dispatchEvent(escape());
        expect(heard).toHaveBeenCalledTimes(2);
        (field as HTMLInputElement).value = 'ada';
        field.dispatchEvent(escape());
        expect(heard).toHaveBeenCalledTimes(2);
    });
});

describe('The keys', () => {
    it('are on until someone turns them off, which this browser keeps', () => {
        expect(keysAreOn()).toBe(true);
        switchKeys(false);
        expect(keysAreOn()).toBe(false);
        expect(window.localStorage.getItem('switchboard.keys')).toBe('off');
        switchKeys(true);
        expect(keysAreOn()).toBe(true);
    });
});
