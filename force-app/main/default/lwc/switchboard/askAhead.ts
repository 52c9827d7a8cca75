import type { UserPage, UserSearch, UserPagesOrg } from 'c/orgPort';
import { searchFrom, type Address, type Viewpoint } from 'c/pageState';
import { EVERYONE, sameQuestion, USERS_PER_PAGE } from 'c/userSearch';

/** The search of the list of users when the page opens at an address. */
export function openedSearch(address: Address, { chosen, target }: Viewpoint): UserSearch {
    return { ...EVERYONE, ...searchFrom(address, chosen), target };
}

/**
 * Asks for the users that a search finds, before there is a part that shows them: the org answers while the page is drawn.
 * The next one to ask for them gets that answer, if it asks the same question.
 */
export function askAhead(org: UserPagesOrg, search: UserSearch): UserPagesOrg {
    let answer: Promise<UserPage> | null = org.users(search, null, { first: USERS_PER_PAGE, fresh: true });
    // Whoever takes it handles that it failed.
    answer.catch(() => {});
    return {
        users: (asked, after, options) => {
            const ahead = answer;
            answer = null;
            return ahead && after === null && sameQuestion(asked, search) ? ahead : org.users(asked, after, options);
        }
    };
}
