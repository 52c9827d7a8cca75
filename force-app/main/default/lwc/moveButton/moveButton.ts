/** The button of a row. Event: `usermove` with the user's id; it bubbles out of the table. */
import { api, LightningElement } from 'lwc';

/** What the button offers to do with one user. */
export interface RowMove {
    userId: string;
    label: string;
    accessibleName: string;
    title: string;
    disabled: boolean;
}

export default class MoveButton extends LightningElement {
    @api move: RowMove | null = null;
    /** -1 while the table's arrow keys go from cell to cell; see "Datatable Accessibility". */
    @api buttonTabIndex: string | number | undefined;

    @api focus() {
        (this.refs?.target as HTMLElement | undefined)?.focus();
    }

    @api click() {
        (this.refs?.target as HTMLElement | undefined)?.click();
    }

    send() {
        this.dispatchEvent(new CustomEvent('usermove', { detail: this.move?.userId, bubbles: true, composed: true }));
    }
}
