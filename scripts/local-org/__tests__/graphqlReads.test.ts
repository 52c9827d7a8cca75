import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, namesOf, nodesOf, startTestOrg, USERS_QUERY, type TestOrg } from './testOrg.ts';

let testOrg: TestOrg;
before(async () => {
    testOrg = await startTestOrg();
});
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
});

describe('Pages', () => {
    test('have 10 rows by default, and follow each other without gaps or duplicates', async () => {
        const first = await testOrg.graphql(USERS_QUERY, {});
        assert.equal(at(first.data, 'uiapi', 'query', 'User', 'pageResultCount'), 10);
        const ids: unknown[] = [];
        let after: unknown = null;
        for (let page = 0; page < 13; page++) {
            const answer = await testOrg.graphql(USERS_QUERY, {
                first: 100,
                after,
                orderBy: { Profile: { Name: { order: 'DESC' } } }
            });
            const rows = nodesOf(answer, 'User');
            ids.push(...rows.map((node) => node.Id));
            assert.equal(at(answer.data, 'uiapi', 'query', 'User', 'totalCount'), 1204);
            assert.equal(at(answer.data, 'uiapi', 'query', 'User', 'pageInfo', 'hasNextPage'), page < 12);
            after = at(answer.data, 'uiapi', 'query', 'User', 'pageInfo', 'endCursor');
        }
        assert.equal(ids.length, 1204);
        assert.equal(new Set(ids).size, 1204);
    });

    test('have 1 to 2,000 rows, or at least 200 with upperBound', async () => {
        const message = async (variables: Record<string, unknown>) =>
            (await testOrg.graphql(USERS_QUERY, variables)).errors[0]?.message ?? '';
        assert.match(await message({ first: 0 }), /between 1 and 2000/);
        assert.match(await message({ first: 2001 }), /between 1 and 2000/);
        assert.match(await message({ first: 199, upperBound: 5000 }), /between 200 and 2000/);
        assert.equal(await message({ first: 200, upperBound: 5000 }), '');
        assert.match(await message({ after: 'junk' }), /cursor junk is not valid/);
    });

    test('are sorted without regard to case, with nulls first by default', async () => {
        const sorted = (await namesOf(testOrg, {}, { orderBy: { Name: { order: 'ASC' } } })).map((name) =>
            String(name).normalize('NFC').toUpperCase()
        );
        assert.deepEqual(
            sorted,
            [...sorted].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        );
        const logins = async (nulls: string | null) => {
            const orderBy = { LastLoginDate: { order: 'DESC', nulls } };
            return nodesOf(await testOrg.graphql(USERS_QUERY, { first: 2000, orderBy }), 'User').map(
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

describe('Values', () => {
    test('are wrapped, with a display value when Salesforce formats the type', async () => {
        const [node] = nodesOf(await testOrg.graphql(USERS_QUERY, { where: { LastName: { eq: 'Byron' } } }), 'User');
        assert.match(String(node?.LastLoginDate?.value), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
        assert.match(String(at(node, 'LastLoginDate', 'displayValue')), /^\d+\/\d+\/\d\d, \d+:\d\d [AP]M$/);
        assert.equal(at(node, 'Profile', 'Name', 'value'), 'System Administrator');
    });

    test('of a missing parent are null together', async () => {
        const [node] = nodesOf(
            await testOrg.graphql(USERS_QUERY, { where: { LastName: { eq: 'Neverhere' } } }),
            'User'
        );
        assert.equal(node?.UserRole, null);
    });

    test('can have aliases and come from fragments, beside the fields that every record has', async () => {
        const query = `query { uiapi { query { people: User(where: { LastName: { eq: "Byron" } }) { edges { node { ...who } } } } } }
            fragment who on User { ApiName WeakEtag called: Name { text: value } ... on Record { DisplayValue } __typename }`;
        const answer = await testOrg.graphql(query);
        const node = at(answer.data, 'uiapi', 'query', 'people', 'edges', 0, 'node');
        assert.deepEqual(at(node, 'called'), { text: 'Ada Byron' });
        assert.deepEqual(
            [at(node, 'ApiName'), at(node, 'DisplayValue'), at(node, '__typename')],
            ['User', 'Ada Byron', 'User']
        );
        assert.equal(typeof at(node, 'WeakEtag'), 'number');
    });
});

describe('An aggregate', () => {
    const COUNTS =
        '{ uiapi { aggregate { User(groupBy: { CallCenterId: { group: true } }, first: 2000) { edges { node { aggregate { CallCenterId { value } Id { count { value } } } } } totalCount } } } }';

    test('counts the members of every call center, and users without one, in one request', async () => {
        const answer = await testOrg.graphql(COUNTS);
        const edges = at(answer.data, 'uiapi', 'aggregate', 'User', 'edges') as unknown[];
        const counts = edges
            .map((edge) => at(edge, 'node', 'aggregate', 'Id', 'count', 'value'))
            .sort((a, b) => Number(b) - Number(a));
        assert.deepEqual(counts, [412, 380, 310, 51, 26, 15, 10]);
        assert.equal(at(answer.data, 'uiapi', 'aggregate', 'User', 'totalCount'), 7);
    });

    test('returns 10 groups by default, and the rest on the next page', async () => {
        const query =
            'query ($after: String) { uiapi { aggregate { User(groupBy: { UserRoleId: { group: true } }, after: $after) { edges { node { aggregate { UserRoleId { value } } } } pageInfo { hasNextPage endCursor } } } } }';
        const first = await testOrg.graphql(query);
        const edges = (answer: unknown) => at(answer, 'data', 'uiapi', 'aggregate', 'User', 'edges') as unknown[];
        assert.equal(edges(first).length, 10);
        const after = at(first.data, 'uiapi', 'aggregate', 'User', 'pageInfo', 'endCursor');
        assert.equal(edges(await testOrg.graphql(query, { after })).length, 6);
    });

    test('can group by several fields, filter, sort, and measure', async () => {
        const query = `{ uiapi { aggregate { User(where: { CallCenterId: { ne: null } }, groupBy: { ProfileId: { group: true }, IsActive: { group: true } }, orderBy: { Id: { function: COUNT, order: DESC } }, first: 100) {
            edges { node { aggregate { ProfileId { value } IsActive { value } Id { count { value } } Name { min { value } countDistinct { value } } } } } } } } }`;
        const edges = at((await testOrg.graphql(query)).data, 'uiapi', 'aggregate', 'User', 'edges') as unknown[];
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

    test('rejects a value that is neither grouped nor measured', async () => {
        const answer = await testOrg.graphql(
            '{ uiapi { aggregate { User { edges { node { aggregate { Name { value } } } } } } } }'
        );
        assert.match(answer.errors[0]?.message ?? '', /Field must be grouped or aggregated: Name/);
    });
});
