import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { idsOf } from './fuzzedOrg.ts';
import { problemOf } from './judge.ts';
import { fuzzRequest, type FuzzRequest } from './request.ts';
import { cpuTime, quantile } from './times.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const REQUESTS = 2_000;
/**
 * In milliseconds of CPU time, so that other programs don't count. Far above the goal of 100, because sending and reading
 * ten megabytes counts, too.
 */
const MAX_TIME = 5_000;
const API = '/services/data/v66.0';

let org: LocalOrg;
let token: string;
before(async () => {
    org = await startLocalOrg({ users: 300, dailyRequests: Number.MAX_SAFE_INTEGER });
    token = org.tokenFor('admin');
});
after(async () => {
    const { failures } = org.requests;
    await org.close();
    assert.deepEqual(failures, [], 'the org itself failed');
});

async function send({ method, path, headers, body }: FuzzRequest): Promise<number> {
    const started = cpuTime();
    const answer = await fetch(org.url + path, { method, headers, body, redirect: 'manual' });
    const text = await answer.text();
    const ms = cpuTime() - started;
    const problem = problemOf(
        { method, path, headers, body },
        answer.status,
        answer.headers.get('content-type') ?? '',
        text
    );
    assert.equal(
        problem,
        null,
        `${problem} in the answer to ${method} ${path} ${body?.slice(0, 1000)}: ${text.slice(0, 300)}`
    );
    return ms;
}

function checkTimes(context: TestContext, what: string, times: readonly number[]): void {
    const slowest = Math.max(...times);
    context.diagnostic(
        `${times.length} ${what}: median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`
    );
    assert.ok(slowest < MAX_TIME, `${what}: the slowest one took ${slowest} ms`);
}

function post(path: string, body: string, type = 'application/json', method = 'POST'): FuzzRequest {
    return { method, path, headers: { authorization: `Bearer ${token}`, 'content-type': type }, body };
}

