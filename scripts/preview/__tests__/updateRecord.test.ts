import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { FetchResponse } from 'lightning/uiRecordApi';
import { updateRecord } from '../lds/uiRecordApi.ts';
import { fakeFetch, type Asked } from './fakeFetch.ts';

let asked: Asked[] = [];

beforeEach(() => {
    asked = fakeFetch();
});

test('updateRecord patches the record, and sends the time since when it must be unchanged', async () => {
    const fields = { Id: '005000000000001AAA', CallCenterId: null };
    const done = updateRecord({ fields }, { ifUnmodifiedSince: '2026-11-01T00:00:00.000Z' });
    const { url, method, body, headers } = asked[0]!;
    assert.deepEqual([method, url], ['PATCH', '/services/data/v66.0/ui-api/records/005000000000001AAA']);
    assert.deepEqual(body, { fields: { CallCenterId: null } });
    assert.equal(headers['if-unmodified-since'], '2026-11-01T00:00:00.000Z');
    await asked[0]!.answer({ id: fields.Id, fields: {} });
    assert.equal((await done).id, fields.Id);
});

test('updateRecord rejects with the message of the org for each field', async () => {
    const refused = updateRecord({ fields: { Id: '005000000000001AAA', CallCenterId: 'x' } });
    refused.catch(() => undefined);
    const output = { errors: [], fieldErrors: { CallCenterId: [{ message: 'id value of incorrect type' }] } };
    await asked[0]!.answer([{ message: 'An error occurred', errorCode: 'INVALID_INPUT', output }], 400);
    const fault = await refused.then(
        () => null,
        (error: FetchResponse) => error
    );
    assert.deepEqual((fault!.body as { output: unknown }).output, output);
    await assert.rejects(updateRecord({ fields: { Id: '../graphql' } }), /needs fields\.Id/);
});
