/**
 * Finds users and says what was picked. Events: `pick` (a `User` whose button was pressed), `selection` (a `Selection`), `open` (profiles
 * and roles are wanted).
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import type { Choice, Id, MembershipFilter, Org, SortField, User, UserSearch } from 'c/orgPort';
import type { RowMove } from 'c/moveButton';
import { EVERYONE, sameQuestion } from 'c/userSearch';
import { faultText } from 'c/wording';
import { columnsFor, membershipOptionsFor, rowOf, type Row, type Seen } from './rows.ts';
import { NOBODY, type Selection } from './picked.ts';
import { UserPages, type Found } from './userPages.ts';
export type { Selection } from './picked.ts';
export type { Seen } from './rows.ts';

/** Pause after a key press before the org is asked, in milliseconds: a fast typist's gap between two keys. */
const TYPING = 180;

export default class UserFinder extends LightningElement {
    @api org: Org | null = null;
    @api centers: Choice[] = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    @api choicesProblem: string | null = null;

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
    private picked = NOBODY;
    private shown: Seen | null = null;
    private typing: ReturnType<typeof setTimeout> | undefined;

    /** Where users are seen from. Another target starts a new search and drops the selection. */
    @api get seen(): Seen | null {
        return this.shown;
    }
    set seen(seen: Seen | null) {
        const before = this.shown;
        this.shown = seen;
        this.draw();
        if (!seen || (before && before.chosen === seen.chosen)) return;
        this.picked = NOBODY;
        this.columns = columnsFor(seen, window.innerWidth);
        const asked = this.search;
        const membership: MembershipFilter = seen.chosen === 'none' ? 'none' : 'everyone';
        this.search = { ...asked, membership, target: seen.target };
        if (!before) return;
        this.announce();
        // Seen from another center, everyone is still everyone: what was found stands.
        if (this.problem || !sameQuestion(asked, this.search)) void this.read();
    }

    connectedCallback() {
        void this.read();
    }

    disconnectedCallback() {
        clearTimeout(this.typing);
    }

    /** Reads the first page again. */
    @api reload() {
        void this.read();
    }

    /** Shows that users belong elsewhere now, without asking the org again. */
    @api applyMoves(moves: { userId: Id; to: Id | null }[]) {
        this.pages.applyMoves(moves);
        this.picked = this.picked.afterMoves(moves);
    }

    @api clearSelection() {
        this.picked = NOBODY;
        this.announce();
    }

    get membershipOptions() {
        return this.shown && membershipOptionsFor(this.shown);
    }

    /** Rows are made when users or the view of them change, not whenever the page is drawn. */
    private draw() {
        const seen = this.shown;
        if (seen) this.rows = this.found.users.map((user) => rowOf(user, seen));
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
        return this.found.isCut;
    }

    get cutText(): string {
        return fill(LABELS.shownAtMost, this.found.users.length);
    }

    get range(): string {
        if (this.found.state === 'reading' || this.found.state === 'unread') return '';
        // Nothing was read, so nobody knows how many there are.
        if (this.problem && !this.hasRows) return '';
        return this.found.users.length
            ? fill(LABELS.range, this.found.users.length, this.found.total)
            : LABELS.rangeNone;
    }

    get sortedDirection(): 'asc' | 'desc' {
        return this.search.sort.descending ? 'desc' : 'asc';
    }

    get hidesCheckboxes(): boolean {
        return !this.shown || this.shown.chosen === 'everyone' || !this.shown.mayEdit;
    }

    get selectedRows(): Id[] {
        return this.picked.among(this.found.users);
    }

    get selectedCount(): number {
        return this.picked.selection(this.search, this.found.total).count;
    }

    get selectedNumber(): string {
        return this.selectedCount.toLocaleString();
    }

    get selectedRest(): string {
        return fill(LABELS.selected, '');
    }

    get offersAll(): boolean {
        return !this.hidesCheckboxes && this.picked.offersAll(this.found.total);
    }

    get selectAllLabel(): string {
        return fill(LABELS.selectAllMatching, this.found.total);
    }

    change(event: CustomEvent<Partial<UserSearch>>) {
        const isTyping = event.detail.text !== undefined;
        this.search = { ...this.search, ...event.detail };
        if (this.picked.isAll) this.clearSelection();
        clearTimeout(this.typing);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the page goes
        if (isTyping) this.typing = setTimeout(() => void this.read(), TYPING);
        else void this.read();
    }

    sort(event: CustomEvent<{ fieldName: SortField; sortDirection: 'asc' | 'desc' }>) {
        const { fieldName, sortDirection } = event.detail;
        this.search = { ...this.search, sort: { field: fieldName, descending: sortDirection === 'desc' } };
        void this.read();
    }

    showEveryone() {
        const { target, sort } = this.search;
        this.search = { ...EVERYONE, target, sort };
        void this.read();
    }

    wantChoices() {
        this.dispatchEvent(new CustomEvent('open'));
    }

    select(event: CustomEvent<{ selectedRows: Row[]; config?: { action?: string } }>) {
        // Without an action the event tells of new rows, not of a person's choice.
        if (!event.detail.config?.action) return;
        const ids = new Set(event.detail.selectedRows.map((row) => row.id));
        this.picked = this.picked.chosen(ids, this.found.users);
        this.announce();
    }

    selectAll() {
        this.picked = this.picked.all(this.found.total, this.found.users);
        this.announce();
    }

    move(event: CustomEvent<RowMove['userId']>) {
        event.stopPropagation();
        const user = this.found.users.find((candidate) => candidate.id === event.detail);
        if (user) this.dispatchEvent(new CustomEvent<User>('pick', { detail: user }));
    }

    readMore() {
        if (this.hasMore && this.found.state === 'read') void this.read(true);
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
            this.problem = faultText(thrown);
        }
    }
}
