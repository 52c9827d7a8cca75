/**
 * Finds users, and reports what is selected. Its last row is the dock, where the page adds what the selection can do (slot
 * `dock`). Events: `rowaction` (a `RowAction`: the button of a row was pressed), `undouser` (the ID of a user: Undo in their
 * row was pressed), `selection` (a `Selection`), `search` (the `UserSearch`, whenever it changed), `open` (profiles and roles
 * are needed), `firstrows` (once: users were read, or couldn't be).
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import { OrgFault, type Choice, type Id, type Org, type SortField, type User, type UserSearch } from 'c/orgPort';
import type { RowMove } from 'c/moveButton';
import type { Plan } from 'c/movePlan';
import type { Address, Viewpoint } from 'c/pageState';
import { NO_USERS, type Selection } from 'c/userSelection';
import { EVERYONE, filtersByCenter, sameQuestion } from 'c/userSearch';
import { faultText } from 'c/wording';
import { columnsFor } from './columns.ts';
import { rangeOf } from './foot.ts';
import { LinkedSearches, newSearch, searchAt, unfiltered } from './questions.ts';
import { rowOf, type Row } from './rows.ts';
import { membershipOptionsFor } from './segments.ts';
import { UserPages, type Found } from './userPages.ts';

/** The button of a row was pressed. */
export interface RowAction {
    /** As the row shows them now. */
    user: User;
    /** Where the pressed button leads; null is no call center. */
    to: Id | null;
    /** What the row does now; null when that isn't what the button said, because the row has changed since. */
    plan: Plan | null;
}

/** Pause after a key press before the org is asked, in milliseconds. It is the gap between two keys of a fast typist. */
const TYPING_PAUSE = 180;

export default class UserFinder extends LightningElement {
    @api org: Org | null = null;
    @api centers: Choice[] = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    /** What the page's link asks for. */
    @api address: Address | null = null;
    @api choicesProblem: string | null = null;
    /** In Setup: one toolbar, with what the page puts into the slots `start` and `end`, and below it the slot `status`. */
    @api isCompact = false;
    /** Only what is in the slot `dock` is shown, because it needs the place of the users, or another view has it. */
    @api isDockOnly = false;

    labels = LABELS;
    search: UserSearch = EVERYONE;
    problem: string | null = null;
    private pages = new UserPages((found) => {
        this.found = found;
        this.draw();
    });
    private found: Found = this.pages.found;
    rows: Row[] = [];
    columns: unknown[] = [];
    /** What the columns depend on, because new columns redraw the table. */
    private columnsDrawn = '';
    private picked = NO_USERS;
    private shown: Viewpoint | null = null;
    private linked = new LinkedSearches();
    private typing: ReturnType<typeof setTimeout> | undefined;

    /** Another target starts a new search and clears the selection. */
    @api get viewpoint(): Viewpoint | null {
        return this.shown;
    }
    set viewpoint(viewpoint: Viewpoint | null) {
        const before = this.shown;
        this.shown = viewpoint;
        this.draw();
        if (!viewpoint || (before && before.chosen === viewpoint.chosen)) return;
        this.picked = NO_USERS;
        const asked = this.search;
        const linked = before && this.linked.take(this.address, viewpoint, false);
        this.search = searchAt(asked, viewpoint, linked);
        if (!before) return;
        this.announce();
        this.tellSearch();
        // If only the selected center changed and the query is the same, keep the results.
        if (this.problem || !sameQuestion(asked, this.search)) void this.read();
    }

    async connectedCallback() {
        const linked = this.shown && this.linked.take(this.address, this.shown, true);
        if (linked) this.search = { ...this.search, ...linked };
        await this.read();
        this.dispatchEvent(new CustomEvent('firstrows'));
    }

    disconnectedCallback() {
        clearTimeout(this.typing);
    }

    /** Reads the first page again. */
    @api reload() {
        void this.read();
    }

    /** Shows users in their new call centers, without asking the org again. */
    @api applyMoves(moves: { userId: Id; to: Id | null }[]) {
        this.pages.applyMoves(moves);
        this.picked = this.picked.afterMoves(moves);
    }

    /**
     * A run ended. The rows have followed it, so only a search by call center is asked again, because it finds other users
     * now.
     */
    @api afterRun() {
        this.clearSelection();
        if (filtersByCenter(this.search)) void this.read();
    }

    /** Finds users by a text alone. */
    @api find(text: string) {
        this.ask(newSearch(this.search, { text }));
    }

    /** Shows what a search finds. Filters that it doesn't name are off, and the target stays the selected call center. */
    @api show(search: Partial<UserSearch>) {
        this.ask({ ...newSearch(this.search, search), target: this.search.target });
    }

    @api clearSelection() {
        this.picked = NO_USERS;
        this.announce();
    }

    get membershipOptions() {
        return this.seen && membershipOptionsFor(this.seen);
    }

    /** Makes rows when users or the viewpoint change, not each time the part renders. */
    private draw() {
        const { users, isOutdated } = this.found;
        const viewpoint = this.seen;
        if (!viewpoint) return;
        this.rows = users.map((user) => rowOf(user, viewpoint, !isOutdated));
        const drawn = `${viewpoint.chosen} ${viewpoint.hidesMemberships}`;
        if (drawn !== this.columnsDrawn) this.columns = columnsFor(viewpoint, window.innerWidth);
        this.columnsDrawn = drawn;
    }

    /** The page's viewpoint, and what the users themselves tell about it. */
    private get seen(): Viewpoint | null {
        const viewpoint = this.shown;
        return viewpoint && { ...viewpoint, hidesMemberships: this.hidesMemberships };
    }

