/** The keys that the page obeys, as data, and whether it obeys them. */
import { keepSetting, keptSetting } from 'c/browser';

/** What a key does. `move` and `select` are about the row that has the focus. */
export type KeyAction = 'search' | 'back' | 'move' | 'select' | 'review' | 'undo' | 'help';

/** The keys of each action, as `KeyboardEvent.key` names them. Enter on a row presses its button, too. */
export const KEYS: Readonly<Record<KeyAction, readonly string[]>> = {
    search: ['/'],
    move: ['m', 'Enter'],
    select: ['x'],
    review: ['r'],
    undo: ['u'],
    back: ['Escape'],
    help: ['?']
};

/** The part of a KeyboardEvent that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat'>;

/**
 * What a key press asks for; null for anything else. A held key acts once. With Control, Command, or Alt, a key belongs to
 * the browser or to a screen reader.
 */
export function keyAction({ key, ctrlKey, metaKey, altKey, isComposing, repeat }: KeyPress): KeyAction | null {
    if (ctrlKey || metaKey || altKey || isComposing || repeat) return null;
    const pressed = key.length === 1 ? key.toLowerCase() : key;
    const actions = Object.keys(KEYS) as KeyAction[];
    return actions.find((action) => KEYS[action].includes(pressed)) ?? null;
}

/** The name of the setting in the browser's storage. */
const SETTING = 'switchboard.keys';

/** Null until it was asked. Where nothing can be stored, it holds until the page closes. */
let isOn: boolean | null = null;

/** Whether the page obeys its keys. Screen readers and speech input may need them for themselves. */
export function keysAreOn(): boolean {
    isOn ??= keptSetting(SETTING) !== 'off';
    return isOn;
}

export function switchKeys(on: boolean): void {
    isOn = on;
    keepSetting(SETTING, on ? 'on' : 'off');
}

/** Elements that take letters: text is typed there, or letters choose something. */
const TAKES_LETTERS = new Set([
    'INPUT',
    'TEXTAREA',
    'SELECT',
    'LIGHTNING-INPUT',
    'LIGHTNING-TEXTAREA',
    'LIGHTNING-COMBOBOX',
    'LIGHTNING-BUTTON-MENU'
]);
/** Types of inputs that take none. */
const TAKES_NONE = new Set(['checkbox', 'checkbox-button', 'radio', 'toggle', 'button']);

/** Whether a key press belongs to the element that has the focus. */
export function isTyping(target: EventTarget | null): boolean {
    const { tagName = '', type } = target as Partial<HTMLInputElement>;
    return TAKES_LETTERS.has(tagName) && !TAKES_NONE.has(type ?? '');
}

/**
 * Keeps what is typed from the page's keys. Every part with a field handles `keydown` with it, because a part hides
 * its elements from the page. Escape closes a menu or clears a field, and shouldn't also leave a review. In an empty field,
 * it's the page's.
 */
export function keepTyping(event: Event): void {
    const isEmpty = (event.target as Partial<HTMLInputElement> | null)?.value === '';
    const isLeft = (event as KeyboardEvent).key === 'Escape' && isEmpty;
    if (isTyping(event.target) && !isLeft) event.stopPropagation();
}
