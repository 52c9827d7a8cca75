import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GraphQLError } from 'lightning/graphql';
import type { FetchResponse } from 'lightning/uiRecordApi';
import { executeMutation, gql } from '../lds/graphql.ts';
import { updateRecord } from '../lds/uiRecordApi.ts';
import type { TransportName } from '../transports.ts';
import { fakeFetch, settle, type Asked } from './fakeFetch.ts';
import { fresh, wire } from './wire.ts';

const ADA = '005000000000001AAA';
const mutation = gql`
    mutation m {
        uiapi {
            x
        }
    }
`;
const BUSY = [{ message: 'Server is busy', errorCode: 'SERVER_UNAVAILABLE' }];
const HTML = '<!doctype html><title>We are down for maintenance</title>';

type Ending = (asked: Asked) => Promise<void>;

/** What a request rejects with, when it ends like this; 'open' while it hasn't settled. */
async function rejected(transport: TransportName, send: () => Promise<unknown>, end: Ending): Promise<unknown> {
    const asked = fakeFetch(transport);
    let outcome: unknown = 'open';
    send().then(
        () => assert.fail('the request was answered'),
        (reason: unknown) => (outcome = reason)
    );
    await end(asked[0]!);
    await settle();
    return outcome;
}

async function emitted(transport: TransportName, end: Ending): Promise<GraphQLError[] | undefined> {
    const asked = fakeFetch(transport);
    const { last } = wire({ query: fresh() });
    await end(asked[0]!);
    return last().errors;
}

const server = (error: string) => ({
    ok: false,
    status: 500,
    statusText: 'Server Error',
    headers: {},
    body: { error }
});
const CUT = server('Disconnected or Canceled');
const UNREADABLE = server('Communication error, please retry or reload the page');
const HIDDEN = { message: 'Internal error in GraphQL adapter occurred' };

const SENT: [string, () => Promise<unknown>][] = [
    ['executeMutation', () => executeMutation({ query: mutation })],
    ['updateRecord', () => updateRecord({ fields: { Id: ADA, CallCenterId: null } })]
];

/** Failures that Aura's transport tells only by a sentence, and what each is to a call and to a wire. */
const LOST: [string, Ending, unknown, unknown][] = [
    ['a connection that breaks', (asked) => asked.fail(), CUT, CUT],
    ['a page of HTML', (asked) => asked.answer(HTML), UNREADABLE, HIDDEN],
    ['a page of HTML with status 503', (asked) => asked.answer(HTML, 503), UNREADABLE, HIDDEN],
    ['half of an answer', (asked) => asked.answer('{"data":{"uia'), UNREADABLE, HIDDEN],
    ['a busy server', (asked) => asked.answer(BUSY, 503, { 'retry-after': '7' }), UNREADABLE, HIDDEN],
    ['too many requests', (asked) => asked.answer(BUSY, 429, { 'retry-after': '7' }), UNREADABLE, HIDDEN]
];

for (const [failure, end, thrown, error] of LOST) {
    for (const [call, send] of SENT)
        test(`on the platform, ${failure} rejects ${call} without the status, the headers, and the org's words`, async () =>
            assert.deepEqual(await rejected('platform', send, end), thrown));

    test(`on the platform, ${failure} gives a wire an error without a status of its own`, async () =>
        assert.deepEqual(await emitted('platform', end), [error]));
}

test('on the platform, a request after the end of the session never settles', async () => {
    const end: Ending = (asked) => asked.answer([{ message: 'Session expired', errorCode: 'INVALID_SESSION_ID' }], 401);
    for (const [, send] of SENT) assert.equal(await rejected('platform', send, end), 'open');
    assert.equal(await emitted('platform', end), undefined);
});

test("on the platform, UI API's own errors keep their status and words, but not their headers", async () => {
    const output = { errors: [], fieldErrors: { CallCenterId: [{ message: 'id value of incorrect type' }] } };
    const refusal = [{ message: 'An error occurred', errorCode: 'INVALID_INPUT', output }];
    const end: Ending = (asked) => asked.answer(refusal, 400, { 'sforce-limit-info': 'api-usage=1/5' });
    for (const [, send] of SENT) {
        assert.deepEqual(await rejected('platform', send, end), {
            ok: false,
            status: 400,
            statusText: 'Bad Request',
            headers: {},
            body: { statusCode: 400, message: 'An error occurred', errorCode: 'INVALID_INPUT', output }
        });
    }
    const [error] = (await emitted('platform', end)) ?? [];
    assert.equal(error?.message, undefined);
    assert.equal((error as unknown as FetchResponse).status, 400);
    const stale: Ending = (asked) => asked.answer([{ message: 'Modified', errorCode: 'PRECONDITION_FAILED' }], 412);
    assert.equal(((await rejected('platform', SENT[1]![1], stale)) as FetchResponse).status, 412);
});

test('directly, a failed request gives a wire the status and the message of the org', async () => {
    const expired = await emitted('direct', (asked) =>
        asked.answer([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }], 401)
    );
    const [error] = expired as unknown as (FetchResponse & { message: string })[];
    assert.deepEqual([error!.message, error!.status], ['Session expired or invalid', 401]);
    assert.match((await emitted('direct', (asked) => asked.fail()))![0]!.message, /didn't respond/);
    assert.match((await emitted('direct', (asked) => asked.answer(HTML)))![0]!.message, /isn't JSON/);
});

test('directly, a failed call rejects with the status, the headers, and the body of the response', async () => {
    for (const [, send] of SENT) {
        const end: Ending = (asked) => asked.answer(BUSY, 503, { 'retry-after': '7' });
        const fault = (await rejected('direct', send, end)) as FetchResponse;
        assert.deepEqual([fault.ok, fault.status, fault.headers['retry-after']], [false, 503, '7']);
        assert.deepEqual(fault.body, {
            message: 'Server is busy',
            statusCode: 503,
            errorCode: 'SERVER_UNAVAILABLE'
        });
    }
});