describe('Over HTTP', () => {
    test(`${REQUESTS} random requests get answers in the format of Salesforce`, async (context) => {
        const times: number[] = [];
        const property = fc.asyncProperty(fuzzRequest(idsOf(org.store), token), async (request) => {
            times.push(await send(request));
        });
        await fc.assert(property, { seed: SEED + 1, numRuns: REQUESTS });
        checkTimes(context, `requests, seed ${SEED + 1}`, times);
    });

    test('bodies of ten megabytes do, too, in every API', async (context) => {
        const ten = 10 * 1024 * 1024;
        const text = 'x'.repeat(ten);
        const times: number[] = [];
        for (const request of [
            post(`${API}/graphql`, text),
            post(`${API}/graphql`, JSON.stringify({ query: text })),
            post(`${API}/graphql`, JSON.stringify({ query: `{ a(b: "${text}") }` })),
            post(
                `${API}/graphql`,
                JSON.stringify({ query: '{ uiapi { query { User { totalCount } } } }', variables: { text } })
            ),
            post(`${API}/sobjects/User`, JSON.stringify({ LastName: text })),
            post(`${API}/sobjects/User`, '['.repeat(ten)),
            post(`${API}/composite/sobjects`, JSON.stringify({ records: Array(300_000).fill({ attributes: {} }) })),
            post(
                `${API}/composite`,
                JSON.stringify({ compositeRequest: [{ method: 'GET', url: text, referenceId: 'a' }] })
            ),
            post(`${API}/jobs/ingest`, text),
            post(`${API}/jobs/query`, JSON.stringify({ operation: 'query', query: text })),
            post(`${API}/metadata/deployRequest`, text, 'multipart/form-data; boundary=x'),
            post(
                `${API}/ui-api/records/${org.personas.viewer.userId}`,
                JSON.stringify({ fields: { Title: text } }),
                'application/json',
                'PATCH'
            ),
            post('/services/Soap/u/60.0', text, 'text/xml'),
            post('/services/Soap/m/60.0', `<a>${'<b>'.repeat(ten / 3)}`, 'text/xml'),
            post('/services/oauth2/token', `grant_type=password&username=${text}`, 'application/x-www-form-urlencoded'),
            post(`${API}/graphql`, 'x'.repeat(ten * 2))
        ]) {
            times.push(await send(request));
        }
        checkTimes(context, 'bodies of 10 MB and more', times);
    });

    test('deep and wide documents do, too, up to 1,000 levels and 12,000 fields', async (context) => {
        const times: number[] = [];
        const users = (inside: string) => `{ uiapi { query { User { edges { node { ${inside} } } } } } }`;
        const wide = Array.from({ length: 12_000 }, (_, index) => `a${index}: Id`).join(' ');
        const bomb = Array.from(
            { length: 24 },
            (_, n) => `fragment f${n} on User { a: Manager { ...f${n + 1} } b: Manager { ...f${n + 1} } }`
        );
        const updates = Array.from({ length: 10_000 }, (_, n) => `a${n}: UserUpdate(input: $i) { Record { Id } }`).join(
            ' '
        );
        for (const query of [
            users(`${'Manager { '.repeat(1000)} Id ${'}'.repeat(1000)}`),
            users(wide),
            `{ uiapi { query { User(first: 2000) { edges { node { ${wide} } } } } } }`,
            `{ uiapi { query { ${wide.replaceAll('Id', 'User { totalCount }')} } } }`,
            `mutation ($i: UserUpdateInput!) { uiapi { ${updates} } }`,
            `${users('...f0')} ${bomb.join(' ')} fragment f24 on User { Id }`,
            `{ uiapi { query { User(where: ${'{ and: ['.repeat(1000)}${']}'.repeat(1000)}) { totalCount } } } }`,
            '{'.repeat(100_000)
        ]) {
            times.push(await send(post(`${API}/graphql`, JSON.stringify({ query }))));
        }
        const deepJson = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000);
        times.push(
            await send(
                post(
                    `${API}/graphql`,
                    `{"query": "query ($w: User_Filter) { uiapi { query { User(where: $w) { totalCount } } } }", "variables": {"w": ${deepJson}}}`
                )
            )
        );
        times.push(await send(post(`${API}/sobjects/User`, deepJson)));
        times.push(
            await send(
                post(
                    `${API}/composite`,
                    `{"compositeRequest": [{"method": "POST", "url": "${API}/sobjects/User", "referenceId": "a", "body": ${deepJson}}]}`
                )
            )
        );
        checkTimes(context, 'deep and wide documents', times);
    });

    test("bytes that aren't HTTP end the connection, but not the org", async () => {
        for (const bytes of [
            '\0\0\0\0',
            'GET\r\n\r\n',
            'GET / HTTP/9.9\r\n\r\n',
            `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
            'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
            'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: x\r\n\r\nzz\r\n',
            'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
            'GET / HTTP/1.1\r\nHost: [\r\n\r\n',
            'GET //%%% HTTP/1.1\r\nHost: x\r\n\r\n'
        ]) {
            const received = await rawAnswer(bytes);
            assert.match(received, /^(HTTP\/1\.1 [34]\d\d |$)/, JSON.stringify(bytes.slice(0, 60)));
        }
        assert.equal((await fetch(`${org.url}/services/data`)).status, 200);
    });
});

/** Sends bytes, and returns everything that the org sends back until it closes the connection, or for half a second. */
function rawAnswer(bytes: string): Promise<string> {
    return new Promise((resolve) => {
        let received = '';
        const socket = connect(org.port, '127.0.0.1', () => socket.write(bytes));
        socket.setTimeout(500, () => socket.destroy());
        socket.on('data', (part) => (received += part.toString('latin1')));
        socket.on('error', (cause) => assert.match(String(cause), /ECONNRESET|EPIPE/));
        socket.on('close', () => resolve(received));
    });
}
