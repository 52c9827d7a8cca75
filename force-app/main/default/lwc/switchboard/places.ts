/** Where the page is, as its address says: what an address opens, and what to write into it. */
import type { Shown } from 'c/addressBar';
import type { UserSearch } from 'c/orgPort';
import type { PageFlow } from 'c/pageFlow';
import { addressOf, searchFrom, type Address, type Page } from 'c/pageState';
import type { PageParts } from './pageParts.ts';

/** What the page knows about its place. */
export interface Placed {
    readonly page: Page;
    /** The address that was opened last. */
    readonly asked: Address;
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
        return addressOf(this.placed.page, this.placed.asked, this.search);
    }

    /** Another address was asked for, by Back or by a link. */
    open(): void {
        this.isOpening = true;
        this.flow.open(this.placed.asked);
    }

    /** The list of users searches from the call center that was opened, so it comes after that. */
    rendered(): void {
        if (!this.isOpening) return;
        this.isOpening = false;
        const { asked, page } = this.placed;
        if (asked.user) void this.showUser();
        else this.parts().finder?.show(searchFrom(asked, page.chosen));
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
        this.tell({ address: this.address, isStep });
    }
}
