/** The stand-in for `lightning/uiRecordApi`, from a page of the preview to the embedded org. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { FetchResponse, GetRecordConfig, GetRecordResult } from 'lightning/uiRecordApi';
import { component, pageOf } from '../../build/__tests__/bundle.ts';
import { startLocalOrg } from '../../local-org/index.ts';
import { embedded } from '../embedded.ts';
import { createRecord, deleteRecord, getRecord, updateRecord } from '../lds/uiRecordApi.ts';
import { startPreview } from '../server.ts';

const UNSAVED = '04v000000000999AAA';
const NAME = 'CallCenterProfile__c.Name';
const PROFILE = { apiName: 'CallCenterProfile__c', fields: { CallCenterId__c: UNSAVED, Name: 'Work' } };

/** Opens the preview for a persona. From then on, the stand-ins' requests go there. @returns the requests so far */
async function opened(context: TestContext, persona = 'admin'): Promise<string[]> {
    const org = await startLocalOrg({ users: 40 });
    const source = pageOf(context, { 'page/page.ts': component('') });
    const preview = await startPreview({ org: embedded(org), port: 0, source });
    const { fetch } = globalThis;
    context.after(async () => {
        Object.assign(globalThis, { fetch });
        await preview.close();
        await org.close();
    });
    const page = await fetch(preview.address, { redirect: 'manual' });
    const cookie = page.headers.get('set-cookie')!.split(';')[0]!;
    const sent: string[] = [];
    Object.assign(globalThis, {
        document: { querySelector: () => ({ content: persona }) },
        fetch: (path: string | URL, request: RequestInit) => {
            // The preview's server runs in this process too, and sends full addresses.
            if (typeof path !== 'string') return fetch(path, request);
            sent.push(`${request.method} ${path}`);
            return fetch(new URL(path, preview.url), {
                ...request,
                headers: { ...(request.headers as Record<string, string>), cookie, origin: preview.url }
            });
        }
    });
    return sent;
}

function wire(config: GetRecordConfig) {
    const given: GetRecordResult[] = [];
    let waiting: { count: number; resolve: (result: GetRecordResult) => void } | null = null;
    const adapter = new getRecord((result) => {
        given.push(result);
        if (waiting && given.length >= waiting.count) waiting.resolve(result);
    });
    adapter.connect();
    adapter.update(config);
    /** The emission with this number; the first one is empty. */
    const emission = (number: number) =>
        new Promise<GetRecordResult>((resolve) => {
            if (given.length >= number) resolve(given[number - 1]!);
            else waiting = { count: number, resolve };
        });
    return { adapter, given, emission };
}

const failure = (work: Promise<unknown>) =>
    work.then(
        () => assert.fail('It was not refused.'),
        (thrown: FetchResponse) => thrown
    );

test('a record is created, read, changed, and deleted, and a wire follows', async (context) => {
    await opened(context);
    const { id, fields } = await createRecord(PROFILE);
    assert.deepEqual([fields.Name!.value, fields.CallCenterId__c!.value], ['Work', UNSAVED]);

    const { given, emission } = wire({ recordId: id, fields: [NAME] });
    assert.deepEqual([given[0]!.data, given[0]!.error], [undefined, undefined]);
    const { data } = await emission(2);
    assert.equal(data!.fields.Name!.value, 'Work');
    assert.throws(() => (data!.fields.Name = { displayValue: null, value: 'x' }), TypeError);

    await updateRecord({ fields: { Id: id, Name: 'Home' } });
    assert.equal((await emission(3)).data!.fields.Name!.value, 'Home');

    assert.equal(await deleteRecord(id), undefined);
    const { data: none, error } = await emission(4);
    assert.deepEqual([none, error!.status], [undefined, 404]);
    assert.deepEqual(error!.body, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
});

test('wires of the same record and fields share one request, and a failed one is not kept', async (context) => {
    const sent = await opened(context);
    const { id } = await createRecord(PROFILE);
    const config = { recordId: id, fields: { objectApiName: 'CallCenterProfile__c', fieldApiName: 'Name' } };
    const results = await Promise.all([config, { recordId: id, fields: NAME }].map((each) => wire(each).emission(2)));
    assert.deepEqual(results[0]!.data, results[1]!.data);
    assert.equal((await wire(config).emission(2)).data!.id, id);
    assert.equal(sent.filter((request) => request.startsWith('GET')).length, 1);

    const unknown = { recordId: id, fields: ['CallCenterProfile__c.Shoe__c'] };
    for (let time = 0; time < 2; time += 1) assert.equal((await wire(unknown).emission(2)).error!.status, 400);
    assert.equal(sent.filter((request) => request.startsWith('GET')).length, 3);
    const { data } = await wire({ recordId: id, fields: NAME, optionalFields: unknown.fields }).emission(2);
    assert.deepEqual(Object.keys(data!.fields), ['Name']);
});

test('a wire sends nothing without a record or without fields, and gets nothing after it was disconnected', async (context) => {
    const sent = await opened(context);
    const { adapter, given } = wire({ recordId: undefined, fields: NAME });
    adapter.update({ recordId: UNSAVED });
    adapter.update({ recordId: '../graphql', fields: NAME });
    assert.equal(sent.length, 0);
    adapter.update({ recordId: UNSAVED, fields: NAME });
    adapter.disconnect();
    await wire({ recordId: UNSAVED, fields: NAME }).emission(2);
    assert.deepEqual([sent.length, given.length], [1, 1]);
});

test('what UI API refuses is refused as LDS does, and nothing changes', async (context) => {
    await opened(context);
    const center = await failure(createRecord({ apiName: 'CallCenter', fields: { Name: 'x', InternalName: 'x' } }));
    assert.equal(center.status, 404);
    const { message } = center.body as { message: string };
    assert.equal(message, 'Object CallCenter is not supported in UI API');
    const twice = await createRecord(PROFILE).then(() => failure(createRecord(PROFILE)));
    assert.match(JSON.stringify((twice.body as { output?: unknown }).output), /DUPLICATE_VALUE/);
    assert.equal((await failure(deleteRecord('005000000000001AAA'))).ok, false);
    await assert.rejects(deleteRecord('../graphql'), /needs the ID/);
    await assert.rejects(createRecord({ fields: {} } as never), /needs apiName/);
});

test('a user who may not write gets the reason in the body', async (context) => {
    await opened(context, 'viewer');
    const { status, body } = await failure(createRecord(PROFILE));
    assert.equal(status, 403);
    assert.match(JSON.stringify((body as { output?: unknown }).output), /insufficient access rights/);
});
