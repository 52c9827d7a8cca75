/**
 * A user's call center, compared with the selected one. The flag stands out more than anything else in the row.
 * After a click, Undo is here and not in the place of the row's button, so that a double click can't press it.
 * Event: `userundo` (the user's ID), which bubbles out of the table.
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';

/**
 * `member`: no call center is selected, so being in one isn't flagged. `hidden`: field-level security hides the call center,
 * so it isn't known whether there is one.
 */
export type MembershipState = 'here' | 'elsewhere' | 'none' | 'member' | 'hidden';

/** What a click did to the user of a row, and its Undo. */
export interface RowUndo {
    userId: string;
    /** What the click did, such as "Moved from Old Dialer". */
    note: string;
    accessibleName: string;
    disabled: boolean;
}

export default class MembershipCell extends LightningElement {
    @api state: MembershipState = 'none';
    /** The name of the user's call center. Empty if the user has none. */
    @api center = '';

    @api undo: RowUndo | null = null;
    /** -1 while the arrow keys move between the table's cells. See "Datatable Accessibility" in the component reference. */
    @api undoTabIndex: string | number | undefined;

    labels = LABELS;

    @api focus() {
        (this.refs?.undo as HTMLElement | undefined)?.focus();
    }

    @api click() {
        (this.refs?.undo as HTMLElement | undefined)?.click();
    }

    get isElsewhere(): boolean {
        return this.state === 'elsewhere';
    }

    get isHere(): boolean {
        return this.state === 'here';
    }

    get isHidden(): boolean {
        return this.state === 'hidden';
    }

    get elsewhere(): string {
        return fill(LABELS.inCenter, this.center);
    }

    handleUndo() {
        this.dispatchEvent(new CustomEvent('userundo', { detail: this.undo?.userId, bubbles: true, composed: true }));
    }
}
