/**
 * Finds users, and reports what is selected. Events: `rowaction` (a `RowAction`: the button of a row was pressed),
 * `undouser` (the ID of a user: Undo in their row was pressed),
 * `selection` (a `Selection`), `open` (profiles and roles are needed), `firstrows` (once: users were read, or couldn't be).
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import {
    OrgFault,
    type Choice,
    type Id,
    type MembershipFilter,
    type Org,
    type SortField,
    type User,
    type UserSearch
} from 'c/orgPort';
import type { RowMove } from 'c/moveButton';
import type { Plan } from 'c/movePlan';
import { searchFrom, type Address, type LinkedSearch, type Viewpoint } from 'c/pageState';
import { NO_USERS, type Selection } from 'c/userSelection';
import { EVERYONE, filtersByCenter, sameQuestion } from 'c/userSearch';
import { faultText } from 'c/wording';
import { columnsFor, membershipOptionsFor, rowOf, type Row } from './rows.ts';
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
    private isAddressTaken = false;
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
        const linked = before && this.address?.center === viewpoint.chosen ? this.takeAddress(viewpoint) : null;
        const membership: MembershipFilter = linked?.membership ?? (viewpoint.chosen === 'none' ? 'none' : 'everyone');
        this.search = { ...asked, membership, target: viewpoint.target };
        if (!before) return;
        this.announce();
        // If only the selected center changed and the query is the same, keep the results.
        if (this.problem || !sameQuestion(asked, this.search)) void this.read();
    }

    async connectedCallback() {
        const { address, shown } = this;
        if (address && shown) {
            this.search = { ...this.search, ...searchFrom(address, shown.chosen) };
            // Until the link's call center is selected, something of the link waits.
            if (address.center === null || address.center === shown.chosen) this.isAddressTaken = true;
        }
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
        const { target, sort } = this.search;
        this.search = { ...EVERYONE, target, sort, text };
        void this.read();
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
        if (this.found.state === 'reading' || this.found.state === 'unread') return '';
        // What was searched for wasn't read, so the count isn't known.
        if (this.isOutdated || (this.problem && !this.hasRows)) return '';
        return this.found.users.length
            ? fill(LABELS.range, this.found.users.length, this.found.total)
            : LABELS.rangeNone;
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
        this.search = { ...this.search, ...event.detail };
        if (this.picked.isAll) this.clearSelection();
        clearTimeout(this.typing);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the page goes
        if (isTyping) this.typing = setTimeout(() => void this.read(), TYPING_PAUSE);
        else void this.read();
    }

    handleSort(event: CustomEvent<{ fieldName: SortField; sortDirection: 'asc' | 'desc' }>) {
        const { fieldName, sortDirection } = event.detail;
        this.search = { ...this.search, sort: { field: fieldName, descending: sortDirection === 'desc' } };
        void this.read();
    }

    handleShowEveryone() {
        const { target, sort } = this.search;
        this.search = { ...EVERYONE, target, sort };
        void this.read();
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

    /** The link's search, once. Selecting its call center again later starts a new search. */
    private takeAddress({ chosen }: Viewpoint): LinkedSearch | null {
        if (!this.address || this.isAddressTaken) return null;
        this.isAddressTaken = true;
        return searchFrom(this.address, chosen);
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
            if (isHidden(thrown) && filtersByCenter(this.search)) await this.readUnfiltered();
            else this.problem = faultText(thrown);
        }
    }

    /** Users can't be found by call center, so they are shown whatever theirs is. */
    private readUnfiltered(): Promise<void> {
        this.search = { ...this.search, membership: 'everyone', memberOf: null };
        return this.read();
    }
}

function isHidden(thrown: unknown): boolean {
    return thrown instanceof OrgFault && thrown.kind === 'hidden';
}
