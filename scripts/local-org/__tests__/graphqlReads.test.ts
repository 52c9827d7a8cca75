import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, namesOf, nodesOf, startAsked, USERS_QUERY, type Asked } from './asking.ts';

let asked: Asked;
before(async () => {
    asked = await startAsked();
});
after(async () => {
    assert.deepEqual(asked.org.requests.failures, []);
    await asked.org.close();
});

describe('pages', () => {
    test('hold 10 rows unless asked, and lie end to end without a gap or a double', async () => {
        const first = await asked.graphql(USERS_QUERY, {});
        assert.equal(at(first.data, 'uiapi', 'query', 'User', 'pageResultCount'), 10);
        const seen: unknown[] = [];
        let after: unknown = null;
        for (let page = 0; page < 13; page++) {
            const answer = await asked.graphql(USERS_QUERY, {
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
            (await asked.graphql(USERS_QUERY, variables)).errors[0]?.message ?? '';
        assert.match(await message({ first: 0 }), /between 1 and 2000/);
        assert.match(await message({ first: 2001 }), /between 1 and 2000/);
        assert.match(await message({ first: 199, upperBound: 5000 }), /between 200 and 2000/);
        assert.equal(await message({ first: 200, upperBound: 5000 }), '');
        assert.match(await message({ after: 'junk' }), /cursor junk is not valid/);
    });

    test('are sorted without regard to case, nulls first unless asked otherwise', async () => {
        const sorted = (await namesOf(asked, {}, { orderBy: { Name: { order: 'ASC' } } })).map((name) =>
            String(name).normalize('NFC').toUpperCase()
        );
        assert.deepEqual(
            sorted,
            [...sorted].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
        );
        const logins = async (nulls: string | null) => {
            const orderBy = { LastLoginDate: { order: 'DESC', nulls } };
            return nodesOf(await asked.graphql(USERS_QUERY, { first: 2000, orderBy }), 'User').map(
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
        const [node] = nodesOf(await asked.graphql(USERS_QUERY, { where: { LastName: { eq: 'Byron' } } }), 'User');
        assert.match(String(node?.LastLoginDate?.value), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
        assert.match(String(at(node, 'LastLoginDate', 'displayValue')), /^\d+\/\d+\/\d\d, \d+:\d\d [AP]M$/);
        assert.equal(at(node, 'Profile', 'Name', 'value'), 'System Administrator');
    });

    test('of a parent that is not there are null as a whole', async () => {
        const [node] = nodesOf(await asked.graphql(USERS_QUERY, { where: { LastName: { eq: 'Neverhere' } } }), 'User');
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
