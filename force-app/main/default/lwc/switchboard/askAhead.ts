import type { UserPage, UserSearch, UserPagesOrg } from 'c/orgPort';
import { searchFrom, type Address, type Viewpoint } from 'c/pageState';
import { EVERYONE, sameQuestion, USERS_PER_PAGE } from 'c/userSearch';

/**
 * Asks for the users that the address of the page means, before there is a part that shows them: the org answers while
 * the page is drawn. The next one to ask for them gets that answer, if it asks the same question.
 */
export function askAhead(org: UserPagesOrg, address: Address, { chosen, target }: Viewpoint): UserPagesOrg {
    const search: UserSearch = { ...EVERYONE, ...searchFrom(address, chosen), target };
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
