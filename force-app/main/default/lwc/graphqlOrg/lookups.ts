/** Looking up the users that a list names, many values at a time. */
import {
    MAX_ROWS_PER_READ,
    MAX_STARTS_PER_LOOKUP,
    MAX_VALUES_PER_LOOKUP,
    OrgFault,
    toId18,
    type LookupAnswer,
    type UserKey,
    type UserLookup
} from 'c/orgPort';
import { unusedName } from './fresh.ts';
import { hiddenFault, hidesMemberships, isMissing, mayBeHidden } from './hidden.ts';
import { ask, text, UPPER_BOUND, type Node } from './read.ts';
import type { GraphqlTransport, Input } from './transport.ts';
import { escapeLike, userOf, USER_FIELDS } from './users.ts';

type KeyField = 'Id' | 'Username' | 'Email' | 'FederationIdentifier' | 'EmployeeNumber' | 'Alias' | 'Name';

function fieldsOf(by: UserKey): KeyField[] {
    switch (by) {
        case 'id':
            return ['Id'];
        case 'username':
            return ['Username'];
        case 'email':
            return ['Email'];
        case 'username or email':
            return ['Username', 'Email'];
        case 'federation id':
            return ['FederationIdentifier'];
        case 'employee number':
            return ['EmployeeNumber'];
        case 'alias':
            return ['Alias'];
        case 'name':
            return ['Name'];
    }
}

const CURSOR_MARK = ' at ';

/** Fields that every lookup reads anyway, because they're shown. */
const SHOWN: readonly KeyField[] = ['Id', 'Username', 'Email', 'Alias', 'Name'];

/** A document for each key, so that LDS parses few of them. `@optional` isn't possible in a filter. */
export function lookupQuery(by: UserKey): string {
    const more = fieldsOf(by).filter((field) => !SHOWN.includes(field));
    return `query switchboardLookup($where: User_Filter, $first: Int, $after: String) {
  uiapi { query { User(where: $where, orderBy: { Id: { order: ASC } }, first: $first, after: $after, upperBound: ${UPPER_BOUND}) {
    edges { node {
      ${USER_FIELDS}
      ${more.map((field) => `${field} @optional { value }`).join(' ')}
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;
}

function whereOf({ by, values, match }: UserLookup): Input {
    const conditions = fieldsOf(by).flatMap((field): Input[] =>
        match === 'equals'
            ? [{ [field]: { in: values } }]
            : values.map((value) => ({ [field]: { like: `${escapeLike(value)}%` } }))
    );
    return conditions.length > 1 ? { or: conditions } : conditions[0];
}

/** @throws OrgFault `invalid` for a question that no org should be asked */
function mustBeAskable({ by, values, match }: UserLookup): void {
    const most = match === 'equals' ? MAX_VALUES_PER_LOOKUP : MAX_STARTS_PER_LOOKUP;
    const isWrong =
        values.length > most ||
        values.includes('') ||
        (by === 'id' && (match === 'starts' || values.some((value) => toId18(value) !== value)));
    if (isWrong) throw new OrgFault('invalid', '', { sent: false, detail: `Can't look up ${values.length} values.` });
}

export async function usersBy(
    transport: GraphqlTransport,
    lookup: UserLookup,
    after: string | null
): Promise<LookupAnswer> {
    mustBeAskable(lookup);
    if (lookup.values.length === 0) return { status: 'found', users: [], endCursor: null };
    const fields = fieldsOf(lookup.by);
    // All pages have one filter, because a cursor may belong to it. So our cursor carries what makes the filter fresh.
    const [fresh, cursor] = after === null ? [unusedName(), null] : after.split(CURSOR_MARK);
    const where = { and: [whereOf(lookup), { Name: { ne: fresh } }] };
    const variables = { where, first: MAX_ROWS_PER_READ, after: cursor };
    try {
        const page = await ask(transport, [lookupQuery(lookup.by), 'query', 'User'], variables);
        if (hidesMemberships(page.nodes)) throw hiddenFault();
        return {
            status: 'found',
            users: page.nodes.map((node) => ({ ...userOf(node), keys: keysOf(node, fields) })),
            endCursor: page.endCursor && `${fresh}${CURSOR_MARK}${page.endCursor}`
        };
    } catch (thrown) {
        if (thrown instanceof OrgFault && mayBeHidden(thrown) && (await isUnavailable(transport, fields)))
            return { status: 'unavailable', words: thrown.words };
        throw thrown;
    }
}

function keysOf(node: Node, fields: KeyField[]): string[] {
    const values = fields.map((field) => (field === 'Id' ? String(node.Id) : text(node, field)));
    return values.filter((value) => value !== '');
}

/** Whether the org lacks or hides one of these fields. One more question, asked only after a failure, tells. */
async function isUnavailable(transport: GraphqlTransport, fields: KeyField[]): Promise<boolean> {
    const asked = fields.filter((field) => field !== 'Id');
    if (asked.length === 0) return false;
    const query = `query switchboardKeyAccess($fresh: String) {
  uiapi { query { User(where: { Name: { ne: $fresh } }, first: 1) {
    edges { node { Id ${asked.map((field) => `${field} @optional { value }`).join(' ')} } }
  } } }
}`;
    try {
        const { nodes } = await ask(transport, [query, 'query', 'User'], { fresh: unusedName() });
        return asked.some((field) => isMissing(nodes, field));
    } catch (thrown) {
        // `@optional` covers fields that are hidden. A field that the schema lacks may fail this document, too: then the
        // first failure is the one to report.
        if (thrown instanceof OrgFault) return false;
        throw thrown;
    }
}
