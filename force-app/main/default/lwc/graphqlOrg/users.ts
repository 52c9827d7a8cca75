/** Searching users. */
import { canMatch, filtersByCenter, wordsOf } from 'c/userSearch';
import type { User, UserPage, UserSearch } from 'c/orgPort';
import { freshFilter } from './fresh.ts';
import { hidesMemberships, unlessHidden } from './hidden.ts';
import { ask, boundOf, parentName, text, textOrNull, type Node } from './read.ts';
import type { GraphqlTransport, Input } from './transport.ts';

/**
 * What is shown of a user. `@optional` leaves out a field that field-level security hides, so the query doesn't fail (API 65
 * and later).
 */
export const USER_FIELDS = `Id Name { value } Username { value } Email @optional { value } Alias @optional { value } Title @optional { value }
      IsActive { value } UserType @optional { value } Profile @optional { Name { value } } UserRole @optional { Name { value } }
      LastLoginDate @optional { value } CallCenterId @optional { value } LastModifiedDate { value }`;

export function usersQuery(first: number): string {
    return `query switchboardUsers($where: User_Filter, $orderBy: User_OrderBy, $first: Int, $after: String) {
  uiapi { query { User(where: $where, orderBy: $orderBy, first: $first, after: $after${boundOf(first)}) {
    edges { node {
      ${USER_FIELDS}
    } }
    pageInfo { hasNextPage endCursor } totalCount
  } } }
}`;
}

export function userOf(node: Node): User {
    return {
        id: String(node.Id),
        name: text(node, 'Name'),
        username: text(node, 'Username'),
        email: text(node, 'Email'),
        alias: text(node, 'Alias'),
        title: textOrNull(node, 'Title'),
        isActive: node.IsActive?.value === true,
        userType: text(node, 'UserType'),
        profile: parentName(node, 'Profile'),
        role: parentName(node, 'UserRole'),
        lastLogin: textOrNull(node, 'LastLoginDate'),
        callCenterId: textOrNull(node, 'CallCenterId'),
        lastModified: text(node, 'LastModifiedDate')
    };
}

/** A User_Filter; undefined for everyone. */
export function usersWhere(search: UserSearch): Input | undefined {
    const all: Input[] = [];
    for (const word of wordsOf(search.text)) {
        const like = `%${escapeLike(word)}%`;
        all.push({ or: [{ Name: { like } }, { Username: { like } }, { Email: { like } }, { Alias: { like } }] });
    }
    const membership = membershipWhere(search);
    if (membership) all.push(membership);
    if (search.memberOf) all.push({ CallCenterId: { eq: search.memberOf } });
    if (search.profileIds.length) all.push({ ProfileId: { in: search.profileIds } });
    if (search.roleIds.length) all.push({ UserRoleId: { in: search.roleIds } });
    if (search.isActive !== null) all.push({ IsActive: { eq: search.isActive } });
    return all.length > 1 ? { and: all } : all[0];
}

function membershipWhere({ membership, target }: UserSearch): Input | null {
    switch (membership) {
        case 'everyone':
            return null;
        case 'none':
            return { CallCenterId: { eq: null } };
        case 'here':
            return { CallCenterId: { eq: target } };
        case 'elsewhere':
            // `ne` alone would also find users without a center: in SOQL, null differs from every value.
            return target
                ? { and: [{ CallCenterId: { ne: null } }, { CallCenterId: { ne: target } }] }
                : { CallCenterId: { ne: null } };
    }
}

/** `%` and `_` are wildcards of LIKE, `\` is its escape character (SOQL, "Quoted String Escape Sequences"). */
export function escapeLike(typed: string): string {
    return typed.replace(/[\\%_]/g, '\\$&');
}

/** A User_OrderBy. */
export function usersOrderBy({ sort }: UserSearch): Input {
    const clause = { order: sort.descending ? 'DESC' : 'ASC', nulls: 'LAST' };
    switch (sort.field) {
        case 'name':
            return { Name: clause };
        case 'profile':
            return { Profile: { Name: clause } };
        case 'role':
            return { UserRole: { Name: clause } };
        case 'lastLogin':
            return { LastLoginDate: clause };
    }
}

export async function users(
    transport: GraphqlTransport,
    search: UserSearch,
    after: string | null,
    { first, fresh }: { first: number; fresh: boolean }
): Promise<UserPage> {
    if (!canMatch(search)) return { users: [], total: 0, endCursor: null, hidesMemberships: false };
    const filter = usersWhere(search);
    const variables = { where: fresh ? freshFilter(filter) : filter, orderBy: usersOrderBy(search), first, after };
    const asked = ask(transport, [usersQuery(first), 'query', 'User'], variables);
    const page = await (filtersByCenter(search) ? unlessHidden(transport, asked) : asked);
    return {
        users: page.nodes.map(userOf),
        total: page.totalCount ?? page.nodes.length,
        endCursor: page.endCursor,
        hidesMemberships: hidesMemberships(page.nodes)
    };
}
