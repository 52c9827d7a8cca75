import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, nodesOf, startTestOrg, type Answer, type TestOrg } from './testOrg.ts';

let testOrg: TestOrg;
before(async () => {
    testOrg = await startTestOrg({ users: 40 });
});
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
});

async function ask(version: number, query: string, variables: Record<string, unknown> = {}) {
    const response = await fetch(`${testOrg.org.url}/services/data/v${version}.0/graphql`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${testOrg.org.tokenFor('admin')}` },
        body: JSON.stringify({ query, variables })
    });
    return { status: response.status, answer: (await response.json()) as Answer };
}

const ONE_USER = '{ uiapi { query { User(first: 1) { edges { node { Id } } } } } }';
const updateTitle = (payload: string) =>
    `mutation ($id: IdOrRef!) { uiapi { UserUpdate(input: { Id: $id, User: { Title: "By GraphQL" } }) { ${payload} } } }`;

describe('GraphQL', () => {
    test('exists from version 56', async () => {
        assert.equal((await ask(55, ONE_USER)).status, 404);
        const { status, answer } = await ask(56, ONE_USER);
        assert.equal(status, 200);
        assert.equal(nodesOf(answer, 'User').length, 1);
    });

    test('has mutations from version 59', async () => {
        const id = testOrg.org.personas.viewer.userId;
        const early = await ask(58, updateTitle('success'), { id });
        assert.ok(early.answer.errors.length > 0);
        assert.deepEqual((await ask(59, updateTitle('success'), { id })).answer.errors, []);
    });

    test('has @optional from version 65', async () => {
        const query = '{ uiapi { query { User(first: 1) { edges { node { Id @optional } } } } } }';
        assert.match((await ask(64, query)).answer.errors[0]?.message ?? '', /Unknown directive optional/);
        assert.deepEqual((await ask(65, query)).answer.errors, []);
    });

    test('answers an update with success alone before version 66, and with the record from then on', async () => {
        const id = testOrg.org.personas.viewer.userId;
        for (const version of [59, 65]) {
            const { answer } = await ask(version, updateTitle('success'), { id });
            assert.deepEqual(at(answer.data, 'uiapi', 'UserUpdate'), { success: true });
            const withRecord = await ask(version, updateTitle('Record { Id }'), { id });
            assert.match(withRecord.answer.errors[0]?.message ?? '', /FieldUndefined: Field 'Record'/);
        }
        const { answer } = await ask(66, updateTitle('Record { Id }'), { id });
        assert.deepEqual(at(answer.data, 'uiapi', 'UserUpdate', 'Record', 'Id'), id);
        assert.match((await ask(66, updateTitle('success'), { id })).answer.errors[0]?.message ?? '', /FieldUndefined/);
    });
});

describe('The GraphQL endpoint', () => {
    test('accepts variables in @skip and @include, which the wire adapter does not', async () => {
        const query = `query ($yes: Boolean!) { uiapi { query { User(first: 1) { edges { node {
            Id Name @include(if: $yes) { value } Title @skip(if: $yes) { value } } } } } } }`;
        const [node] = nodesOf((await ask(66, query, { yes: true })).answer, 'User');
        assert.deepEqual(Object.keys(node ?? {}), ['Id', 'Name']);
    });

    test('accepts updateMRU and the scope EVERYTHING', async () => {
        const query = '{ uiapi { query { User(scope: EVERYTHING, updateMRU: false) { totalCount } } } }';
        assert.equal(at((await ask(66, query)).answer.data, 'uiapi', 'query', 'User', 'totalCount'), 40);
    });

    test("limits the scope MINE to the user's own records", async () => {
        const count = async (scope: string) => {
            const query = `{ uiapi { query { CallCenterProfile__c(scope: ${scope}) { totalCount } } } }`;
            const { answer } = await ask(66, query);
            assert.deepEqual(answer.errors, []);
            return Number(at(answer.data, 'uiapi', 'query', 'CallCenterProfile__c', 'totalCount'));
        };
        const all = await count('EVERYTHING');
        assert.equal(await count('MINE'), all);
        const other = testOrg.org.personas.viewer.userId;
        testOrg.org.store.run(
            'UPDATE "CallCenterProfile__c" SET "OwnerId" = ? WHERE "Id" = (SELECT min("Id") FROM "CallCenterProfile__c")',
            [other]
        );
        assert.equal(await count('MINE'), all - 1);
    });

    test('rejects a scope that the object does not have', async () => {
        const { answer } = await ask(66, '{ uiapi { query { User(scope: MINE) { totalCount } } } }');
        assert.match(answer.errors[0]?.message ?? '', /scope MINE is not supported for User/);
    });
});
