/**
 * Finds users, and reports what is selected. Its last row is the dock, where the page adds what the selection can do (slot
 * `dock`). Events: `rowaction` (a `RowAction`: the button of a row was pressed), `undouser` (the ID of a user: Undo in their
 * row was pressed), `selection` (a `Selection`), `search` (the `UserSearch`, whenever it changed), `open` (profiles and roles
 * are needed), `firstrows` (once: users were read, or couldn't be), `announce` (a text for screen readers).
 */
import { api, LightningElement } from 'lwc';
import { announce, keepSetting, keptSetting, watchWidth } from 'c/browser';
import { LABELS } from 'c/labels';
import type { Choice, Id, UserPagesOrg, UserSearch } from 'c/orgPort';
import type { Address, Viewpoint } from 'c/pageState';
import type { Segment } from 'c/segmentFilter';
import {
    CARDS_BELOW,
    columnChoices,
    columnsThatFit,
    optionalAmong,
    readTableSettings,
    TABLE_SETTING,
    type ColumnSettings,
    type RowAction,
    type UserSort
} from 'c/userList';
import { NO_USERS } from 'c/userSelection';
import { faultWords, type FaultWords } from 'c/wording';
import { emptyOf, type EmptyState } from './emptyState.ts';
import { Finding, type FindingState } from './finding.ts';
import { footOf, foundText, selectedText, type Foot } from './foot.ts';
import { segmentsOf } from './segments.ts';

export type { RowAction };

export default class UserFinder extends LightningElement {
    @api org: UserPagesOrg | null = null;
    @api centers: Choice[] = [];
    @api profiles: Choice[] = [];
    @api roles: Choice[] = [];
    /** What the page's link asks for. */
    @api address: Address | null = null;
    @api choicesProblem: FaultWords | null = null;
    /** In Setup: one toolbar, with what the page puts into the slots `start` and `end`, and below it the slot `status`. */
    @api isCompact = false;
    /** Only what is in the slot `dock` is shown, because it needs the place of the users, or another view has it. */
    @api isDockOnly = false;

    labels = LABELS;
    width = window.innerWidth;
    settings = readTableSettings(keptSetting(TABLE_SETTING));
    private shown: Viewpoint | null = null;
    private hasAnswered = false;
    private isTopDue = false;
    private isEntering = false; // Enter was pressed in the search, and its users are still to come.
    private stopWatching: (() => void) | null = null;
    private finding = new Finding({
        changed: (state) => {
            this.state = state;
        },
        searched: (detail) => this.dispatchEvent(new CustomEvent<UserSearch>('search', { detail })),
        selected: (detail) => {
            this.dispatchEvent(new CustomEvent('selection', { detail }));
            if (detail.count) announce(this, selectedText(detail.count));
        },
        answered: (found, more) => {
            // The first users are at the top, and scrolling makes the browser lay out the page twice.
            this.isTopDue ||= !more && this.hasAnswered;
            this.hasAnswered = true;
            announce(this, foundText(found, more));
        }
    });
    state: FindingState = this.finding.state;

    handleSort = (event: CustomEvent<UserSort>) => this.finding.ask({ sort: event.detail });
    handleSelect = (event: CustomEvent<Id[]>) => this.finding.choose(event.detail);
    /** What the page decides. */
    handlePass = ({ type, detail }: CustomEvent) => this.dispatchEvent(new CustomEvent(type, { detail }));
    handleSelectAll = () => this.finding.chooseAll();
    handleColumns = (event: CustomEvent<string[]>) => this.keep({ shown: optionalAmong(event.detail) });
    handleWidths = (event: CustomEvent<Record<string, number>>) => this.keep({ widths: event.detail });

    @api get viewpoint(): Viewpoint | null {
        return this.shown;
    }
    set viewpoint(viewpoint: Viewpoint | null) {
        this.shown = viewpoint;
        this.finding.see(viewpoint, this.address);
    }

    async connectedCallback() {
        if (this.org) await this.finding.open(this.org, this.address);
        this.dispatchEvent(new CustomEvent('firstrows'));
    }

