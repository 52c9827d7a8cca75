import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { at, startTestOrg, type TestOrg } from '../../__tests__/testOrg.ts';

let testOrg: TestOrg;

before(async () => {
    testOrg = await startTestOrg({ users: 40 });
});

after(() => testOrg.org.close());

/** Creates a record, and returns its stored value, or the error code. */
async function created(object: string, fields: Record<string, unknown>, field: string): Promise<unknown> {
    const response = await testOrg.rest(`/sobjects/${object}`, { method: 'POST', body: JSON.stringify(fields) });
    const answer = await response.json();
    if (response.status !== 201) return at(answer, 0, 'errorCode');
    const id = String(at(answer, 'id'));
    return testOrg.org.store.get(`SELECT "${field}" AS value FROM "${object}" WHERE "Id" = ?`, [id])?.value;
}

describe('A number in a JSON string', () => {
    let count = 0;
    const version = (Version: unknown) => {
        const name = `Text${++count}`;
        return created('CallCenter', { Name: name, InternalName: name, Version }, 'Version');
    };

    test('is written as a number', async () => {
        assert.deepEqual([await version('4'), await version(4), await version('4.5')], [4, 4, 4.5]);
    });

    test('is rejected when it is not a number', async () => {
        for (const text of ['four', '0x4', '4,5', ' ', 'Infinity', '1e999'])
            assert.equal(await version(text), 'INVALID_TYPE_ON_FIELD_IN_RECORD', text);
    });

    test('has the same range as a number', async () => {
        assert.equal(await version('100000000000000000000'), await version(1e20));
    });
});
