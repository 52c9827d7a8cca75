/**
 * Users as a table, or as cards where a table has no room. Events: `rowaction` (a `RowAction`: the button of a row was
 * pressed), `undouser` (the ID of a user: Undo in their row was pressed), `select` (the IDs of the selected users among
 * those shown), `sort` (a `UserSort`), `loadmore`, `widths` (in pixels, by column: the person resized one).
 */
import { api, LightningElement } from 'lwc';
import { isFocusLost, later, wait } from 'c/browser';
import { LABELS } from 'c/labels';
import type { RowMove } from 'c/moveButton';
import type { Plan } from 'c/movePlan';
import type { Id, SortField, User, UserSearch } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';
import type { RowKey } from 'c/userTable';
import { CARDS_BELOW, columnsFor } from './columns.ts';
import { drawnNext, rowsOf, type Row } from './rows.ts';
import { NOTHING_SET, type ColumnSettings } from './tableSettings.ts';
export { CARDS_BELOW, columnChoices, columnsThatFit } from './columns.ts';
export { optionalAmong, readTableSettings, TABLE_SETTING, type ColumnSettings } from './tableSettings.ts';

export type UserSort = UserSearch['sort'];

/** The button of a row was pressed. */
export interface RowAction {
    /** As the row shows them now. */
    user: User;
    /** Where the pressed button leads; null is no call center. */
    to: Id | null;
    /** What the row does now; null when that isn't what the button said, because the row has changed since. */
    plan: Plan | null;
}

export default class UserList extends LightningElement {
    @api sort: UserSort = EVERYONE.sort;
    @api selected: Id[] = [];
    @api hidesCheckboxes = false;
    @api hasMore = false;
    @api state: 'unread' | 'reading' | 'reading more' | 'read' = 'read';

    labels = LABELS;
    /** The rows as far as they are drawn: a hundred at once would keep the page from reacting. */
    drawn: Row[] = [];
    columns: Record<string, unknown>[] = [];
    private rows: Row[] = [];
    private drawnBefore: Row[] = [];
    private stopDrawing: (() => void) | null = null;
    private given = { users: [] as User[], viewpoint: null as Viewpoint | null, isOutdated: false };
    private room = { width: window.innerWidth, settings: NOTHING_SET };
    /** What the columns depend on, because new columns redraw the table. */
    private columnsDrawn = '';
    /** The user whose Undo was pressed and is still there. */
    private undone: Id | null = null;

    /** Undo goes with the focus, which then is on the user. */
    renderedCallback() {
        const { undone } = this;
        if (undone === null || this.rows.some(({ id, undo }) => id === undone && undo !== null)) return;
        this.undone = null;
        const part = (this.refs?.cards ?? this.refs?.table) as unknown as { focusUser(userId: Id): void } | undefined;
        void wait(0).then(() => isFocusLost() && part?.focusUser(undone));
    }

    @api get users(): User[] {
        return this.given.users;
    }
    set users(users: User[]) {
        this.draw({ users });
    }

    @api get viewpoint(): Viewpoint | null {
        return this.given.viewpoint;
    }
    set viewpoint(viewpoint: Viewpoint | null) {
        this.draw({ viewpoint });
    }

    /** A search failed, so the users are those of an earlier one: there is nothing to press. */
    @api get isOutdated(): boolean {
        return this.given.isOutdated;
    }
    set isOutdated(isOutdated: boolean) {
        this.draw({ isOutdated });
    }

    /** In pixels. */
    @api get width(): number {
        return this.room.width;
    }
    set width(width: number) {
        this.room = { ...this.room, width };
        this.drawColumns();
    }

    @api get settings(): ColumnSettings {
        return this.room.settings;
    }
    set settings(settings: ColumnSettings) {
        this.room = { ...this.room, settings };
        this.drawColumns();
    }

    /** Moves the focus to the first user of the table. */
    @api focusFirst() {
        (this.refs?.table as unknown as { focusFirst(): void } | undefined)?.focusFirst();
    }

    /** Other users begin at the top. */
    @api scrollToTop() {
        (this.refs?.table as unknown as { scrollToTop(): void } | undefined)?.scrollToTop();
    }

    get isCards(): boolean {
        return this.room.width < CARDS_BELOW;
    }

    private get isDrawn(): boolean {
        return this.drawn === this.rows;
    }

    /** Told again once all rows are drawn, because the table forgets users whom it doesn't have. */
    get drawnSelected(): Id[] {
        return this.isDrawn ? this.selected : this.selected.filter((id) => this.drawn.some((row) => row.id === id));
    }

    /** While rows are still to be drawn, the end of the table isn't the end of the users who were read. */
    get asksForMore(): boolean {
        return this.hasMore && this.isDrawn;
    }

    get isReadingMore(): boolean {
        return this.state === 'reading more';
    }

    get sortedDirection(): 'asc' | 'desc' {
        return this.sort.descending ? 'desc' : 'asc';
    }