    get hidesMemberships(): boolean {
        return this.found.hidesMemberships || (this.shown?.hidesMemberships ?? false);
    }

    /** Null where users can't be found by call center. */
    get filterCenters(): Choice[] | null {
        return this.hidesMemberships ? null : this.centers;
    }

    get usersClass(): string {
        return this.isDockOnly ? 'users away' : 'users';
    }

    get footClass(): string {
        return this.isDockOnly ? 'foot only' : 'foot';
    }

    get tableClass(): string {
        return this.isCompact ? 'table compact' : 'table';
    }

    get hasRows(): boolean {
        return this.rows.length > 0;
    }

    get isEmpty(): boolean {
        return this.found.state === 'read' && !this.problem;
    }

    get isReading(): boolean {
        return this.found.state === 'reading';
    }

    get isReadingMore(): boolean {
        return this.found.state === 'reading more';
    }

    get hasMore(): boolean {
        return this.found.hasMore && !this.problem;
    }

    get isCut(): boolean {
        return this.found.isCut && !this.isOutdated;
    }

    get isOutdated(): boolean {
        return this.found.isOutdated && this.hasRows;
    }

    get cutText(): string {
        return fill(LABELS.shownAtMost, this.found.users.length);
    }

    get range(): string {
        return rangeOf(this.found, this.problem !== null);
    }

    get sortedDirection(): 'asc' | 'desc' {
        return this.search.sort.descending ? 'desc' : 'asc';
    }

    get hidesCheckboxes(): boolean {
        return (
            !this.shown ||
            this.shown.chosen === 'everyone' ||
            !this.shown.mayEdit ||
            this.hidesMemberships ||
            this.isOutdated
        );
    }

    get selectedRows(): Id[] {
        return this.picked.among(this.found.users);
    }

    get selectedCount(): number {
        return this.picked.selection(this.search, this.found.total).count;
    }

    get selectedText(): string {
        return fill(LABELS.selected, this.selectedCount);
    }

    get offersAll(): boolean {
        return !this.hidesCheckboxes && this.picked.offersAll(this.found.total);
    }

    get selectAllLabel(): string {
        return fill(LABELS.selectAllMatching, this.found.total);
    }

    handleSearch(event: CustomEvent<Partial<UserSearch>>) {
        const isTyping = event.detail.text !== undefined;
        this.ask({ ...this.search, ...event.detail }, isTyping ? TYPING_PAUSE : 0);
    }

    handleSort(event: CustomEvent<{ fieldName: SortField; sortDirection: 'asc' | 'desc' }>) {
        const { fieldName, sortDirection } = event.detail;
        this.ask({ ...this.search, sort: { field: fieldName, descending: sortDirection === 'desc' } });
    }

    handleShowEveryone() {
        this.ask(newSearch(this.search));
    }

    handleOpen() {
        this.dispatchEvent(new CustomEvent('open'));
    }

    handleRowSelection(event: CustomEvent<{ selectedRows: Row[]; config?: { action?: string } }>) {
        // Without an action, the event is about new rows, not about the admin's choice.
        if (!event.detail.config?.action || this.isOutdated) return;
        const ids = new Set(event.detail.selectedRows.map((row) => row.id));
        this.picked = this.picked.chosen(ids, this.found.users);
        this.announce();
    }

    handleSelectAll() {
        this.picked = this.picked.all(this.found.total, this.found.users);
        this.announce();
    }

    handleRowAction(event: CustomEvent<RowMove>) {
        event.stopPropagation();
        const { userId, to } = event.detail;
        const user = this.found.users.find(({ id }) => id === userId);
        const now = this.rows.find(({ id }) => id === userId)?.plan;
        const plan = now && now.users[0].to === to ? now : null;
        if (user && !this.isOutdated)
            this.dispatchEvent(new CustomEvent<RowAction>('rowaction', { detail: { user, to, plan } }));
    }

    handleUndo(event: CustomEvent<Id>) {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent<Id>('undouser', { detail: event.detail }));
    }

    handleLoadMore() {
        if (this.hasMore && this.found.state === 'read') void this.read(true);
    }

    /** Asks another question, after a pause in milliseconds. All users that match are other users then. */
    private ask(search: UserSearch, pause = 0) {
        const isOther = !sameQuestion({ ...search, sort: this.search.sort }, this.search);
        this.search = search;
        if (this.picked.isAll && isOther) this.clearSelection();
        this.tellSearch();
        clearTimeout(this.typing);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the page goes
        if (pause) this.typing = setTimeout(() => void this.read(), pause);
        else void this.read();
    }

    private tellSearch() {
        this.dispatchEvent(new CustomEvent<UserSearch>('search', { detail: this.search }));
    }

    private announce() {
        const detail: Selection = this.picked.selection(this.search, this.found.total);
        this.dispatchEvent(new CustomEvent('selection', { detail }));
    }

    private async read(more = false) {
        if (!this.org || !this.shown || !this.isConnected) return;
        try {
            const isAnswered = await this.pages.read(this.org, this.search, more);
            if (isAnswered) this.problem = null;
        } catch (thrown) {
            if (isHidden(thrown) && filtersByCenter(this.search)) {
                this.search = unfiltered(this.search);
                this.tellSearch();
                await this.read();
            } else this.problem = faultText(thrown);
        }
    }
}

function isHidden(thrown: unknown): boolean {
    return thrown instanceof OrgFault && thrown.kind === 'hidden';
}
