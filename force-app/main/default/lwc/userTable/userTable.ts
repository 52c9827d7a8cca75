/**
 * lightning-datatable with cells for a user's name, call center, and button. Cells send the events `usermove` and
 * `userundo`. The table sends `rowkey` (a `RowKey`) when a key is pressed that is about a row.
 */
import LightningDatatable from 'lightning/datatable';
import { api } from 'lwc';
import { keyAction, keysAreOn } from 'c/keys';
import membership from './membership.html';
import move from './move.html';
import person from './person.html';

/** A key that was pressed in a row of the table. */
export interface RowKey {
    userId: string;
    action: 'move' | 'select';
}

export default class UserTable extends LightningDatatable {
    /** The name has no behavior, so it is plain markup: a component for each of 1,000 rows takes time to draw. */
    static customTypes = {
        person: { template: person, standardCellLayout: true, typeAttributes: ['username', 'url', 'badge'] },
        membership: { template: membership, standardCellLayout: true, typeAttributes: ['state', 'undo'] },
        move: { template: move, standardCellLayout: true, typeAttributes: [] }
    };

    connectedCallback() {
        super.connectedCallback?.();
        this.template?.addEventListener('keydown', this.obey);
    }

    disconnectedCallback() {
        this.template?.removeEventListener('keydown', this.obey);
        super.disconnectedCallback?.();
    }

    /** Moves the focus into the table, to the first user. */
    @api focusFirst() {
        this.template?.querySelector<HTMLElement>('tbody tr th')?.focus();
    }

    /**
     * Keys of a row. Enter in the cell of a name opens the user, as in any table. If
     * the markup of the base component changes, the keys do nothing.
     */
    private obey = (event: Event) => {
        const cell = event.target as HTMLElement;
        const userId = cell.closest<HTMLElement>('tr[data-row-key-value]')?.dataset.rowKeyValue;
        const action = keysAreOn() ? keyAction(event as KeyboardEvent) : null;
        const isEnter = (event as KeyboardEvent).key === 'Enter';
        if (!userId || (action !== 'move' && action !== 'select') || (isEnter && cell.tagName !== 'TD')) return;
        event.preventDefault();
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent<RowKey>('rowkey', { detail: { userId, action } }));
    };

    /** Other users begin at the top. The base component can't be asked for it, and if it changes, the table stays where it was. */
    @api scrollToTop() {
        const scrolled = this.template?.querySelector('.slds-scrollable_y');
        if (scrolled) scrolled.scrollTop = 0;
    }
}
