/**
 * lightning-datatable with cells for a user's name, call center, and button. Cells send the events `usermove` and
 * `userundo`. The table sends `rowkey` (a `RowKey`) when a key is pressed that is about a row; whoever acts on it cancels
 * the event.
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
    /** What has no behavior is plain markup: a component for each of 1,000 rows takes time to draw. */
    static customTypes = {
        person: { template: person, standardCellLayout: true, typeAttributes: ['username', 'url', 'badge'] },
        membership: { template: membership, standardCellLayout: true, typeAttributes: ['state', 'plain', 'undo'] },
        move: { template: move, standardCellLayout: true, typeAttributes: [] }
    };

    private table: Element | null = null;

    renderedCallback() {
        super.renderedCallback?.();
        const table = this.template?.querySelector('table') ?? null;
        if (table === this.table) return;
        this.table = table;
        // While the event goes down, before the table enters the cell. A listener of the template can't ask for that.
        table?.addEventListener('keydown', this.obey, { capture: true });
    }

    /** Moves the focus into the table, to the first user. */
    @api focusFirst() {
        this.template?.querySelector<HTMLElement>('tbody tr th')?.focus();
    }

    @api focusUser(userId: string) {
        this.template?.querySelector<HTMLElement>(`tr[data-row-key-value="${CSS.escape(userId)}"] th`)?.focus();
    }

    /**
     * Keys of a row. What the list doesn't act on is the table's: Enter goes into the cell, to its link or button. In the
     * cells of the name and of the call center it always does, for the links there. If the markup of the base component
     * changes, the keys do nothing.
     */
    private obey = (event: Event) => {
        const cell = event.target as HTMLElement;
        const userId = cell.closest<HTMLElement>('tr[data-row-key-value]')?.dataset.rowKeyValue;
        const action = keysAreOn() ? keyAction(event as KeyboardEvent) : null;
        if (!userId || (action !== 'move' && action !== 'select')) return;
        if ((event as KeyboardEvent).key === 'Enter' && hasLinks(cell)) return;
        const rowKey = new CustomEvent<RowKey>('rowkey', { detail: { userId, action }, cancelable: true });
        if (this.dispatchEvent(rowKey)) return;
        event.preventDefault();
        event.stopPropagation();
    };

    /** Other users begin at the top. The base component can't be asked for it, and if it changes, the table stays where it was. */
    @api scrollToTop() {
        const scrolled = this.template?.querySelector('.slds-scrollable_y');
        if (scrolled) scrolled.scrollTop = 0;
    }
}

/** The base component names a cell after its column: field, type, and place. */
function hasLinks(cell: HTMLElement): boolean {
    return cell.tagName !== 'TD' || (cell.dataset.colKeyValue ?? '').includes('-membership-');
}
