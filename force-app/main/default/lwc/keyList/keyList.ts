/** The list of keys, as a part of the page, with a switch for all of them. Events: `close`, `toggle` (true: keys work). */
import { api, LightningElement } from 'lwc';
import { KEYS, type KeyAction } from 'c/keys';
import { LABELS } from 'c/labels';

interface Line {
    action: KeyAction;
    keys: { name: string; text: string }[];
    text: string;
}

const TEXTS: Record<KeyAction, string> = {
    search: LABELS.keySearch,
    move: LABELS.keyMove,
    select: LABELS.keySelect,
    review: LABELS.keyReview,
    undo: LABELS.keyUndo,
    back: LABELS.keyBack,
    help: LABELS.keyHelp
};

export default class KeyList extends LightningElement {
    /** Whether the keys work. */
    @api isOn = false;

    labels = LABELS;
    private isOpened = false;

    renderedCallback() {
        if (this.isOpened) return;
        this.isOpened = true;
        (this.refs?.heading as HTMLElement).focus();
    }

    get lines(): Line[] {
        const actions = Object.keys(KEYS) as KeyAction[];
        return actions.map((action) => ({
            action,
            keys: KEYS[action].map((key) => ({ name: key, text: key.length === 1 ? key.toUpperCase() : nameOf(key) })),
            text: TEXTS[action]
        }));
    }

    handleToggle(event: Event) {
        this.dispatchEvent(new CustomEvent('toggle', { detail: (event.target as HTMLInputElement).checked }));
    }

    handleClose() {
        this.dispatchEvent(new CustomEvent('close'));
    }
}

/** As it is printed on most keyboards. */
function nameOf(key: string): string {
    return key === 'Escape' ? 'Esc' : key;
}
