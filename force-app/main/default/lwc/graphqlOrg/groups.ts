/** Groups of users that checks and rules mean: counting them, and reading them by the page. */
import {
    MAX_EXCEPTIONS,
    MAX_GROUPS_PER_READ,
    MAX_ROWS_PER_READ,
    OrgFault,
    type Conditions,
    type GroupCount,
    type GroupQuestion,
    type UserGroup,
    type UserPage
} from 'c/orgPort';
import { freshFilter } from './fresh.ts';
import { hidesMemberships, unlessHidden } from './hidden.ts';
import { ask, askTogether, group as fieldsOf, groupCount, type Connection } from './read.ts';
import type { GraphqlTransport, Input } from './transport.ts';
import { userOf, usersQuery } from './users.ts';

/** A User_Filter. */
export function groupWhere(group: UserGroup): Input {
    const all: Input[] = [];
    const { isActive, type, center, quietSince, profileIds, fits, fitsNone = [], except = [] } = group;
    if (isActive !== undefined) all.push({ IsActive: { eq: isActive } });
    if (type !== undefined) all.push({ UserType: type === 'standard' ? { eq: 'Standard' } : { ne: 'Standard' } });
    // In SOQL, null differs from every value, so `ne` also finds users without a call center.
    if (center !== undefined) all.push({ CallCenterId: centerWhere(center) });
    if (quietSince !== undefined) all.push(quietWhere(quietSince));
    if (profileIds !== undefined) all.push({ ProfileId: { in: profileIds } });
    if (fits) all.push(...fieldsWhere(fits, 'in'));
    for (const conditions of fitsNone) all.push(noneWhere(conditions));
    if (except.length) all.push({ Id: { nin: except } });
    return { and: all };
}

function centerWhere(center: NonNullable<UserGroup['center']>): Input {
    if (center === 'some') return { ne: null };
    return center === 'none' ? { eq: null } : { ne: center.not };
}

/** Fields whose value has to be one of the list, or none of it. */
function fieldsWhere({ profileIds, roleIds, titles, departments }: Conditions, operator: 'in' | 'nin'): Input[] {
    const lists = { ProfileId: profileIds, UserRoleId: roleIds, Title: titles, Department: departments };
    return Object.entries(lists).flatMap(([field, values]) =>
        values.length ? [{ [field]: { [operator]: values } }] : []
    );
}

/**
 * Users who don't fit. Written without `not`, because what it means for a field without a value isn't documented. That
 * `nin` finds those isn't either, so it's said.
 */
function noneWhere(conditions: Conditions): Input {
    const differing = fieldsWhere(conditions, 'nin');
    return {
        or: differing.flatMap((where) => [where, ...Object.keys(where).map((field) => ({ [field]: { eq: null } }))])
    };
}

function quietWhere(since: string): Input {
    const before = { lt: { value: since } };
    return {
        or: [{ LastLoginDate: before }, { and: [{ LastLoginDate: { eq: null } }, { CreatedDate: before }] }]
    };
}

const FIELDS = { center: 'CallCenterId', profile: 'ProfileId' } as const;

/** One aggregate per question, each with an alias and a filter of its own. */
export function groupsQuery(by: GroupQuestion['by'][]): string {
    const aggregates = by.map((each, index) => {
        const field = FIELDS[each];
        return `    g${index}: User(where: $w${index}, groupBy: { ${field}: { group: true } }, first: ${MAX_ROWS_PER_READ}) {
      edges { node { aggregate { ${field} { value } Id { count { value } } } } } pageInfo { hasNextPage endCursor }
    }`;
    });
    return `query switchboardGroups(${by.map((_, index) => `$w${index}: User_Filter`).join(', ')}) {
  uiapi { aggregate {
${aggregates.join('\n')}
  } }
}`;
}

export async function countGroups(transport: GraphqlTransport, questions: GroupQuestion[]): Promise<GroupCount[][]> {
    if (!questions.length) return [];
    if (questions.length > MAX_GROUPS_PER_READ) throw unaskable(`Can't count ${questions.length} groups at once.`);
    const by = questions.map((question) => question.by);
    const names = by.map((_, index) => `g${index}`);
    const filters = questions.map(({ group }, index) => [`w${index}`, freshFilter(askable(group))]);
    const asked = askTogether(transport, [groupsQuery(by), 'aggregate', names], Object.fromEntries(filters));
    const answers = await unlessHidden(transport, asked);
    return answers.map((answer, index) => countsOf(answer, FIELDS[by[index]]));
}

function countsOf({ nodes, endCursor }: Connection, field: string): GroupCount[] {
    if (endCursor) throw new OrgFault('unreadable', '', { detail: `Users have more than ${nodes.length} values.` });
    return nodes.map((node) => ({
        key: (fieldsOf(node)[field].value as string | null) ?? null,
        users: groupCount(node)
    }));
}

export async function groupUsers(
    transport: GraphqlTransport,
    group: UserGroup,
    after: string | null,
    { first, newestFirst }: { first: number; newestFirst: boolean }
): Promise<UserPage> {
    const orderBy = newestFirst ? { CreatedDate: { order: 'DESC' } } : { Name: { order: 'ASC' } };
    const variables = { where: freshFilter(askable(group)), orderBy, first, after };
    const page = await unlessHidden(transport, ask(transport, [usersQuery(first), 'query', 'User'], variables));
    return {
        users: page.nodes.map(userOf),
        total: page.totalCount ?? page.nodes.length,
        endCursor: page.endCursor,
        hidesMemberships: hidesMemberships(page.nodes)
    };
}

/** @throws OrgFault `invalid` for a group that no org should be asked for: conditions without a value fit everyone */
function askable(group: UserGroup): Input {
    const { fits, fitsNone = [], except = [] } = group;
    if (except.length > MAX_EXCEPTIONS) throw unaskable(`Can't leave out ${except.length} users.`);
    if ([...(fits ? [fits] : []), ...fitsNone].some((each) => !fieldsWhere(each, 'in').length))
        throw unaskable('Conditions need a value.');
    return groupWhere(group);
}

function unaskable(detail: string): OrgFault {
    return new OrgFault('invalid', '', { sent: false, detail });
}
