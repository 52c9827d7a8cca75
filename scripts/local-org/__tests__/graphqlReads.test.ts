import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, nodesOf, startAsked, type Asked } from './asking.ts';

let asked: Asked;
before(async () => {
    asked = await startAsked();
});
after(async () => {
    assert.deepEqual(asked.org.requests.failures, []);
    await asked.org.close();
});

const USERS = `query ($first: Int, $after: String, $upperBound: Int, $where: User_Filter, $orderBy: User_OrderBy) {
    uiapi { query { User(first: $first, after: $after, upperBound: $upperBound, where: $where, orderBy: $orderBy) {
        edges { node { Id Name { value } UserType { value } IsActive { value } CallCenterId { value } LastLoginDate { value displayValue } Profile { Name { value } } UserRole { Name { value } } Manager { Name { value } } } }
        pageInfo { hasNextPage endCursor } totalCount pageResultCount } } }
}`;

async function names(where: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<unknown[]> {
    const nodes = nodesOf(await asked.graphql(USERS, { first: 2000, where, ...more }), 'User');
    return nodes.map((node) => node.Name?.value);
}

async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const answer = await asked.graphql(query, variables);
    assert.deepEqual(answer.data, {});
    const [error] = answer.errors;
    assert.ok(error);
    assert.deepEqual(error.paths, []);
    return `${error.extensions.ErrorType} | ${error.message}`;
}

const inUsers = (selection: string, args = '') =>
    `{ uiapi { query { User${args} { edges { node { ${selection} } } } } } }`;

describe('the schema is strict: it refuses', () => {
    const cases: [string, string, RegExp][] = [
        [
            'CallCenter, which UI API does not serve',
            '{ uiapi { query { CallCenter { edges { node { Id } } } } } }',
            /^ValidationError \| Validation error of type FieldUndefined: Field 'CallCenter' in type 'RecordQuery' is undefined @ 'uiapi\/query\/CallCenter'$/
        ],
        [
            'PermissionSetAssignment',
            '{ uiapi { query { PermissionSetAssignment { edges { node { Id } } } } } }',
            /FieldUndefined/
        ],
        [
            'the call center of a user as a record',
            inUsers('CallCenter { Name { value } }'),
            /FieldUndefined: Field 'CallCenter' in type 'User' is undefined @ 'uiapi\/query\/User\/edges\/node\/CallCenter'/
        ],
        ['an unknown field', inUsers('Shoe { value }'), /FieldUndefined: Field 'Shoe'/],
        [
            'a value that is not unwrapped',
            inUsers('Name'),
            /SubselectionRequired: Subselection required for type 'StringValue' of field 'Name'/
        ],
        ['an unwrapped Id', inUsers('Id { value }'), /SubselectionNotAllowed/],
        ['an unknown argument', inUsers('Id', '(limit: 3)'), /UnknownArgument: Unknown field argument limit/],
        [
            'an unknown operator',
            inUsers('Id', '(where: { Name: { contains: "x" } })'),
            /WrongType: contains a field not in 'StringOperators': 'contains'/
        ],
        [
            'like on an id',
            inUsers('Id', '(where: { CallCenterId: { like: "04v%" } })'),
            /WrongType: contains a field not in 'IdOperators': 'like'/
        ],
        ['an operand of the wrong type', inUsers('Id', '(where: { IsActive: { eq: "yes" } })'), /WrongType/],
        [
            'an order that is none',
            inUsers('Id', '(orderBy: { Name: { order: UP } })'),
            /WrongType: the value 'UP' is not a valid 'ResultOrder'/
        ],
        ['a variable nobody declared', inUsers('Id', '(first: $n)'), /UndefinedVariable: Undefined variable 'n'/],
        [
            'a variable of another type',
            `query ($n: String) ${inUsers('Id', '(first: $n)')}`,
            /VariableTypeMismatch: Variable type 'String' does not match expected type 'Int'/
        ],
        [
            'an unknown type',
            `query ($w: Users_Filter) ${inUsers('Id', '(where: $w)')}`,
            /UnknownType: Unknown type Users_Filter/
        ],
        [
            'a variable in @include',
            `query ($x: Boolean!) ${inUsers('Id Name @include(if: $x) { value }')}`,
            /Variables are not supported/
        ],
        [
            'more than 10 subqueries',
            `{ uiapi { query { ${Array.from({ length: 11 }, (_, n) => `q${n}: User { totalCount }`).join(' ')} } } }`,
            /more than 10 subqueries/
        ],
        [
            'text that is no document',
            '{ uiapi { query ',
            /^InvalidSyntax \| Invalid syntax with offending token '<EOF>' at line 1 column 17$/
        ],
        [
            'an update of a field that cannot be updated',
            'mutation { uiapi { UserUpdate(input: { Id: "x", User: { Name: "y" } }) { Record { Id } } } }',
            /WrongType: contains a field not in 'UserUpdateRepresentation': 'Name'/
        ],
        [
            'a delete of users, which nobody can',
            'mutation { uiapi { UserDelete(input: { Id: "x" }) { Id } } }',
            /FieldUndefined: Field 'UserDelete'/
        ],
        [
            'grouping by a field that cannot be grouped',
            '{ uiapi { aggregate { User(groupBy: { LastLoginDate: { group: true } }) { edges { node { aggregate { Id { count { value } } } } } } } } }',
            /WrongType: contains a field not in 'User_GroupBy'/
        ]
    ];
    for (const [what, query, words] of cases) {
        test(what, async () => assert.match(await refusal(query), words));
    }

    test('a variable whose value is of the wrong type', async () => {
        assert.match(
            await refusal(USERS, { first: 'ten' }),
            /^ValidationError \| Variable 'first' has an invalid value/
        );
    });
});

