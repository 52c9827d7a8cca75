import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, startTestOrg, type TestOrg } from './testOrg.ts';

let testOrg: TestOrg;
before(async () => {
    testOrg = await startTestOrg();
});
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
});

describe('Custom objects', () => {
    const work8x8 = () =>
        String(testOrg.org.store.get('SELECT "Id" FROM "CallCenter" WHERE "Name" = ?', ['8x8 Work'])?.Id);

    test('can be created with details in the same mutation, and are deleted with their details', async () => {
        const made = await testOrg.graphql(`mutation { uiapi {
            run: CallCenterMoveRun__cCreate(input: { CallCenterMoveRun__c: { TargetName__c: "8x8 Work", Moved__c: 3, RunKey__c: "k1" } }) { Record { Id Name { value } OwnerId { value } Moved__c { value displayValue } } }
            move: CallCenterMove__cCreate(input: { CallCenterMove__c: { Run__c: "@{run}", UserName__c: "Ada", Outcome__c: "moved" } }) { Record { Run__r { Name { value } } } } } }`);
        assert.deepEqual(made.errors, []);
        assert.equal(at(made.data, 'uiapi', 'run', 'Record', 'Name', 'value'), 'MOVE-000001');
        assert.equal(at(made.data, 'uiapi', 'run', 'Record', 'Moved__c', 'value'), 3);
        assert.equal(at(made.data, 'uiapi', 'move', 'Record', 'Run__r', 'Name', 'value'), 'MOVE-000001');
        const id = at(made.data, 'uiapi', 'run', 'Record', 'Id');
        const gone = await testOrg.graphql(
            `mutation ($id: IdOrRef!) { uiapi { CallCenterMoveRun__cDelete(input: { Id: $id }) { Id } } }`,
            { id }
        );
        assert.equal(at(gone.data, 'uiapi', 'CallCenterMoveRun__cDelete', 'Id'), id);
        assert.equal(testOrg.org.store.get('SELECT count(*) AS n FROM "CallCenterMove__c"')?.n, 0);
    });

    test('reject a second row for a call center, an unknown kind, and a missing id', async () => {
        const create = async (fields: Record<string, unknown>) => {
            const query =
                'mutation ($f: CallCenterProfile__cCreateRepresentation!) { uiapi { CallCenterProfile__cCreate(input: { CallCenterProfile__c: $f }) { Record { Id } } } }';
            return (await testOrg.graphql(query, { f: fields })).errors[0]?.message ?? '';
        };
        assert.match(
            await create({ Name: 'Again', CallCenterId__c: work8x8() }),
            /^DUPLICATE_VALUE: duplicate value found: CallCenterId__c/
        );
        assert.match(
            await create({ Name: 'Odd', CallCenterId__c: 'x', Kind__c: 'sip' }),
            /^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/
        );
        assert.match(
            await create({ Name: 'No id' }),
            /^REQUIRED_FIELD_MISSING: Required fields are missing: \[CallCenterId__c\]/
        );
    });

    test('have a formula that tells the time of the org, which can be read but not written', async () => {
        const made = await testOrg.graphql(
            `mutation { uiapi { CallCenterMoveRun__cCreate(input: { CallCenterMoveRun__c: { RunKey__c: "k2" } }) { Record { Id Now__c { value } LastModifiedDate { value } } } } }`
        );
        const record = ['uiapi', 'CallCenterMoveRun__cCreate', 'Record'];
        const now = Date.parse(String(at(made.data, ...record, 'Now__c', 'value')));
        const modified = Date.parse(String(at(made.data, ...record, 'LastModifiedDate', 'value')));
        assert.ok(Math.abs(now - modified) < 5_000, `${now} is about ${modified}`);
        const written = await testOrg.graphql(
            `mutation { uiapi { CallCenterMoveRun__cCreate(input: { CallCenterMoveRun__c: { Now__c: "2020-01-01T00:00:00Z" } }) { Record { Id } } } }`
        );
        assert.match(written.errors[0]?.message ?? '', /Now__c/);
        const filtered = await testOrg.graphql(
            `{ uiapi { query { CallCenterMoveRun__c(where: { Now__c: { ne: { value: "2020-01-01T00:00:00Z" } } }) { edges { node { Id } } } } } }`
        );
        assert.match(filtered.errors[0]?.message ?? '', /Now__c/);
    });

    test('can be written by admins, but not by call center managers or viewers', async () => {
        const query =
            'mutation { uiapi { CallCenterMoveRun__cCreate(input: { CallCenterMoveRun__c: { TargetName__c: "x" } }) { Record { Id } } } }';
        assert.deepEqual((await testOrg.graphql(query, {}, 'second-admin')).errors, []);
        for (const persona of ['call-center-manager', 'viewer'] as const) {
            const { errors } = await testOrg.graphql(query, {}, persona);
            assert.match(errors[0]?.message ?? '', /^INSUFFICIENT_ACCESS_OR_READONLY/);
        }
    });
});

describe('Requests for moves', () => {
    const create = (fields: string) =>
        `mutation { uiapi { CallCenterMoveRequest__cCreate(input: { CallCenterMoveRequest__c: { ${fields} } }) { Record { Id } } } }`;
    const change = (id: unknown, fields: string) =>
        `mutation { uiapi { CallCenterMoveRequest__cUpdate(input: { Id: "${String(id)}", CallCenterMoveRequest__c: { ${fields} } }) { Record { Id } } } }`;
    const idOf = (data: unknown) => at(data, 'uiapi', 'CallCenterMoveRequest__cCreate', 'Record', 'Id');

    test('are created and changed by who asks, but not by others who may ask, and not by viewers', async () => {
        const made = await testOrg.graphql(create('Status__c: "requested"'), {}, 'delegated');
        assert.deepEqual(made.errors, []);
        const withdraw = change(idOf(made.data), 'Status__c: "withdrawn"');
        for (const persona of ['call-center-manager', 'viewer'] as const) {
            const { errors } = await testOrg.graphql(withdraw, {}, persona);
            assert.match(errors[0]?.message ?? '', /^INSUFFICIENT_ACCESS_OR_READONLY/, persona);
        }
        assert.deepEqual((await testOrg.graphql(withdraw, {}, 'delegated')).errors, []);
        assert.deepEqual((await testOrg.graphql(withdraw, {}, 'admin')).errors, []);
        const viewer = await testOrg.graphql(create('Status__c: "requested"'), {}, 'viewer');
        assert.match(viewer.errors[0]?.message ?? '', /^INSUFFICIENT_ACCESS_OR_READONLY/);
    });

    test('get their answer from admins only', async () => {
        const own = await testOrg.graphql(create('Answer__c: "Yes"'), {}, 'delegated');
        assert.match(own.errors[0]?.message ?? '', /Answer__c/);
        const made = await testOrg.graphql(create('Status__c: "requested"'), {}, 'delegated');
        const answer = change(idOf(made.data), 'Answer__c: "No"');
        assert.match((await testOrg.graphql(answer, {}, 'delegated')).errors[0]?.message ?? '', /Answer__c/);
        assert.deepEqual((await testOrg.graphql(answer, {}, 'second-admin')).errors, []);
    });
});
