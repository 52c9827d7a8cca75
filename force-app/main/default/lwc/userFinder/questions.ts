/** What to ask the org next: searches that follow from another one, from the selected call center, and from a link. */
import type { MembershipFilter, UserSearch } from 'c/orgPort';
import { searchFrom, type Address, type LinkedSearch, type Viewpoint } from 'c/pageState';
import { EVERYONE } from 'c/userSearch';

/** A new search, seen from the same call center and sorted as before. */
export function newSearch({ target, sort }: UserSearch, more: Partial<UserSearch> = {}): UserSearch {
    return { ...EVERYONE, target, sort, ...more };
}

/** The search after another call center was selected. Text and filters stay. */
export function searchAt(asked: UserSearch, { chosen, target }: Viewpoint, linked: LinkedSearch | null): UserSearch {
    const membership: MembershipFilter = linked?.membership ?? (chosen === 'none' ? 'none' : 'everyone');
    return { ...asked, membership, target };
}

/** Users can't be found by call center, so they are shown whatever theirs is. */
export function unfiltered(search: UserSearch): UserSearch {
    return { ...search, membership: 'everyone', memberOf: null };
}

/** The search of the page's link, which is taken once: selecting its call center again later starts a new search. */
export class LinkedSearches {
    private isTaken = false;

    /** @param isFirst nothing was asked yet */
    take(address: Address | null, { chosen }: Viewpoint, isFirst: boolean): LinkedSearch | null {
        if (!address || this.isTaken) return null;
        const isSelected = address.center === chosen;
        if (!isFirst && !isSelected) return null;
        // Until the link's call center is selected, something of the link waits.
        if (isSelected || address.center === null) this.isTaken = true;
        return searchFrom(address, chosen);
    }
}
