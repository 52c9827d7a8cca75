/**
 * Users as cards, where a table has no room. Events as those of the table: `rowselection`, `sort`, `loadmore`, and, out of
 * the cards, `usermove` and `userundo`.
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import type { MembershipState, RowUndo } from 'c/membershipCell';
import type { RowMove } from 'c/moveButton';
import { SORT_FIELDS, type Id, type SortField, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';

/** What a card shows of a user; a row of the table has it, too. */
export interface Card {
    id: Id;
    name: string;
    url: string;
    badge: string;
    profile: string | null;
    lastLogin: string;
    callCenter: string;
    state: MembershipState;
    move: RowMove | null;
    undo: RowUndo | null;
}

const DESCENDING = '-';

export default class UserCards extends LightningElement {
    @api rows: Card[] = [];
    @api selected: Id[] = [];
    @api sort: UserSearch['sort'] = EVERYONE.sort;
    @api hidesCheckboxes = false;
    @api hasMore = false;
    @api isReadingMore = false;

    labels = LABELS;

    @api focusUser(userId: Id) {
        this.template?.querySelector<HTMLElement>(`[data-user="${CSS.escape(userId)}"]`)?.focus();
    }

    get cards() {
        const selected = new Set(this.selected);
        return this.rows.map((row) => {
            const isSelected = selected.has(row.id);
            return {
                ...row,
                isSelected,
                classes: isSelected ? 'card selected' : 'card',
                facts: row.profile
                    ? fill(LABELS.cardFacts, row.profile, row.lastLogin)
                    : fill(LABELS.cardLogin, row.lastLogin),
                selectName: fill(LABELS.selectUser, row.name)
            };
        });
    }

    get showsCheckboxes(): boolean {
        return !this.hidesCheckboxes;
    }

    get sortOptions(): { label: string; value: string }[] {
        return SORT_FIELDS.flatMap((field) => [
            { label: ascending(field), value: field },
            { label: descending(field), value: DESCENDING + field }
        ]);
    }

    get sortValue(): string {
        const { field, descending: isDescending } = this.sort;
        return isDescending ? DESCENDING + field : field;
    }

    handleSort(event: CustomEvent<{ value: string }>) {
        const { value } = event.detail;
        const fieldName = SORT_FIELDS.find((field) => value.endsWith(field));
        const sortDirection = value.startsWith(DESCENDING) ? 'desc' : 'asc';
        this.dispatchEvent(new CustomEvent('sort', { detail: { fieldName, sortDirection } }));
    }

    handleSelect(event: Event) {
        const { value, checked } = event.target as HTMLInputElement;
        const others = this.selected.filter((id) => id !== value);
        const selectedRows = (checked ? [...others, value] : others).map((id) => ({ id }));
        const config = { action: checked ? 'rowSelect' : 'rowDeselect' };
        this.dispatchEvent(new CustomEvent('rowselection', { detail: { selectedRows, config } }));
    }

    /** What has the focus can be below the line that stays in sight at the bottom. The browser takes it for seen. */
    handleKeyup(event: KeyboardEvent) {
        if (event.key === 'Tab') (event.currentTarget as Element).scrollIntoView({ block: 'nearest' });
    }

    handleMore() {
        this.dispatchEvent(new CustomEvent('loadmore'));
    }
}

function ascending(field: SortField): string {
    switch (field) {
        case 'name':
            return LABELS.sortName;
        case 'profile':
            return LABELS.sortProfile;
        case 'role':
            return LABELS.sortRole;
        case 'lastLogin':
            return LABELS.sortLastLogin;
    }
}

function descending(field: SortField): string {
    switch (field) {
        case 'name':
            return LABELS.sortNameDown;
        case 'profile':
            return LABELS.sortProfileDown;
        case 'role':
            return LABELS.sortRoleDown;
        case 'lastLogin':
            return LABELS.sortLastLoginDown;
    }
}
