/** Obeys the keys of the page. Those of a row are the table's. */
import { keyAction, keysAreOn, type KeyAction } from 'c/keys';

/** What the page does for a key. @returns false when there is nothing to do now */
export type KeyActions = Record<Exclude<KeyAction, 'move' | 'select'>, () => boolean>;

/** @returns what ends listening */
export function obeyKeys(actions: KeyActions): () => void {
    const obey = (event: KeyboardEvent) => {
        if (event.defaultPrevented) return;
        const action = keyAction(event);
        if (action === null || action === 'move' || action === 'select') return;
        // The list of keys has the switch for all of them, so it can always be opened.
        if (!keysAreOn() && action !== 'help') return;
        if (actions[action]()) event.preventDefault();
    };
    window.addEventListener('keydown', obey);
    return () => window.removeEventListener('keydown', obey);
}
