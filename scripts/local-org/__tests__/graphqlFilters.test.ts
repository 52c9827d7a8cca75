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

describe('Filters', () => {
    test('ignore case in any script', async () => {
        assert.deepEqual(await namesOf(testOrg, { Name: { eq: 'MAARTJE DE VRIES' } }), ['Maartje de Vries']);
        assert.deepEqual(await namesOf(testOrg, { LastName: { eq: 'ó briain' } }), ['Magnus Ó Briain']);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%ÁLVAREZ' } }).then((found) => found.length), 2);
    });

    test('match composed and combining letters alike', async () => {
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%josé nuñez%' } }), ['Jose\u0301 Nun\u0303ez']);
    });

    test('match a wildcard literally after a backslash', async () => {
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%100\\%%' } }), ['Percy 100% Certain']);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%r\\_s%' } }), ['Una under_score']);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%c:\\\\s%' } }), ['Bäck C:\\slash']);
        assert.ok((await namesOf(testOrg, { Name: { like: '%a_a%' } })).length > 1);
    });

    test('treat any text as a value: quotes, HTML, SQL, emoji, 10,000 characters', async () => {
        assert.deepEqual(await namesOf(testOrg, { Name: { like: "%o'brien%" } }), ["Siobhán O'Brien"]);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%"manu"%' } }), ['Manuela "Manu" Ferreira']);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%<script>%' } }), [
            '<b>Bobby</b> <script>alert(1)</script>'
        ]);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%🎧%' } }), ['Zoë Sunshine ☀️🎧']);
        assert.deepEqual(await namesOf(testOrg, { Name: { eq: "x' OR 1=1 --" } }), []);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: '%\0%' } }), []);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: `%${'x'.repeat(10_000)}%` } }), []);
        assert.deepEqual(await namesOf(testOrg, { Name: { like: `%${'%a'.repeat(5_000)}%` } }), []);
    });

    test('distinguish null from values, and include null when a value is excluded', async () => {
        const without = await namesOf(testOrg, { CallCenterId: { eq: null } });
        const within = await namesOf(testOrg, { CallCenterId: { ne: null } });
        assert.deepEqual([without.length, within.length], [310, 894]);
        const [first] = nodesOf(
            await testOrg.graphql(USERS_QUERY, { first: 1, where: { CallCenterId: { ne: null } } }),
            'User'
        );
        const id = first?.CallCenterId?.value;
        const members = (await namesOf(testOrg, { CallCenterId: { eq: id } })).length;
        assert.equal((await namesOf(testOrg, { CallCenterId: { ne: id } })).length, 1204 - members);
        assert.equal((await namesOf(testOrg, { CallCenterId: { nin: [id] } })).length, 1204 - members);
        assert.equal((await namesOf(testOrg, { not: { CallCenterId: { eq: id } } })).length, 1204 - members);
        assert.equal((await namesOf(testOrg, { CallCenterId: { in: [id, null] } })).length, 310 + members);
        assert.equal(
            (await namesOf(testOrg, { CallCenterId: { in: [String(id).slice(0, 15)] } })).length,
            members,
            'the 15-character id is the same call center'
        );
    });

    test('can be combined with and, or, and not, and can use fields of parents', async () => {
        const agents = await namesOf(testOrg, { Profile: { Name: { eq: 'service agent' } }, IsActive: { eq: true } });
        const others = await namesOf(testOrg, {
            or: [{ not: { Profile: { Name: { eq: 'Service Agent' } } } }, { IsActive: { eq: false } }]
        });
        assert.equal(agents.length + others.length, 1204);
        assert.deepEqual(await namesOf(testOrg, { Manager: { Manager: { LastName: { eq: 'Topchain' } } } }), [
            'Lou Lowchain'
        ]);
    });

    test('compare times with a value, a literal, and a range', async () => {
        const recent = await namesOf(testOrg, { LastLoginDate: { gte: { range: { last_n_days: 7 } } } });
        const older = await namesOf(testOrg, { LastLoginDate: { lt: { range: { last_n_days: 7 } } } });
        const never = await namesOf(testOrg, { LastLoginDate: { eq: null } });
        assert.ok(recent.length > 100 && older.length > 50);
        assert.equal(recent.length + older.length + never.length, 1204);
        assert.deepEqual(await namesOf(testOrg, { LastLoginDate: { gt: { value: '2999-01-01T00:00:00Z' } } }), []);
        assert.deepEqual(await namesOf(testOrg, { CreatedDate: { eq: { literal: 'TODAY' } } }), []);
    });

    test('can semi-join another object', async () => {
        const managers = await namesOf(testOrg, {
            Id: { inq: { User: { LastName: { like: '%chain' } }, ApiName: 'ManagerId' } }
        });
        assert.deepEqual(managers.sort(), ['Lou Lowchain', 'Mia Midchain', 'Tom Topchain']);
        assert.equal(
            (await namesOf(testOrg, { ManagerId: { ninq: { User: { LastName: { eq: 'Topchain' } } } } })).length,
            1203
        );
    });

    test('reject a semi-join below OR, as SOQL does', async () => {
        const join = { Id: { inq: { User: { LastName: { like: '%chain' } }, ApiName: 'ManagerId' } } };
        for (const where of [{ or: [join, { Alias: { eq: 'x' } }] }, { or: [{ not: { and: [join] } }] }]) {
            const { errors } = await testOrg.graphql(USERS_QUERY, { where });
            assert.match(errors[0]?.message ?? '', /Semi join sub-selects are not allowed with the 'OR' operator/);
        }
    });

    test('reject an invalid id, with the path of the query that failed', async () => {
        const answer = await testOrg.graphql(USERS_QUERY, { where: { CallCenterId: { eq: 'nonsense' } } });
        assert.equal(answer.errors[0]?.message, 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: nonsense');
        assert.deepEqual(answer.errors[0]?.paths, ['uiapi', 'query', 'User']);
        assert.equal(at(answer.data, 'uiapi', 'query', 'User'), null);
    });
});
