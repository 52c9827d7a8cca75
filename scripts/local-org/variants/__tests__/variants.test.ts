import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, nodesOf, startTestOrg } from '../../__tests__/testOrg.ts';
import type { LocalOrgOptions } from '../../index.ts';
import { readOptions } from '../../options.ts';
import { VARIANTS } from '../variants.ts';

const FLOW = '/actions/custom/flow/List_Call_Centers';

describe('A variant', () => {
    test('is chosen by name', () => {
        assert.equal(
            (readOptions(['--variant', 'small-mutations']) as LocalOrgOptions).variant,
            VARIANTS['small-mutations']
        );
        assert.throws(
            () => readOptions(['--variant', 'toString']),
            /^Error: There's no variant toString\. Choose one of these: callcenter-in-graphql, /
        );
    });

    test('with an earlier API version rejects later ones', async () => {
        const { org, rest } = await startTestOrg({ users: 40, variant: VARIANTS['no-mutations'] });
        const versions = await (await fetch(`${org.url}/services/data`)).json();
        assert.equal((versions as { version: string }[]).at(-1)?.version, '65.0');
        assert.equal((await rest('/limits')).status, 404);
        await org.close();
    });

    test('with a limit of operations counts every alias, and rejects the whole mutation above the limit', async () => {
        const { org, graphql } = await startTestOrg({ users: 60, variant: { says: 'two', mostOperations: 2 } });
        const { userId } = org.personas.viewer;
        const update = (alias: string) =>
            `${alias}: UserUpdate(input: { Id: "${userId}", User: { Title: "${alias}" } }) { Record { Id } }`;
        const title = () => org.store.get('SELECT "Title" AS t FROM "User" WHERE "Id" = ?', [userId])?.t;
        const before = title();
        const refused = await graphql(`mutation { uiapi { ${['a', 'b', 'c'].map(update).join(' ')} } }`);
        assert.deepEqual([refused.errors.length, title()], [1, before]);
        const done = await graphql(`mutation { uiapi { ${['a', 'b'].map(update).join(' ')} } }`);
        assert.deepEqual([done.errors, title()], [[], 'b']);
        await org.close();
    });

    test('with a hidden field leaves it out, and rejects every query, filter, group, and write that names it', async () => {
        const { org, rest, graphql } = await startTestOrg({ users: 40, variant: VARIANTS['callcenterid-hidden'] });
        const { userId } = org.personas.viewer;
        const node = (mark: string) =>
            graphql(`{ uiapi { query { User(first: 1) { edges { node { Id CallCenterId ${mark} { value } } } } } } }`);
        assert.match((await node('')).errors[0]!.message, /FieldUndefined: Field 'CallCenterId' in type 'User'/);
        assert.deepEqual(Object.keys(nodesOf(await node('@optional'), 'User')[0]!), ['Id']);
        const where = 'query ($w: User_Filter) { uiapi { query { User(where: $w) { totalCount } } } }';
        const filtered = await graphql(where, { w: { CallCenterId: { eq: null } } });
        assert.match(filtered.errors[0]!.message, /^INVALID_FIELD: No such column 'CallCenterId'/);
        const group = 'groupBy: { CallCenterId: { group: true } }';
        const grouped = await graphql(
            `{ uiapi { aggregate { User(${group}) { edges { node { aggregate { Id { count { value } } } } } } } } }`
        );
        assert.match(grouped.errors[0]!.message, /^INVALID_FIELD: No such column 'CallCenterId'/);
        const written = await graphql(
            `mutation { uiapi { UserUpdate(input: { Id: "${userId}", User: { CallCenterId: null } }) { Record { Id } } } }`
        );
        const words = "No such column 'CallCenterId' on sobject of type User";
        assert.equal(written.errors[0]!.message, `INVALID_FIELD: ${words}`);
        const body = JSON.stringify({ CallCenterId: null });
        const patched = await rest(`/sobjects/User/${userId}`, { method: 'PATCH', body });
        assert.deepEqual(await patched.json(), [{ message: words, errorCode: 'INVALID_FIELD' }]);
        const info = (await (await rest('/ui-api/object-info/User')).json()) as { fields: object };
        assert.equal('CallCenterId' in info.fields, false);
        await org.close();
    });

    test('with a read-only field shows it, and rejects writes to it', async () => {
        const { org, rest, graphql } = await startTestOrg({ users: 40, variant: VARIANTS['callcenterid-read-only'] });
        const { userId } = org.personas.viewer;
        const { errors } = await graphql(
            `mutation { uiapi { UserUpdate(input: { Id: "${userId}", User: { CallCenterId: null } }) { Record { Id } } } }`
        );
        assert.match(
            errors[0]!.message,
            /^INVALID_FIELD_FOR_INSERT_UPDATE: Unable to create\/update fields: CallCenterId/
        );
        const info = await (await rest('/ui-api/object-info/User')).json();
        assert.equal(at(info, 'fields', 'CallCenterId', 'updateable'), false);
        const { fields } = (await (await rest('/sobjects/User/describe')).json()) as {
            fields: { name: string; updateable: boolean }[];
        };
        assert.equal(fields.find(({ name }) => name === 'CallCenterId')?.updateable, false);
        await org.close();
    });

    test('without an object hides it in every API', async () => {
        const { org, rest, graphql } = await startTestOrg({ users: 40, variant: VARIANTS['nothing-installed'] });
        assert.equal((await rest('/sobjects/CallCenterProfile__c/describe')).status, 404);
        assert.equal((await rest('/ui-api/object-info/CallCenterProfile__c')).status, 404);
        const { errors } = await graphql('{ uiapi { query { CallCenterProfile__c { edges { node { Id } } } } } }');
        assert.match(errors[0]!.message, /FieldUndefined/);
        await org.close();
    });
});

