/** The button in a row. Event: `usermove` (its `RowMove`), which bubbles out of the table. */
import { api, LightningElement } from 'lwc';

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

    @api focus() {
        (this.refs?.target as HTMLElement | undefined)?.focus();
    }

    @api click() {
        (this.refs?.target as HTMLElement | undefined)?.click();
    }

    handleClick() {
        this.dispatchEvent(new CustomEvent('usermove', { detail: this.move, bubbles: true, composed: true }));
    }
}
