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

describe('filters', () => {
    test('tell no case apart, in any script', async () => {
        assert.deepEqual(await namesOf(asked, { Name: { eq: 'MAARTJE DE VRIES' } }), ['Maartje de Vries']);
        assert.deepEqual(await namesOf(asked, { LastName: { eq: 'ó briain' } }), ['Magnus Ó Briain']);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%ÁLVAREZ' } }).then((found) => found.length), 2);
    });

    test('find composed and combining letters alike', async () => {
        assert.deepEqual(await namesOf(asked, { Name: { like: '%josé nuñez%' } }), ['Jose\u0301 Nun\u0303ez']);
    });

    test('take wildcards to the letter behind a backslash', async () => {
        assert.deepEqual(await namesOf(asked, { Name: { like: '%100\\%%' } }), ['Percy 100% Certain']);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%r\\_s%' } }), ['Una under_score']);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%c:\\\\s%' } }), ['Bäck C:\\slash']);
        assert.ok((await namesOf(asked, { Name: { like: '%a_a%' } })).length > 1);
    });

    test('take anything typed as a value: quotes, HTML, SQL, emoji, 10,000 characters', async () => {
        assert.deepEqual(await namesOf(asked, { Name: { like: "%o'brien%" } }), ["Siobhán O'Brien"]);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%"manu"%' } }), ['Manuela "Manu" Ferreira']);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%<script>%' } }), [
            '<b>Bobby</b> <script>alert(1)</script>'
        ]);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%🎧%' } }), ['Zoë Sunshine ☀️🎧']);
        assert.deepEqual(await namesOf(asked, { Name: { eq: "x' OR 1=1 --" } }), []);
        assert.deepEqual(await namesOf(asked, { Name: { like: '%\0%' } }), []);
        assert.deepEqual(await namesOf(asked, { Name: { like: `%${'x'.repeat(10_000)}%` } }), []);
        assert.deepEqual(await namesOf(asked, { Name: { like: `%${'%a'.repeat(5_000)}%` } }), []);
    });

    test('tell null from values, and take null in where a value is ruled out', async () => {
        const without = await namesOf(asked, { CallCenterId: { eq: null } });
        const within = await namesOf(asked, { CallCenterId: { ne: null } });
        assert.deepEqual([without.length, within.length], [310, 894]);
        const [first] = nodesOf(
            await asked.graphql(USERS_QUERY, { first: 1, where: { CallCenterId: { ne: null } } }),
            'User'
        );
        const id = first?.CallCenterId?.value;
        const members = (await namesOf(asked, { CallCenterId: { eq: id } })).length;
        assert.equal((await namesOf(asked, { CallCenterId: { ne: id } })).length, 1204 - members);
        assert.equal((await namesOf(asked, { CallCenterId: { nin: [id] } })).length, 1204 - members);
        assert.equal((await namesOf(asked, { not: { CallCenterId: { eq: id } } })).length, 1204 - members);
        assert.equal((await namesOf(asked, { CallCenterId: { in: [id, null] } })).length, 310 + members);
        assert.equal(
            (await namesOf(asked, { CallCenterId: { in: [String(id).slice(0, 15)] } })).length,
            members,
            '15 characters name the same center'
        );
    });

    test('are joined by and, or, not, and reach parents', async () => {
        const agents = await namesOf(asked, { Profile: { Name: { eq: 'service agent' } }, IsActive: { eq: true } });
        const others = await namesOf(asked, {
            or: [{ not: { Profile: { Name: { eq: 'Service Agent' } } } }, { IsActive: { eq: false } }]
        });
        assert.equal(agents.length + others.length, 1204);
        assert.deepEqual(await namesOf(asked, { Manager: { Manager: { LastName: { eq: 'Topchain' } } } }), [
            'Lou Lowchain'
        ]);
    });

    test('compare times by value, literal and range', async () => {
        const recent = await namesOf(asked, { LastLoginDate: { gte: { range: { last_n_days: 7 } } } });
        const older = await namesOf(asked, { LastLoginDate: { lt: { range: { last_n_days: 7 } } } });
        const never = await namesOf(asked, { LastLoginDate: { eq: null } });
        assert.ok(recent.length > 100 && older.length > 50);
        assert.equal(recent.length + older.length + never.length, 1204);
        assert.deepEqual(await namesOf(asked, { LastLoginDate: { gt: { value: '2999-01-01T00:00:00Z' } } }), []);
        assert.deepEqual(await namesOf(asked, { CreatedDate: { eq: { literal: 'TODAY' } } }), []);
    });

    test('ask another object by a semi-join', async () => {
        const managers = await namesOf(asked, {
            Id: { inq: { User: { LastName: { like: '%chain' } }, ApiName: 'ManagerId' } }
        });
        assert.deepEqual(managers.sort(), ['Lou Lowchain', 'Mia Midchain', 'Tom Topchain']);
        assert.equal(
            (await namesOf(asked, { ManagerId: { ninq: { User: { LastName: { eq: 'Topchain' } } } } })).length,
            1203
        );
    });

    test('refuse an id that is none, with the path of the query that failed', async () => {
        const answer = await asked.graphql(USERS_QUERY, { where: { CallCenterId: { eq: 'nonsense' } } });
        assert.equal(answer.errors[0]?.message, 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: nonsense');
        assert.deepEqual(answer.errors[0]?.paths, ['uiapi', 'query', 'User']);
        assert.equal(at(answer.data, 'uiapi', 'query', 'User'), null);
    });
});