describe('filters', () => {
    test('tell no case apart, in any script', async () => {
        assert.deepEqual(await names({ Name: { eq: 'MAARTJE DE VRIES' } }), ['Maartje de Vries']);
        assert.deepEqual(await names({ LastName: { eq: 'ó briain' } }), ['Magnus Ó Briain']);
        assert.deepEqual(await names({ Name: { like: '%ÁLVAREZ' } }).then((found) => found.length), 2);
    });

    test('find composed and combining letters alike', async () => {
        assert.deepEqual(await names({ Name: { like: '%josé nuñez%' } }), ['Jose\u0301 Nun\u0303ez']);
    });

    test('take wildcards to the letter behind a backslash', async () => {
        assert.deepEqual(await names({ Name: { like: '%100\\%%' } }), ['Percy 100% Certain']);
        assert.deepEqual(await names({ Name: { like: '%r\\_s%' } }), ['Una under_score']);
        assert.deepEqual(await names({ Name: { like: '%c:\\\\s%' } }), ['Bäck C:\\slash']);
        assert.ok((await names({ Name: { like: '%a_a%' } })).length > 1);
    });

    test('take anything typed as a value: quotes, HTML, SQL, emoji, 10,000 characters', async () => {
        assert.deepEqual(await names({ Name: { like: "%o'brien%" } }), ["Siobhán O'Brien"]);
        assert.deepEqual(await names({ Name: { like: '%"manu"%' } }), ['Manuela "Manu" Ferreira']);
        assert.deepEqual(await names({ Name: { like: '%<script>%' } }), ['<b>Bobby</b> <script>alert(1)</script>']);
        assert.deepEqual(await names({ Name: { like: '%🎧%' } }), ['Zoë Sunshine ☀️🎧']);
        assert.deepEqual(await names({ Name: { eq: "x' OR 1=1 --" } }), []);
        assert.deepEqual(await names({ Name: { like: `%${'x'.repeat(10_000)}%` } }), []);
        assert.deepEqual(await names({ Name: { like: `%${'%a'.repeat(5_000)}%` } }), []);
    });

    test('tell null from values, and take null in where a value is ruled out', async () => {
        const without = await names({ CallCenterId: { eq: null } });
        const within = await names({ CallCenterId: { ne: null } });
        assert.deepEqual([without.length, within.length], [310, 894]);
        const [first] = nodesOf(
            await asked.graphql(USERS, { first: 1, where: { CallCenterId: { ne: null } } }),
            'User'
        );
        const id = first?.CallCenterId?.value;
        const members = (await names({ CallCenterId: { eq: id } })).length;
        assert.equal((await names({ CallCenterId: { ne: id } })).length, 1204 - members);
        assert.equal((await names({ CallCenterId: { nin: [id] } })).length, 1204 - members);
        assert.equal((await names({ not: { CallCenterId: { eq: id } } })).length, 1204 - members);
        assert.equal((await names({ CallCenterId: { in: [id, null] } })).length, 310 + members);
        assert.equal(
            (await names({ CallCenterId: { in: [String(id).slice(0, 15)] } })).length,
            members,
            '15 characters name the same center'
        );
    });

    test('are joined by and, or, not, and reach parents', async () => {
        const agents = await names({ Profile: { Name: { eq: 'service agent' } }, IsActive: { eq: true } });
        const others = await names({
            or: [{ not: { Profile: { Name: { eq: 'Service Agent' } } } }, { IsActive: { eq: false } }]
        });
        assert.equal(agents.length + others.length, 1204);
        assert.deepEqual(await names({ Manager: { Manager: { LastName: { eq: 'Topchain' } } } }), ['Lou Lowchain']);
    });

    test('compare times by value, literal and range', async () => {
        const recent = await names({ LastLoginDate: { gte: { range: { last_n_days: 7 } } } });
        const older = await names({ LastLoginDate: { lt: { range: { last_n_days: 7 } } } });
        const never = await names({ LastLoginDate: { eq: null } });
        assert.ok(recent.length > 100 && older.length > 50);
        assert.equal(recent.length + older.length + never.length, 1204);
        assert.deepEqual(await names({ LastLoginDate: { gt: { value: '2999-01-01T00:00:00Z' } } }), []);
        assert.deepEqual(await names({ CreatedDate: { eq: { literal: 'TODAY' } } }), []);
    });

    test('ask another object by a semi-join', async () => {
        const managers = await names({ Id: { inq: { User: { LastName: { like: '%chain' } }, ApiName: 'ManagerId' } } });
        assert.deepEqual(managers.sort(), ['Lou Lowchain', 'Mia Midchain', 'Tom Topchain']);
        assert.equal((await names({ ManagerId: { ninq: { User: { LastName: { eq: 'Topchain' } } } } })).length, 1203);
    });

    test('refuse an id that is none, with the path of the query that failed', async () => {
        const answer = await asked.graphql(USERS, { where: { CallCenterId: { eq: 'nonsense' } } });
        assert.equal(answer.errors[0]?.message, 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: nonsense');
        assert.deepEqual(answer.errors[0]?.paths, ['uiapi', 'query', 'User']);
        assert.equal(at(answer.data, 'uiapi', 'query', 'User'), null);
    });
});

describe('pages', () => {
    test('hold 10 rows unless asked, and lie end to end without a gap or a double', async () => {
        const first = await asked.graphql(USERS, {});
        assert.equal(at(first.data, 'uiapi', 'query', 'User', 'pageResultCount'), 10);
        const seen: unknown[] = [];
        let after: unknown = null;
        for (let page = 0; page < 13; page++) {
            const answer = await asked.graphql(USERS, {
                first: 100,
                after,
                orderBy: { Profile: { Name: { order: 'DESC' } } }
            });
            const rows = nodesOf(answer, 'User');
            seen.push(...rows.map((node) => node.Id));
            assert.equal(at(answer.data, 'uiapi', 'query', 'User', 'totalCount'), 1204);
            assert.equal(at(answer.data, 'uiapi', 'query', 'User', 'pageInfo', 'hasNextPage'), page < 12);
            after = at(answer.data, 'uiapi', 'query', 'User', 'pageInfo', 'endCursor');
        }
        assert.equal(seen.length, 1204);
        assert.equal(new Set(seen).size, 1204);
    });

    test('have 1 to 2,000 rows, and with upperBound at least 200', async () => {
        const message = async (variables: Record<string, unknown>) =>
            (await asked.graphql(USERS, variables)).errors[0]?.message ?? '';
        assert.match(await message({ first: 0 }), /between 1 and 2000/);
        assert.match(await message({ first: 2001 }), /between 1 and 2000/);
        assert.match(await message({ first: 199, upperBound: 5000 }), /between 200 and 2000/);
        assert.equal(await message({ first: 200, upperBound: 5000 }), '');
        assert.match(await message({ after: 'junk' }), /cursor junk is not valid/);
    });

    test('are sorted without regard to case, nulls first unless asked otherwise', async () => {
        const sorted = (await names({}, { orderBy: { Name: { order: 'ASC' } } })).map((name) =>
            String(name).normalize('NFC').toUpperCase()
        );
        assert.deepEqual(
            sorted,
            [...sorted].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        );
        const logins = async (nulls: string | null) => {
            const orderBy = { LastLoginDate: { order: 'DESC', nulls } };
            return nodesOf(await asked.graphql(USERS, { first: 2000, orderBy }), 'User').map(
                (node) => node.LastLoginDate?.value
            );
        };
        assert.equal((await logins(null)).at(0), null);
        const last = await logins('LAST');
        assert.equal(last.at(-1), null);
        const known = last.filter((time) => time !== null).map(String);
        assert.deepEqual(known, [...known].sort().reverse());
    });
});

describe('values', () => {
    test('are wrapped, with a display value where the platform formats them', async () => {
        const [node] = nodesOf(await asked.graphql(USERS, { where: { LastName: { eq: 'Byron' } } }), 'User');
        assert.match(String(node?.LastLoginDate?.value), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
        assert.match(String(at(node, 'LastLoginDate', 'displayValue')), /^\d+\/\d+\/\d\d, \d+:\d\d [AP]M$/);
        assert.equal(at(node, 'Profile', 'Name', 'value'), 'System Administrator');
    });

    test('of a parent that is not there are null as a whole', async () => {
        const [node] = nodesOf(await asked.graphql(USERS, { where: { LastName: { eq: 'Neverhere' } } }), 'User');
        assert.equal(node?.UserRole, null);
    });

    test('come under their aliases, through fragments, with what every record offers', async () => {
        const query = `query { uiapi { query { people: User(where: { LastName: { eq: "Byron" } }) { edges { node { ...who } } } } } }
            fragment who on User { ApiName WeakEtag called: Name { text: value } ... on Record { DisplayValue } __typename }`;
        const answer = await asked.graphql(query);
        const node = at(answer.data, 'uiapi', 'query', 'people', 'edges', 0, 'node');
        assert.deepEqual(at(node, 'called'), { text: 'Ada Byron' });
        assert.deepEqual(
            [at(node, 'ApiName'), at(node, 'DisplayValue'), at(node, '__typename')],
            ['User', 'Ada Byron', 'User']
        );
        assert.equal(typeof at(node, 'WeakEtag'), 'number');
    });
});

describe('an aggregate', () => {
    const COUNTS =
        '{ uiapi { aggregate { User(groupBy: { CallCenterId: { group: true } }, first: 2000) { edges { node { aggregate { CallCenterId { value } Id { count { value } } } } } totalCount } } } }';

    test('counts the members of every center, and those of none, in one request', async () => {
        const answer = await asked.graphql(COUNTS);
        const edges = at(answer.data, 'uiapi', 'aggregate', 'User', 'edges') as unknown[];
        const counts = edges
            .map((edge) => at(edge, 'node', 'aggregate', 'Id', 'count', 'value'))
            .sort((a, b) => Number(b) - Number(a));
        assert.deepEqual(counts, [412, 380, 310, 51, 26, 15, 10]);
        assert.equal(at(answer.data, 'uiapi', 'aggregate', 'User', 'totalCount'), 7);
    });

    test('gives 10 groups unless asked, and the rest on the next page', async () => {
        const query =
            'query ($after: String) { uiapi { aggregate { User(groupBy: { UserRoleId: { group: true } }, after: $after) { edges { node { aggregate { UserRoleId { value } } } } pageInfo { hasNextPage endCursor } } } } }';
        const first = await asked.graphql(query);
        const edges = (answer: unknown) => at(answer, 'data', 'uiapi', 'aggregate', 'User', 'edges') as unknown[];
        assert.equal(edges(first).length, 10);
        const after = at(first.data, 'uiapi', 'aggregate', 'User', 'pageInfo', 'endCursor');
        assert.equal(edges(await asked.graphql(query, { after })).length, 6);
    });

    test('groups by several fields, filters, orders and measures', async () => {
        const query = `{ uiapi { aggregate { User(where: { CallCenterId: { ne: null } }, groupBy: { ProfileId: { group: true }, IsActive: { group: true } }, orderBy: { Id: { function: COUNT, order: DESC } }, first: 100) {
            edges { node { aggregate { ProfileId { value } IsActive { value } Id { count { value } } Name { min { value } countDistinct { value } } } } } } } } }`;
        const edges = at((await asked.graphql(query)).data, 'uiapi', 'aggregate', 'User', 'edges') as unknown[];
        const counts = edges.map((edge) => Number(at(edge, 'node', 'aggregate', 'Id', 'count', 'value')));
        assert.equal(
            counts.reduce((sum, each) => sum + each, 0),
            894
        );
        assert.deepEqual(
            counts,
            [...counts].sort((a, b) => b - a)
        );
        assert.equal(typeof at(edges[0], 'node', 'aggregate', 'Name', 'min', 'value'), 'string');
    });

    test('refuses a value that is neither grouped nor measured', async () => {
        const answer = await asked.graphql(
            '{ uiapi { aggregate { User { edges { node { aggregate { Name { value } } } } } } } }'
        );
        assert.match(answer.errors[0]?.message ?? '', /Field must be grouped or aggregated: Name/);
    });
});
