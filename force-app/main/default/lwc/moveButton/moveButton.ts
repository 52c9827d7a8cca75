/** The button in a row. Event: `usermove` (its `RowMove`), which bubbles out of the table. */
import { api, LightningElement } from 'lwc';
import { isFocusLost } from 'c/browser';

/** What the button does with one user. */
export interface RowMove {
    userId: string;
    /** The call center that it leads to; null is no call center. */
    to: string | null;
    label: string;
    accessibleName: string;
    title: string;
    disabled: boolean;
}

export default class MoveButton extends LightningElement {
    @api move: RowMove | null = null;
    /** -1 while the arrow keys move between the table's cells. See "Datatable Accessibility" in the component reference. */
    @api buttonTabIndex: string | number | undefined;

    /** The button was pressed since it was last drawn. */
    private isPressed = false;
    /** The button that was pressed is disabled, so it loses the focus while its move is in progress. */
    private isToReturn = false;

    renderedCallback() {
        const button = this.refs?.target as HTMLButtonElement | undefined;
        if (!button) return;
        // The browser may have taken the focus from a disabled button by now, so the press tells.
        if (button.disabled) this.isToReturn ||= this.isPressed;
        else if (this.isToReturn) {
            this.isToReturn = false;
            if (isFocusLost()) button.focus();
        }
        this.isPressed = false;
    }

    @api focus() {
        (this.refs?.target as HTMLElement | undefined)?.focus();
    }

    @api click() {
        (this.refs?.target as HTMLElement | undefined)?.click();
    }

    handleClick() {
        this.isPressed = true;
        this.dispatchEvent(new CustomEvent('usermove', { detail: this.move, bubbles: true, composed: true }));
    }
}
