/** What the admin is looking for, as one GraphQL query and its variables. Values travel as variables only. */
import type { Id, UserSearch } from 'c/orgPort';
export { readAllUsers } from './readAllUsers.ts';

/** Rows a page of users asks for. lightning-datatable draws 100 rows in about half a second and 1,000 in eight. */
export const USERS_PER_PAGE = 100;
/** Rows the table holds at most; beyond it the admin narrows the search. Half a minute of drawing would follow. */
export const USERS_SHOWN = 1000;
/** No searched field is longer (Email, 128; see the describe of User), so a longer text matches nobody. */
const LONGEST_VALUE = 128;

export const EVERYONE: UserSearch = {
    text: '',
    membership: 'everyone',
    target: null,
    memberOf: null,
    profileId: null,
    roleId: null,
    isActive: null,
    sort: { field: 'name', descending: false }
};

/** Pages of this size or more may name an upper bound, and only then reach beyond 4,000 records (API 59 and later). */
const SMALLEST_BOUNDED_PAGE = 200;
/** More users than an org has. */
const UPPER_BOUND = 1_000_000;

/** `@optional`: a field that field-level security hides is left out instead of failing the query (API 65 and later). */
export function usersQuery(first: number): string {
    const bound = first >= SMALLEST_BOUNDED_PAGE ? `, upperBound: ${UPPER_BOUND}` : '';
    return `query switchboardUsers($where: User_Filter, $orderBy: User_OrderBy, $first: Int, $after: String) {
  uiapi { query { User(where: $where, orderBy: $orderBy, first: $first, after: $after${bound}) {
    edges { node {
      Id Name { value } Username { value } Email @optional { value } Alias @optional { value } Title @optional { value }
      IsActive { value } UserType @optional { value } Profile @optional { Name { value } } UserRole @optional { Name { value } }
      LastLoginDate @optional { value } CallCenterId { value } LastModifiedDate { value }
    } }
    pageInfo { hasNextPage endCursor } totalCount
  } } }
}`;
}

/** A User_Filter. */
type Where = Record<string, unknown>;

/** False when no user can match, so that no request is needed. */
export function canMatch(search: UserSearch): boolean {
    return [...search.text.trim()].length <= LONGEST_VALUE;
}

/** Undefined: everyone. */
export function usersWhere(search: UserSearch): Where | undefined {
    const all: Where[] = [];
    const text = search.text.trim();
    if (text) {
        const like = `%${escapeLike(text)}%`;
        all.push({ or: [{ Name: { like } }, { Username: { like } }, { Email: { like } }, { Alias: { like } }] });
    }
    const membership = membershipWhere(search);
    if (membership) all.push(membership);
    if (search.memberOf) all.push({ CallCenterId: { eq: search.memberOf } });
    if (search.profileId) all.push({ ProfileId: { eq: search.profileId } });
    if (search.roleId) all.push({ UserRoleId: { eq: search.roleId } });
    if (search.isActive !== null) all.push({ IsActive: { eq: search.isActive } });
    return all.length > 1 ? { and: all } : all[0];
}

function membershipWhere({ membership, target }: UserSearch): Where | null {
    switch (membership) {
        case 'everyone':
            return null;
        case 'none':
            return { CallCenterId: { eq: null } };
        case 'here':
            return { CallCenterId: { eq: target } };
        case 'elsewhere':
            // `ne` alone would also find users without a center: in SOQL null differs from every value.
            return target
                ? { and: [{ CallCenterId: { ne: null } }, { CallCenterId: { ne: target } }] }
                : { CallCenterId: { ne: null } };
    }
}

export function usersOrderBy({ sort }: UserSearch): Where {
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

/** Whether two searches ask the org the same: the target matters only to the filters that are seen from it. */
export function sameQuestion(one: UserSearch, other: UserSearch): boolean {
    const question = (search: UserSearch) => JSON.stringify([usersWhere(search) ?? null, usersOrderBy(search)]);
    return question(one) === question(other);
}

/** `%` and `_` are wildcards of LIKE, `\` its escape character (SOQL, "Quoted String Escape Sequences"). */
export function escapeLike(text: string): string {
    return text.replace(/[\\%_]/g, '\\$&');
}

export const MEMBERSHIPS_QUERY = `query switchboardMemberships($ids: [ID], $first: Int) {
  uiapi { query { User(where: { Id: { in: $ids } }, first: $first) {
    edges { node {
      Id Name { value } CallCenterId { value } IsActive { value } UserType @optional { value } LastModifiedDate { value }
      LastModifiedBy @optional { Name { value } }
    } }
  } } }
}`;

export function membershipsVariables(userIds: Id[]): { ids: Id[]; first: number } {
    return { ids: userIds, first: userIds.length };
}
