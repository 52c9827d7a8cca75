import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, startTestOrg, userNamed, type TestOrg } from './testOrg.ts';

const CENTER = '04v000000000001AAA';
/** A call center without a saved name. Two profiles of one call center aren't allowed. */
const UNSAVED = '04v000000000999AAA';

let testOrg: TestOrg;
before(async () => {
    testOrg = await startTestOrg();
});
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
});

interface Answer {
    status: number;
    body: unknown;
}

async function ask(method: string, path: string, body?: unknown, persona?: 'viewer'): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await testOrg.rest(`/ui-api/records${path}`, { method, body: text }, persona);
    const answer = await response.text();
    return { status: response.status, body: answer === '' ? null : JSON.parse(answer) };
}

const profile = (name: string) => ({
    apiName: 'CallCenterProfile__c',
    fields: { CallCenterId__c: UNSAVED, Name: name, Kind__c: 'open-cti' }
});

const create = (input: unknown, persona?: 'viewer') => ask('POST', '', input, persona);

async function profiles(): Promise<unknown> {
    const answer = await testOrg.graphql('{ uiapi { query { CallCenterProfile__c { totalCount } } } }');
    return at(answer, 'data', 'uiapi', 'query', 'CallCenterProfile__c', 'totalCount');
}

describe('A new record in UI API', () => {
    test('is returned with its id and the fields that were set', async () => {
        const { status, body } = await create(profile('8x8 Work'));
        assert.equal(status, 201);
        const id = String(at(body, 'id'));
        assert.match(id, /^a\w{17}$/);
        assert.equal(at(body, 'apiName'), 'CallCenterProfile__c');
        assert.deepEqual(at(body, 'fields', 'Name'), { displayValue: null, value: '8x8 Work' });
        const read = await ask('GET', `/${id}?fields=CallCenterProfile__c.Name`);
        assert.equal(at(read.body, 'fields', 'Name', 'value'), '8x8 Work');
        await ask('DELETE', `/${id}`);
    });

    test('of an object that UI API does not support is rejected, although REST creates a CallCenter', async () => {
        for (const apiName of ['CallCenter', 'Shoe__c']) {
            const { status, body } = await create({ apiName, fields: { Name: 'x', InternalName: 'x' } });
            assert.deepEqual([status, at(body, 0, 'errorCode')], [404, 'INVALID_TYPE'], apiName);
            assert.equal(at(body, 0, 'message'), `Object ${apiName} is not supported in UI API`);
        }
    });

    test('is rejected with the reasons in output, as for a user who may not create it', async () => {
        const forbidden = await create(profile('x'), 'viewer');
        assert.deepEqual([forbidden.status, at(forbidden.body, 0, 'errorCode')], [403, 'INSUFFICIENT_ACCESS']);
        assert.match(String(at(forbidden.body, 0, 'message')), /trying to create the record/);
        const incomplete = await create({ apiName: 'User', fields: { LastName: 'x' } });
        assert.equal(incomplete.status, 400);
        const reasons = JSON.stringify(at(incomplete.body, 0, 'output'));
        assert.match(reasons, /REQUIRED_FIELD_MISSING/);
    });

    test('is rejected when its body does not have the documented form, and nothing is created', async () => {
        const wrong: [unknown, string][] = [
            ['no JSON', 'JSON_PARSER_ERROR'],
            [[], 'JSON_PARSER_ERROR'],
            [{ fields: {} }, 'JSON_PARSER_ERROR'],
            [{ ...profile('x'), apiName: 7 }, 'JSON_PARSER_ERROR'],
            [{ apiName: 'CallCenterProfile__c' }, 'JSON_PARSER_ERROR'],
            [{ apiName: 'CallCenterProfile__c', fields: { Name: { value: 'x' } } }, 'JSON_PARSER_ERROR'],
            [{ apiName: 'CallCenterProfile__c', fields: { Shoe__c: 'x' } }, 'INVALID_FIELD']
        ];
        const before = await profiles();
        for (const [input, code] of wrong) {
            const { status, body } = await create(input);
            assert.deepEqual([status, at(body, 0, 'errorCode')], [400, code], JSON.stringify(input));
        }
        assert.equal(await profiles(), before);
    });
});

describe('A deleted record in UI API', () => {
    test('is gone, and cannot be deleted again', async () => {
        const id = String(at((await create(profile('x'))).body, 'id'));
        assert.deepEqual(await ask('DELETE', `/${id}`), { status: 200, body: null });
        for (const method of ['DELETE', 'GET']) {
            const { status, body } = await ask(method, `/${id}?fields=CallCenterProfile__c.Name`);
            assert.deepEqual([status, at(body, 0, 'errorCode')], [404, 'NOT_FOUND'], method);
        }
    });

    test('is never a user, an unsupported object, or a record that this user may not delete', async () => {
        const { id } = await userNamed(testOrg, 'Maartje de Vries');
        const user = await ask('DELETE', `/${id}`);
        assert.deepEqual([user.status, at(user.body, 0, 'errorCode')], [403, 'INSUFFICIENT_ACCESS']);
        assert.match(String(at(user.body, 0, 'message')), /trying to delete the record/);
        assert.equal((await userNamed(testOrg, 'Maartje de Vries')).id, id);

        const center = await ask('DELETE', `/${CENTER}`);
        assert.deepEqual([center.status, at(center.body, 0, 'errorCode')], [404, 'INVALID_TYPE']);

        const kept = String(at((await create(profile('x'))).body, 'id'));
        assert.equal((await ask('DELETE', `/${kept}`, undefined, 'viewer')).status, 403);
        assert.equal((await ask('DELETE', `/${kept}`)).status, 200);
        assert.equal((await ask('DELETE', '/none')).status, 400);
    });
});

test('UI API says that the embedded org has no layouts, instead of answering without fields', async () => {
    const { id } = await userNamed(testOrg, 'Maartje de Vries');
    const { status, body } = await ask('GET', `/${id}?layoutTypes=Full&modes=View`);
    assert.deepEqual([status, at(body, 0, 'errorCode')], [400, 'ILLEGAL_QUERY_PARAMETER_VALUE']);
    assert.match(String(at(body, 0, 'message')), /layoutTypes/);
});
