import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { startLocalOrg, type LocalOrg } from '../../index.ts';

const D = '/services/data/v66.0';
/** Random statements per run. They consist of SOQL's own words, so that many of them pass the parser. */
const STATEMENTS = 400;

let org: LocalOrg;
let token: string;
before(async () => {
    org = await startLocalOrg({ users: 100 });
    token = org.tokenFor('admin');
});
after(() => org.close());

async function ask(method: string, path: string, body?: string, type = 'application/json') {
    const headers = { Authorization: `Bearer ${token}`, 'content-type': type };
    const response = await fetch(org.url + path, { method, headers, body });
    return { status: response.status, text: await response.text() };
}

/** Expects an answer or an error in Salesforce's shape, and never a failure of the org itself. */
async function settles(method: string, path: string, body?: string, type?: string): Promise<void> {
    const { status, text } = await ask(method, path, body, type);
    const what = `${status} ${method} ${path.slice(0, 200)} ${(body ?? '').slice(0, 200)}\n${text.slice(0, 200)}`;
    assert.deepEqual(org.requests.failures, [], what);
    if (status < 400) return;
    const [error] = JSON.parse(text);
    assert.ok(typeof error.errorCode === 'string' && typeof error.message === 'string', what);
}

describe('Junk', () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const bodies = [
        '',
        '{',
        '[]',
        'null',
        '"x"',
        deep,
        '{"records":[null]}',
        '{"records":[{"attributes":{"type":"User"},"id":5}]}',
        '{"records":[{"attributes":{"type":"__proto__"}}]}',
        '{"compositeRequest":[{"method":"GET","url":"//","referenceId":"a"}]}',
        `{"compositeRequest":[{"method":"POST","url":"${D}/composite","referenceId":"a","body":${deep}}]}`,
        '{"compositeRequest":[{"method":"GET","url":"/%ZZ@{a.b}","referenceId":"a"}]}',
        '{"ids":["x"],"fields":["__proto__"]}',
        '{"Manager":{"Username":{"x":1}}}',
        '{"__proto__":{"x":1},"constructor":1}'
    ];
    for (const path of [
        '/composite',
        '/composite/sobjects',
        '/sobjects/User',
        '/composite/sobjects/User',
        '/jobs/ingest',
        '/jobs/query'
    ]) {
        test(`sent to ${path} is rejected`, async () => {
            for (const body of bodies) for (const method of ['POST', 'PATCH']) await settles(method, D + path, body);
        });
    }

    test('in addresses is rejected', async () => {
        const names = ['__proto__', 'constructor', '%ZZ', '%00', '..%2F..', '💥', 'x'.repeat(5000)];
        for (const name of names) {
            for (const path of [
                `/sobjects/${name}/describe`,
                `/sobjects/User/${name}`,
                `/sobjects/${name}/${name}/${name}`,
                `/query/${name}-5`,
                `/jobs/ingest/${name}`
            ]) {
                await settles('GET', D + path);
            }
        }
    });

    test('sent as SOAP is answered with a fault', async () => {
        const known = `<Envelope><Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></Header><Body>`;
        for (const body of [
            'x',
            '\u0000',
            '<Envelope/>',
            '<Envelope><Body><__proto__/></Body></Envelope>',
            `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`,
            '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>',
            `${known}<nothing/></Body></Envelope>`,
            `${known}<checkDeployStatus/></Body></Envelope>`
        ]) {
            for (const kind of ['u', 'c', 'm']) {
                const { status, text } = await ask('POST', `/services/Soap/${kind}/66.0`, body, 'text/xml');
                assert.equal(status, 500);
                assert.match(text, /<faultcode>(sf:)?[A-Z_]+<\/faultcode><faultstring>[A-Z_]+: /);
                assert.deepEqual(org.requests.failures, []);
            }
        }
    });

    test('sent as SOQL is rejected, whatever words it contains', async () => {
        const words = fc.constantFrom(
            ...['SELECT', 'Id', 'FROM', 'User', 'WHERE', 'Name', '=', '!=', '<', 'LIKE', 'IN', 'NOT', '(', ')', ','],
            ...["'a'", "'%\\\\'", 'null', 'AND', 'OR', 'ORDER BY', 'GROUP BY', 'COUNT()', 'COUNT(Id)', 'LIMIT', '5'],
            ...['OFFSET', 'TODAY', 'LAST_N_DAYS:3', 'HAVING', 'Profile.Name', 'u', 'MAX(Name)', 'toLabel(Name)'],
            ...['FIELDS(ALL)', 'NULLS LAST', 'DESC', 'FOR VIEW', 'CallCenterId', 'CreatedDate', '2026-01-01', 'true'],
            ...['2026-99-01T00:00:00Z', 'IsActive', 'TYPEOF', 'CallCenter', '.', '-1', '1e400', 'WITH', '\u0000', '😀']
        );
        const statement = fc.oneof(
            fc.array(words, { maxLength: 25 }).map((each) => each.join(' ')),
            fc.array(words, { maxLength: 15 }).map((each) => `SELECT Id FROM User WHERE ${each.join(' ')}`),
            fc.string({ unit: 'binary', maxLength: 100 })
        );
        await fc.assert(
            fc.asyncProperty(statement, (text) => settles('GET', `${D}/query?${new URLSearchParams({ q: text })}`)),
            { numRuns: STATEMENTS }
        );
    });
});
