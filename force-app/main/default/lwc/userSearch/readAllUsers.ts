import { MAX_ROWS_PER_READ, OrgFault, type Org, type User, type UserPage, type UserSearch } from 'c/orgPort';

/** Reads all users that a search finds. @returns null when `goOn` said to stop. @throws OrgFault */
export async function readAllUsers(
    org: Pick<Org, 'users'>,
    search: UserSearch,
    goOn: (readSoFar: number) => boolean
): Promise<User[] | null> {
    const users: User[] = [];
    let after: string | null = null;
    do {
        const page: UserPage = await org.users(search, after, { first: MAX_ROWS_PER_READ, fresh: true });
        // A plan starts from where users are now.
        if (page.hidesMemberships) throw new OrgFault('hidden', '');
        users.push(...page.users);
        after = page.endCursor;
        if (!goOn(users.length)) return null;
    } while (after);
    return users;
}