    handleSort(event: CustomEvent<{ fieldName: SortField; sortDirection: 'asc' | 'desc' }>) {
        const { fieldName, sortDirection } = event.detail;
        const detail: UserSort = { field: fieldName, descending: sortDirection === 'desc' };
        this.dispatchEvent(new CustomEvent('sort', { detail }));
    }

    handleRowSelection(event: CustomEvent<{ selectedRows: { id: Id }[]; config?: { action?: string } }>) {
        // Without an action, the event is about new rows, not about the admin's choice.
        if (!event.detail.config?.action || this.isOutdated) return;
        const detail = this.selectedAfter(event.detail.config.action, event.detail.selectedRows);
        this.dispatchEvent(new CustomEvent<Id[]>('select', { detail }));
    }

    /** The table doesn't know of users who are drawn in a moment. */
    private selectedAfter(action: string, selectedRows: { id: Id }[]): Id[] {
        const waiting = this.rows.slice(this.drawn.length).map(({ id }) => id);
        const chosen = selectedRows.map(({ id }) => id);
        if (action === 'selectAllRows') return [...chosen, ...waiting];
        if (action === 'deselectAllRows') return chosen;
        return [...chosen, ...waiting.filter((id) => this.selected.includes(id))];
    }

    /** A key only moves users to the chosen call center. Pressed twice, it doesn't remove the user again. */
    handleRowKey(event: CustomEvent<RowKey>) {
        const { userId, action } = event.detail;
        if (action === 'select') {
            event.preventDefault();
            return this.toggle(userId);
        }
        const move = this.rows.find(({ id }) => id === userId)?.move;
        // The table enters a cell even if its button is disabled, and then it's stuck there.
        if (move?.disabled) return event.preventDefault();
        if (!move || move.to !== this.viewpoint?.target) return;
        event.preventDefault();
        this.press(move);
    }

    handleRowAction(event: CustomEvent<RowMove>) {
        event.stopPropagation();
        this.press(event.detail);
    }

    private press({ userId, to }: RowMove) {
        const user = this.users.find(({ id }) => id === userId);
        const now = this.rows.find(({ id }) => id === userId)?.plan;
        const plan = now && now.users[0].to === to ? now : null;
        if (user && !this.isOutdated)
            this.dispatchEvent(new CustomEvent<RowAction>('rowaction', { detail: { user, to, plan } }));
    }

    private toggle(userId: Id) {
        if (this.hidesCheckboxes || this.isOutdated) return;
        const others = this.selected.filter((id) => id !== userId);
        const detail = others.length < this.selected.length ? others : [...others, userId];
        this.dispatchEvent(new CustomEvent<Id[]>('select', { detail }));
    }

    handleUndo(event: CustomEvent<Id>) {
        event.stopPropagation();
        this.undone = event.detail;
        this.dispatchEvent(new CustomEvent<Id>('undouser', { detail: event.detail }));
    }

    handleLoadMore() {
        this.dispatchEvent(new CustomEvent('loadmore'));
    }

    handleResize(event: CustomEvent<{ columnWidths: number[]; isUserTriggered: boolean }>) {
        const { columnWidths, isUserTriggered } = event.detail;
        // The table also tells of widths that it gave itself, to fit a window.
        if (!isUserTriggered) return;
        const fields = this.columns.map(({ fieldName }) => String(fieldName));
        // The table counts its column of checkboxes, too.
        const widths = columnWidths.slice(-fields.length);
        const detail = Object.fromEntries(fields.map((field, place) => [field, Math.round(widths[place])]));
        this.dispatchEvent(new CustomEvent('widths', { detail }));
    }

    /** Makes rows when something they show changes, not each time the part renders. */
    private draw(change: Partial<typeof this.given>) {
        this.given = { ...this.given, ...change };
        const { users, viewpoint, isOutdated } = this.given;
        if (!viewpoint) return;
        this.rows = rowsOf(users, viewpoint, !isOutdated, this.rows);
        this.drawColumns();
        this.drawNext();
    }

    /** Several changes in a row are one step: each begins with what the last step has drawn. */
    private drawNext() {
        if (this.stopDrawing) this.stopDrawing();
        else this.drawnBefore = this.drawn;
        this.drawn = drawnNext(this.rows, this.drawnBefore);
        this.stopDrawing = this.isDrawn ? null : later(0, () => this.drawMore());
    }

    private drawMore() {
        this.stopDrawing = null;
        this.drawNext();
    }

    private drawColumns() {
        const { viewpoint } = this.given;
        if (!viewpoint) return;
        const columns = columnsFor(viewpoint, this.room.width, this.room.settings);
        // Widths that were set by hand are the table's own until it is drawn anew.
        const drawn = JSON.stringify(columns.map(({ fieldName }) => fieldName));
        if (drawn !== this.columnsDrawn) this.columns = columns;
        this.columnsDrawn = drawn;
    }
}