describe('The flow of this repository', () => {
    test('can be listed, described, and run through the Actions API', async () => {
        const { org, rest } = await startTestOrg({ users: 60 });
        const { actions } = (await (await rest('/actions/custom/flow')).json()) as { actions: { name: string }[] };
        assert.deepEqual(
            actions.map(({ name }) => name),
            ['List_Call_Centers']
        );
        const described = (await (await rest(FLOW)).json()) as { inputs: unknown[]; outputs: { name: string }[] };
        assert.deepEqual(
            [described.inputs, described.outputs.map(({ name }) => name)],
            [[], ['callCenters', 'Flow__InterviewStatus']]
        );
        const ran = await rest(FLOW, { method: 'POST', body: '{"inputs":[{}]}' });
        const [{ isSuccess, outputValues }] = (await ran.json()) as [
            { isSuccess: boolean; outputValues: { callCenters: { Name: string; InternalName: string }[] } }
        ];
        assert.ok(isSuccess);
        assert.deepEqual(outputValues.callCenters.map(({ Name, InternalName }) => [Name, InternalName]).slice(0, 2), [
            ['8x8 Work', 'Work8x8'],
            ['Collections', 'Collections']
        ]);
        await org.close();
    });

    test("fails with 400 and a reason if it can't read call centers, and returns 404 if it isn't deployed", async () => {
        const locked = await startTestOrg({ users: 40, variant: VARIANTS['flow-cannot-read'] });
        const ran = await locked.rest(FLOW, { method: 'POST', body: '{"inputs":[{}]}' });
        const [{ isSuccess, errors }] = (await ran.json()) as [{ isSuccess: boolean; errors: { message: string }[] }];
        assert.deepEqual([ran.status, isSuccess, errors.length], [400, false, 1]);
        await locked.org.close();
        const bare = await startTestOrg({ users: 40, variant: VARIANTS['no-flow'] });
        assert.equal((await bare.rest(FLOW)).status, 404);
        await bare.org.close();
    });
});
