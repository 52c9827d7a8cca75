/** Reading users for an export: only the fields that were chosen. */
import {
    MAX_ROWS_PER_READ,
    OrgFault,
    type CenterProfileCount,
    type ExportField,
    type ExportPage,
    type UserSearch
} from 'c/orgPort';
import { canMatch, filtersByCenter } from 'c/userSearch';
import { unusedName } from './fresh.ts';
import { mayBeHidden, unlessHidden } from './hidden.ts';
import { ask, askAll, group, groupCount, UPPER_BOUND, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';
import { usersOrderBy, usersWhere } from './users.ts';

/** The field of User that each is. Those with `Name` are parents, of which only the name is read. */
const FIELDS: Record<ExportField, { field: string; isParent?: true }> = {
    name: { field: 'Name' },
    username: { field: 'Username' },
    email: { field: 'Email' },
    alias: { field: 'Alias' },
    profile: { field: 'Profile', isParent: true },
    role: { field: 'UserRole', isParent: true },
    title: { field: 'Title' },
    department: { field: 'Department' },
    division: { field: 'Division' },
    manager: { field: 'Manager', isParent: true },
    active: { field: 'IsActive' },
    'last login': { field: 'LastLoginDate' },
    created: { field: 'CreatedDate' },
    'call center': { field: 'CallCenterId' },
    'federation id': { field: 'FederationIdentifier' },
    'employee number': { field: 'EmployeeNumber' }
};

const CURSOR_MARK = ' at ';

function selected(field: ExportField): string {
    const { field: name, isParent } = FIELDS[field];
    return isParent ? `${name} @optional { Name @optional { value } }` : `${name} @optional { value }`;
}

function exportQuery(fields: readonly ExportField[]): string {
    return `query switchboardExport($where: User_Filter, $orderBy: User_OrderBy, $first: Int, $after: String) {
  uiapi { query { User(where: $where, orderBy: $orderBy, first: $first, after: $after, upperBound: ${UPPER_BOUND}) {
    edges { node { Id ${fields.map(selected).join(' ')} } }
    pageInfo { hasNextPage endCursor } totalCount
  } } }
}`;
}

export async function exportedUsers(
    transport: GraphqlTransport,
    search: UserSearch,
    fields: readonly ExportField[],
    after: string | null
): Promise<ExportPage> {
    if (!canMatch(search)) return { users: [], total: 0, endCursor: null, missing: [] };
    // All pages have one filter, because a cursor may belong to it. So our cursor carries what makes the filter fresh.
    const [fresh, cursor] = after === null ? [unusedName(), null] : after.split(CURSOR_MARK);
    const filter = usersWhere(search);
    const named = { Name: { ne: fresh } };
    const where = filter ? { and: [filter, named] } : named;
    const variables = { where, orderBy: usersOrderBy(search), first: MAX_ROWS_PER_READ, after: cursor };
    const read = (some: readonly ExportField[]) => ask(transport, [exportQuery(some), 'query', 'User'], variables);
    const { page, there } = await readPage(transport, filtersByCenter(search), fields, read);
    return {
        users: page.nodes.map((node) => ({ id: String(node.Id), values: valuesOf(node, there) })),
        total: page.totalCount ?? page.nodes.length,
        endCursor: page.endCursor && `${fresh}${CURSOR_MARK}${page.endCursor}`,
        missing: fields.filter((field) => !there.includes(field) || page.nodes.some((node) => isAbsent(node, field)))
    };
}

/** Reads a page with all fields or, when the org objects to some that it lacks, with the others. */
async function readPage(
    transport: GraphqlTransport,
    byCenter: boolean,
    fields: readonly ExportField[],
    read: (fields: readonly ExportField[]) => ReturnType<typeof ask>
) {
    try {
        const asked = read(fields);
        return { page: await (byCenter ? unlessHidden(transport, asked) : asked), there: fields };
    } catch (thrown) {
        if (!(thrown instanceof OrgFault) || !mayBeHidden(thrown)) throw thrown;
        const lacking = await lackedFields(transport, fields);
        if (lacking.length === 0) throw thrown;
        const there = fields.filter((field) => !lacking.includes(field));
        return { page: await read(there), there };
    }
}

/**
 * The fields that the org's schema lacks. `@optional` covers what is hidden, but perhaps not that (not documented). One
 * question for each field tells, asked only after a failure.
 */
async function lackedFields(transport: GraphqlTransport, fields: readonly ExportField[]): Promise<ExportField[]> {
    const lacking: ExportField[] = [];
    for (const field of fields) {
        const query = `query switchboardFieldAccess($fresh: String) {
  uiapi { query { User(where: { Name: { ne: $fresh } }, first: 1) { edges { node { Id ${selected(field)} } } } } }
}`;
        try {
            await ask(transport, [query, 'query', 'User'], { fresh: unusedName() });
        } catch (thrown) {
            if (!(thrown instanceof OrgFault) || !mayBeHidden(thrown)) throw thrown;
            lacking.push(field);
        }
    }
    return lacking;
}

/** Whether a field was left out of a record, because it's hidden. A parent that isn't there is null. */
function isAbsent(node: Node, field: ExportField): boolean {
    const { field: name, isParent } = FIELDS[field];
    return isParent ? node[name] === undefined : node[name]?.value === undefined;
}

function valuesOf(node: Node, fields: readonly ExportField[]): Partial<Record<ExportField, string>> {
    return Object.fromEntries(
        fields.flatMap((field) => {
            const { field: name, isParent } = FIELDS[field];
            const value = isParent ? node[name]?.Name?.value : node[name]?.value;
            return value === null || value === undefined || value === '' ? [] : [[field, String(value)]];
        })
    );
}

const COUNTS_QUERY = `query switchboardCenterProfileCounts($fresh: String, $first: Int, $after: String) {
  uiapi { aggregate { User(where: { and: [{ CallCenterId: { ne: null } }, { Name: { ne: $fresh } }] }, groupBy: { CallCenterId: { group: true }, ProfileId: { group: true }, IsActive: { group: true } }, first: $first, after: $after) {
    edges { node { aggregate { CallCenterId { value } ProfileId { value } IsActive { value } Id { count { value } } } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

export async function centerProfileCounts(transport: GraphqlTransport): Promise<CenterProfileCount[]> {
    const nodes = await unlessHidden(transport, askAll(transport, [COUNTS_QUERY, 'aggregate', 'User']));
    return nodes.map((node) => ({
        callCenterId: String(group(node).CallCenterId.value),
        profileId: String(group(node).ProfileId.value),
        isActive: group(node).IsActive.value === true,
        members: groupCount(node)
    }));
}