    renderedCallback() {
        const host = this.template?.host;
        // Hidden behind another view, it has no width, and stays as it was.
        if (host) this.stopWatching ??= watchWidth(host, (width) => (this.width = width || this.width));
        if (this.isEntering && !this.state.isAsking) {
            this.isEntering = false;
            // Unless the focus is elsewhere by now.
            if (this.template?.activeElement === this.refs?.filters) this.list?.focusFirst();
        }
        if (!this.isTopDue || this.isReading) return;
        this.isTopDue = false;
        this.refs!.finder.scrollTop = 0;
        this.list?.scrollToTop();
    }

    disconnectedCallback() {
        this.finding.close();
        this.stopWatching?.();
        this.stopWatching = null;
    }

    /** Reads the first page again. */
    @api reload() {
        void this.finding.read();
    }

    /** Shows users in their new call centers, without asking the org again. */
    @api applyMoves(moves: { userId: Id; to: Id | null }[]) {
        this.finding.applyMoves(moves);
    }

    /** A run ended. */
    @api afterRun() {
        this.finding.afterRun();
    }

    /** Finds users by a text alone. */
    @api find(text: string) {
        this.finding.show({ text });
    }

    /** Shows what a search finds. Filters that it doesn't name are off, and the target stays the selected call center. */
    @api show(search: Partial<UserSearch>) {
        this.finding.show(search);
    }

    @api clearSelection() {
        this.finding.select(NO_USERS);
    }

    /** Puts the cursor into the field that searches. */
    @api focusSearch() {
        (this.refs?.filters as unknown as { focusSearch(): void } | undefined)?.focusSearch();
    }

    get segments(): Segment[] | null {
        return this.state.seen && segmentsOf(this.state.seen, this.isCompact);
    }

    get hidesMemberships(): boolean {
        return this.state.seen?.hidesMemberships ?? false;
    }

    get filterCenters(): Choice[] | null {
        return this.hidesMemberships ? null : this.centers;
    }

    get isCards(): boolean {
        return this.width < CARDS_BELOW;
    }

    get optionalColumns(): Choice[] | null {
        return this.isCards ? null : columnChoices();
    }

    get shownColumns(): string[] {
        return this.settings.shown ?? columnsThatFit(this.width);
    }

    get finderClass(): string {
        return ['finder', this.isCompact && 'compact', this.isCards && 'cards'].filter(Boolean).join(' ');
    }

    get usersClass(): string {
        return this.isDockOnly ? 'users away' : 'users';
    }

    get footClass(): string {
        return this.isDockOnly ? 'foot only' : 'foot';
    }

    get problem(): FaultWords | null {
        return this.state.failure === null ? null : faultWords(this.state.failure);
    }

    get hasRows(): boolean {
        return this.state.found.users.length > 0;
    }

    get empty(): EmptyState | null {
        return emptyOf(this.state);
    }

    get isReading(): boolean {
        return this.state.found.state === 'reading';
    }

    get hasMore(): boolean {
        return this.state.found.hasMore && this.state.failure === null;
    }

    get isOutdated(): boolean {
        return this.state.found.isOutdated && this.hasRows;
    }

    get hidesCheckboxes(): boolean {
        const { seen } = this.state;
        return !seen || seen.chosen === 'everyone' || seen.hidesMemberships || this.isOutdated;
    }

    get selectedRows(): Id[] {
        return this.state.picked.among(this.state.found.users);
    }

    get foot(): Foot {
        return footOf(this.state, !this.hidesCheckboxes);
    }

    handleSearch({ detail }: CustomEvent<Partial<UserSearch>>) {
        this.isEntering = false;
        this.finding.ask(detail);
    }

    /** Before the users are those that were typed, the next key would be about someone else. */
    handleEnter() {
        this.isEntering = this.state.isAsking;
        if (!this.isEntering) return this.list?.focusFirst();
        this.finding.askNow();
    }

    /** The pressed button goes, so the focus moves to where a new search begins. */
    handleShowEveryone() {
        this.finding.show({});
        this.focusSearch();
    }

    handleLoadMore() {
        if (this.hasMore && !this.state.isAsking && this.state.found.state === 'read') void this.finding.read(true);
    }

    private get list() {
        return this.refs?.list as unknown as { focusFirst(): void; scrollToTop(): void } | undefined;
    }

    private keep(change: Partial<ColumnSettings>) {
        this.settings = { ...this.settings, ...change };
        keepSetting(TABLE_SETTING, JSON.stringify(this.settings));
    }
}
