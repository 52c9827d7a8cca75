import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, startTestOrg, type TestOrg } from '../../__tests__/testOrg.ts';

let testOrg: TestOrg;

before(async () => {
    testOrg = await startTestOrg({ users: 40 });
});

after(() => testOrg.org.close());

const record = (referenceId: string, fields: Record<string, unknown>) => ({
    attributes: { type: 'CallCenter', referenceId },
    ...fields
});

async function post(...records: unknown[]) {
    const response = await testOrg.rest('/composite/tree/CallCenter', {
        method: 'POST',
        body: JSON.stringify({ records })
    });
    return { status: response.status, body: (await response.json()) as unknown };
}

const count = (name: string) =>
    testOrg.org.store.get('SELECT count(*) AS n FROM "CallCenter" WHERE "InternalName" = ?', [name])?.n;

describe('A tree', () => {
    test('creates its records, and returns an id for each reference', async () => {
        const { status, body } = await post(
            record('one', { Name: 'One', InternalName: 'TreeOne' }),
            record('two', { Name: 'Two', InternalName: 'TreeTwo' })
        );
        assert.deepEqual([status, at(body, 'hasErrors')], [201, false]);
        assert.deepEqual(
            [at(body, 'results', 0, 'referenceId'), at(body, 'results', 1, 'referenceId')],
            ['one', 'two']
        );
        assert.match(String(at(body, 'results', 1, 'id')), /^04v\w{15}$/);
        assert.deepEqual([count('TreeOne'), count('TreeTwo')], [1, 1]);
    });

    test('creates nothing when a record fails, and returns only the errors', async () => {
        const { status, body } = await post(
            record('good', { Name: 'Good', InternalName: 'TreeGood' }),
            record('bad', { Name: 'Bad' })
        );
        assert.deepEqual([status, at(body, 'hasErrors'), at(body, 'results', 0, 'referenceId')], [400, true, 'bad']);
        assert.equal(at(body, 'results', 0, 'errors', 0, 'statusCode'), 'REQUIRED_FIELD_MISSING');
        assert.equal(at(body, 'results', 1), undefined);
        assert.equal(count('TreeGood'), 0);
    });

    test('rejects child records, a repeated reference, and more than 200 records', async () => {
        const one = record('one', { Name: 'X', InternalName: 'TreeX' });
        for (const records of [[{ ...one, Users: { records: [] } }], [one, one]])
            assert.equal(at((await post(...records)).body, 0, 'errorCode'), 'INVALID_INPUT');
        const many = Array.from({ length: 201 }, (_, index) => record(`r${index}`, { Name: 'X' }));
        assert.equal((await post(...many)).status, 400);
        assert.equal(count('TreeX'), 0);
    });
});

describe('A resource that is not supported', () => {
    test('is answered in the shape of its API', async () => {
        for (const path of ['/search?q=FIND', '/composite/graph', '/composite/batch', '/tooling/query?q=SELECT']) {
            const response = await testOrg.rest(path);
            assert.deepEqual([response.status, at(await response.json(), 0, 'errorCode')], [404, 'NOT_FOUND'], path);
        }
        const job = await fetch(`${testOrg.org.url}/services/async/66.0/job`, { method: 'POST', body: '<jobInfo/>' });
        assert.equal(job.status, 400);
        assert.match(await job.text(), /<error xmlns="[^"]+dataload"><exceptionCode>FeatureNotEnabled</);
    });
});
