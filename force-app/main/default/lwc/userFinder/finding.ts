/** Finds users: the question, the answer, and who is selected. Plain data out, so that the part only shows it. */
import { later } from 'c/browser';
import { OrgFault, type Id, type UserPagesOrg, type UserSearch } from 'c/orgPort';
import type { Address, Viewpoint } from 'c/pageState';
import { NO_USERS, type Picked, type Selection } from 'c/userSelection';
import { EVERYONE, filtersByCenter, sameQuestion } from 'c/userSearch';
import { LinkedSearches, newSearch, searchAt, unfiltered } from './questions.ts';
import { UserPages, type Found } from './userPages.ts';

export interface FindingState {
    search: UserSearch;
    found: Found;
    picked: Picked;
    /** What the last reading threw; null when it succeeded. */
    failure: unknown;
    /** The answer to the search is still to come, so the users are those of an earlier one. */
    isAsking: boolean;
    /** The page's viewpoint, and what the users themselves tell about it. */
    seen: Viewpoint | null;
}

/** Who hears of changes. */
export interface Hearer {
    changed(state: FindingState): void;
    searched(search: UserSearch): void;
    selected(selection: Selection): void;
    /** An answer came. @param more it was the next page of the same users */
    answered(found: Found, more: boolean): void;
}

/** Pause after a key press before the org is asked, in milliseconds. It is the gap between two keys of a fast typist. */
const TYPING_PAUSE = 180;

export class Finding {
    state: FindingState;
    private org: UserPagesOrg | null = null;
    private viewpoint: Viewpoint | null = null;
    private pages: UserPages;
    private linked = new LinkedSearches();
    private stopTyping = () => {};
    private readonly hearer: Hearer;

    constructor(hearer: Hearer) {
        this.hearer = hearer;
        this.pages = new UserPages((found) => this.change({ found }));
        this.state = {
            search: EVERYONE,
            found: this.pages.found,
            picked: NO_USERS,
            failure: null,
            isAsking: false,
            seen: null
        };
    }

    /** Asks for the first users. @param address what the page's link asks for */
    open(org: UserPagesOrg, address: Address | null): Promise<void> {
        this.org = org;
        const linked = this.viewpoint && this.linked.take(address, this.viewpoint, true);
        if (linked) this.change({ search: { ...this.state.search, ...linked } });
        return this.read();
    }

    close() {
        this.stopTyping();
        this.org = null;
    }

    /** Another target starts a new search and clears the selection. */
    see(viewpoint: Viewpoint | null, address: Address | null) {
        const before = this.viewpoint;
        this.viewpoint = viewpoint;
        this.change({});
        if (!viewpoint || (before && before.chosen === viewpoint.chosen)) return;
        const asked = this.state.search;
        const search = searchAt(asked, viewpoint, before && this.linked.take(address, viewpoint, false));
        this.change({ picked: NO_USERS, search });
        if (!before) return;
        this.tellSelection();
        this.hearer.searched(search);
        // If only the selected center changed and the query is the same, keep the results.
        if (this.state.failure || !sameQuestion(asked, search)) void this.read();
    }

    /** Asks another question. All users that match are other users then. While someone types, only their last text is asked. */
    ask(change: Partial<UserSearch>) {
        const before = this.state.search;
        const search = { ...before, ...change };
        const isOther = !sameQuestion({ ...search, sort: before.sort }, before);
        this.change({ search, isAsking: true });
        if (this.state.picked.isAll && isOther) this.select(NO_USERS);
        this.hearer.searched(search);
        this.stopTyping();
        if (change.text) this.stopTyping = later(TYPING_PAUSE, () => void this.read());
        else void this.read();
    }

    /** Asks for what was typed, without waiting for more. */
    askNow() {
        if (!this.state.isAsking || this.state.found.state === 'reading') return;
        this.stopTyping();
        void this.read();
    }

    /** Asks at once for what a search finds. Filters that it doesn't name are off, and the target stays. */
    show(search: Partial<UserSearch>) {
        const { target } = this.state.search;
        this.change({ search: { ...newSearch(this.state.search, search), target } });
        if (this.state.picked.isAll) this.select(NO_USERS);
        this.hearer.searched(this.state.search);
        this.stopTyping();
        void this.read();
    }

    select(picked: Picked) {
        this.change({ picked });
        this.tellSelection();
    }

    choose(ids: readonly Id[]) {
        this.select(this.state.picked.chosen(new Set(ids), this.state.found.users));
    }

    chooseAll() {
        const { picked, found } = this.state;
        this.select(picked.all(found.total, found.users));
    }

    applyMoves(moves: { userId: Id; to: Id | null }[]) {
        this.pages.applyMoves(moves);
        this.change({ picked: this.state.picked.afterMoves(moves) });
    }

    /** The rows have followed a run, so only a search by call center is asked again, because it finds other users now. */
    afterRun() {
        this.select(NO_USERS);
        if (filtersByCenter(this.state.search)) void this.read();
    }

    async read(more = false): Promise<void> {
        if (!this.org || !this.viewpoint) return;
        const { search } = this.state;
        if (!more) this.change({ isAsking: true });
        try {
            const isAnswered = await this.pages.read(this.org, search, more);
            if (!isAnswered) return;
            this.change({ failure: null, isAsking: false });
            this.hearer.answered(this.state.found, more);
        } catch (thrown) {
            if (isHidden(thrown) && filtersByCenter(search)) await this.readUnfiltered();
            else this.change({ failure: thrown, isAsking: false });
        }
    }

    private readUnfiltered(): Promise<void> {
        this.change({ search: unfiltered(this.state.search) });
        this.hearer.searched(this.state.search);
        return this.read();
    }

    private tellSelection() {
        const { picked, search, found } = this.state;
        this.hearer.selected(picked.selection(search, found.total));
    }

    private change(change: Partial<FindingState>) {
        const state = { ...this.state, ...change };
        this.state = { ...state, seen: this.seenNow(state) };
        this.hearer.changed(this.state);
    }

    /** The same object until something in it changes, because each new one makes new rows. */
    private seenNow({ found, seen }: FindingState): Viewpoint | null {
        const { viewpoint } = this;
        if (!viewpoint || !found.hidesMemberships || viewpoint.hidesMemberships) return viewpoint;
        const isKept = seen?.hidesMemberships && seen.clicked === viewpoint.clicked && seen.chosen === viewpoint.chosen;
        return isKept ? seen : { ...viewpoint, hidesMemberships: true };
    }
}

function isHidden(thrown: unknown): boolean {
    return thrown instanceof OrgFault && thrown.kind === 'hidden';
}
