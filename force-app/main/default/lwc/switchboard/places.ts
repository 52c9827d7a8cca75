/** Where the page is, as its address says: what an address opens, and what to write into it. */
import type { Shown } from 'c/addressBar';
import type { UserSearch } from 'c/orgPort';
import type { PageFlow } from 'c/pageFlow';
import { addressOf, sameAddress, searchFrom, type Address, type Page } from 'c/pageState';
import type { Layout } from 'c/panelState';
import type { PageParts } from './pageParts.ts';

/** What the page knows about its place. */
export interface Placed {
    readonly page: Page;
    /** The address that was opened last. */
    readonly asked: Address;
    readonly layout: Layout;
}

export class Places {
    private placed: Placed;
    private flow: PageFlow;
    private parts: () => PageParts;
    private tell: (shown: Shown) => void;
    private search: UserSearch | null = null;
    /** Whether the list of users has still to search for what was asked. */
    private isOpening = false;

    constructor(placed: Placed, flow: PageFlow, parts: () => PageParts, tell: (shown: Shown) => void) {
        this.placed = placed;
        this.flow = flow;
        this.parts = parts;
        this.tell = tell;
    }

    get address(): Address {
        return addressOf(this.placed.page, this.placed.asked, this.search, this.isCovered);
    }

    /** Another address was asked for, by Back or by a link. */
    open(): void {
        const { asked } = this.placed;
        const uncovered = { isCovered: false };
        if (sameAddress({ ...asked, ...uncovered }, { ...this.address, ...uncovered })) return this.cover(asked);
        this.isOpening = true;
        // Results can be below the review of their undo.
        while (this.parts().panel?.leave());
        this.flow.open(asked);
    }

    /** The list of users searches from the call center that was opened, so it comes after that. */
    rendered(): void {
        if (!this.isOpening) return;
        this.isOpening = false;
        const { asked, page } = this.placed;
        if (asked.user) void this.showUser();
        else this.parts().finder?.show(searchFrom(asked, page.chosen));
        // What was open at that place isn't anymore.
        if (asked.isCovered) this.changed(false);
    }

    /** Finds the user of the page's link by name, as the admin would. */
    async showUser(): Promise<void> {
        const { user } = this.placed.asked;
        const name = user && (await this.flow.reads.nameOfUser(user));
        if (name) this.parts().finder?.find(name);
    }

    searched(search: UserSearch): void {
        this.search = search;
        this.changed(false);
    }

    /** The page shows something else. After a step, Back returns to what was shown before. */
    changed(isStep: boolean): void {
        // Until the list of users searches for what was asked, only a part of the address is known.
        if (this.isOpening && !isStep) return;
        this.tell({ address: this.address, isStep });
    }

    private get isCovered(): boolean {
        return this.placed.layout === 'full';
    }

    /** Back closes a review or results, and what they were about is there as it was. Forward reviews it again. */
    private cover(asked: Address): void {
        if (asked.isCovered === this.isCovered) return;
        const { panel } = this.parts();
        if (asked.isCovered) panel?.reviewSelection();
        else panel?.leave();
        // Results can be below the review that was left, and there may be nothing to review.
        if (asked.isCovered !== this.isCovered) this.changed(this.isCovered);
    }
}
