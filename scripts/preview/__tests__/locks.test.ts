import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { component, pageOf } from '../../build/__tests__/bundle.ts';
import { startPreview } from '../server.ts';
import { makeTickets } from '../tickets.ts';
import { makeWriteLock } from '../writeLock.ts';
import { orgOfTest, type OrgOfTest } from './orgOfTest.ts';

const GRAPHQL = '/services/data/v66.0/graphql';
const RECORDS = '/services/data/v66.0/ui-api/records';
const RECORD = `${RECORDS}/005000000000001AAA`;

/** Starts a preview of an org after changing that org. `ask` sends requests like the page. */
async function started(context: TestContext, change: (org: OrgOfTest) => void) {
    const org = await orgOfTest(context);
    change(org);
    const source = pageOf(context, { 'page/page.ts': component('') });
    const preview = await startPreview({ org, port: 0, source });
    context.after(() => preview.close());
    const opened = await fetch(preview.address, { redirect: 'manual' });
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    const headers = { cookie, origin: preview.url, 'content-type': 'application/json', 'x-preview-persona': 'admin' };
    const ask = (method: string, path: string, body?: unknown): Promise<Response> =>
        fetch(preview.url + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
    return { org, ask };
}

test('a production org refuses every change until its exact name is typed', async (context) => {
    const { org, ask } = await started(context, (each) => (each.production = 'Acme & Sons'));
    assert.match(await (await ask('GET', '/')).text(), /Production org <strong>Acme &#38; Sons<\/strong>/);
    assert.equal((await ask('POST', GRAPHQL, { query: 'query q { uiapi { a } }' })).status, 200);
    assert.equal(org.asked.length, 1);

    const changes: [string, string, unknown][] = [
        ['POST', GRAPHQL, { query: 'mutation m { a }' }],
        ['POST', GRAPHQL, { query: 'query q { a } mutation m { a }', operationName: 'q' }],
        ['POST', GRAPHQL, { query: '# query\n mutation { a }' }],
        ['POST', GRAPHQL, { query: 'not GraphQL' }],
        ['POST', GRAPHQL, { no: 'query' }],
        ['PATCH', RECORD, { fields: {} }],
        ['DELETE', RECORD, undefined],
        ['POST', RECORDS, { apiName: 'User', fields: {} }],
        // The query says nothing, because this address doesn't take GraphQL.
        ['POST', RECORDS, { apiName: 'User', fields: {}, query: 'query q { uiapi { a } }' }]
    ];
    for (const [method, path, body] of changes) {
        const refused = await ask(method, path, body);
        assert.equal(refused.status, 403, JSON.stringify(body));
        const [{ message }] = (await refused.json()) as [{ message: string }];
        assert.match(message, /^Acme & Sons is a production org\. To allow changes, type its name in the banner/);
    }
    assert.equal(org.asked.length, 1);

    for (const name of ['', 'acme & sons', 'Acme', null, ['Acme & Sons']])
        assert.equal((await ask('POST', '/preview/writes', { name })).status, 403);
    assert.equal((await ask('POST', GRAPHQL, changes[0]![2])).status, 403);
    assert.equal((await ask('POST', '/preview/writes', { name: ' Acme & Sons ' })).status, 204);
    for (const [method, path, body] of changes.slice(0, 3)) assert.equal((await ask(method, path, body)).status, 200);
    assert.doesNotMatch(await (await ask('GET', '/')).text(), /type its name/);
});

test('any other org can be changed without typing its name', () => {
    const lock = makeWriteLock(undefined);
    assert.deepEqual([lock.isClosed(), lock.name, lock.open('undefined')], [false, null, false]);
});

test('a refused token is renewed once, and the request is sent again', async (context) => {
    const { org, ask } = await started(context, (each) => {
        each.answer = { status: 401, body: '[{"errorCode":"INVALID_SESSION_ID","message":"Session expired"}]' };
        each.renew = async (persona, refused) => {
            each.answer = { status: 200, body: '{"data":{"n":1}}' };
            return `renewed-${persona}-for-${refused}`;
        };
    });
    const answer = await ask('POST', GRAPHQL, { query: '{ a }' });
    assert.deepEqual([answer.status, await answer.json()], [200, { data: { n: 1 } }]);
    assert.deepEqual(
        org.asked.map(({ authorization, body }) => [authorization, body]),
        [
            ['Bearer token-of-admin', '{"query":"{ a }"}'],
            ['Bearer renewed-admin-for-token-of-admin', '{"query":"{ a }"}']
        ]
    );
});

test('without another token, the page gets the response of the org', async (context) => {
    const { org, ask } = await started(context, (each) => {
        each.answer = { status: 401, body: '[{"errorCode":"INVALID_SESSION_ID","message":"Session expired"}]' };
        each.renew = async () => null;
    });
    assert.equal((await ask('POST', GRAPHQL, { query: '{ a }' })).status, 401);
    assert.deepEqual([org.asked.length, org.forgotten], [1, ['admin']]);
});

test('a ticket works once, within a minute', () => {
    let now = 0;
    const tickets = makeTickets(() => now);
    const [used, late] = [tickets.issue(), tickets.issue()];
    assert.notEqual(used, late);
    assert.deepEqual([tickets.redeem(used), tickets.redeem(used)], [true, false]);
    now = 60_000;
    assert.equal(tickets.redeem(late), false);
    const last = tickets.issue();
    now += 59_999;
    assert.deepEqual([tickets.redeem(last), tickets.redeem(null), tickets.redeem('')], [true, false, false]);
});
