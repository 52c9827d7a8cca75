import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';

/** Tests each platform limit right at the limit and just beyond it. */

const API = '/services/data/v66.0';
const MINUTE = 60_000;
let org: LocalOrg;
let token: string;
let now = Date.parse('2026-11-22T12:00:00Z');

before(async () => {
    org = await startLocalOrg({ users: 4500, now: () => new Date(now), dailyRequests: 300 });
    token = org.tokenFor('admin');
});
after(async () => {
    assert.deepEqual(org.requests.failures, []);
    await org.close();
});

interface Answer {
    status: number;
    body: unknown;
    code: string | undefined;
    headers: Headers;
}

async function ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(org.url + path, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body)
    });
    const text = await answer.text();
    const content: unknown = text === '' ? null : JSON.parse(text);
    const [first] = Array.isArray(content) ? content : [];
    return { status: answer.status, body: content, code: first?.errorCode, headers: answer.headers };
}

interface Page {
    edges: unknown[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function page(args: string): Promise<Page> {
    const query = `{ uiapi { query { User(${args}) { edges { node { Id } } pageInfo { hasNextPage endCursor } } } } }`;
    const { body } = await ask('POST', `${API}/graphql`, { query });
    const { data, errors } = body as { data: { uiapi: { query: { User: Page } } }; errors: unknown[] };
    assert.deepEqual(errors, []);
    return data.uiapi.query.User;
}

describe('Record connections', () => {
    test('reach 4,000 records without upperBound, and more if a later page adds it', async () => {
        const first = await page('first: 2000');
        const second = await page(`first: 2000, after: "${first.pageInfo.endCursor}"`);
        assert.deepEqual([second.edges.length, second.pageInfo.hasNextPage], [2000, false]);
        const third = await page(`first: 2000, after: "${second.pageInfo.endCursor}", upperBound: 100000`);
        assert.deepEqual([third.edges.length, third.pageInfo.hasNextPage], [500, false]);
    });

    test('end at upperBound', async () => {
        const first = await page('first: 200, upperBound: 250');
        assert.ok(first.pageInfo.hasNextPage);
        const second = await page(`first: 200, upperBound: 250, after: "${first.pageInfo.endCursor}"`);
        assert.deepEqual([second.edges.length, second.pageInfo.hasNextPage], [50, false]);
    });

    test('are limited to ten per document', async () => {
        const document = (count: number) => ({
            query: `{ uiapi { query { ${Array.from({ length: count }, (_, n) => `a${n}: User { totalCount }`).join(' ')} } } }`
        });
        const errors = async (count: number) =>
            ((await ask('POST', `${API}/graphql`, document(count))).body as { errors: unknown[] }).errors.length;
        assert.deepEqual([await errors(10), await errors(11)], [0, 1]);
    });
});

describe('REST', () => {
    test('returns 2,000 rows per page, with a cursor that expires after 15 minutes without use', async () => {
        const { body } = await ask('GET', `${API}/query?q=SELECT+Id+FROM+User`);
        const { records, nextRecordsUrl } = body as { records: unknown[]; nextRecordsUrl: string };
        assert.equal(records.length, 2000);
        now += 14 * MINUTE;
        assert.equal((await ask('GET', nextRecordsUrl)).status, 200);
        now += 16 * MINUTE;
        assert.equal((await ask('GET', nextRecordsUrl)).code, 'INVALID_QUERY_LOCATOR');
    });

    test('accepts 200 records in a collection, and returns results in the same order', async () => {
        const ids = org.store
            .all(`SELECT "Id" FROM "User" WHERE "UserType" = 'Standard' ORDER BY "Id" DESC LIMIT 201`)
            .map(({ Id }) => String(Id));
        const records = ids.map((id) => ({ attributes: { type: 'User' }, id, Title: 'Agent' }));
        assert.equal((await ask('PATCH', `${API}/composite/sobjects`, { records })).code, 'EXCEEDED_ID_LIMIT');
        const { body } = await ask('PATCH', `${API}/composite/sobjects`, { records: records.slice(0, 200) });
        assert.deepEqual(
            (body as { id: string }[]).map(({ id }) => id),
            ids.slice(0, 200)
        );
    });

    test('accepts URLs of 16,384 bytes, and returns 414 for longer ones', async () => {
        const path = `${API}/query?q=SELECT+Id+FROM+CallCenter+WHERE+Name=%27`;
        const query = (length: number) => `${path.padEnd(length - 3, 'x')}%27`;
        assert.equal((await ask('GET', query(16_384))).status, 200);
        assert.equal((await ask('GET', query(16_385))).status, 414);
    });

    test('accepts ids of 15 characters, and of 18 with the right checksum, for one record and in collections', async () => {
        const id = org.personas.viewer.userId;
        const wrong = `${id.slice(0, 15)}${id.endsWith('AAA') ? 'AAB' : 'AAA'}`;
        assert.equal((await ask('GET', `${API}/sobjects/User/${id.slice(0, 15)}`)).status, 200);
        assert.equal((await ask('GET', `${API}/sobjects/User/${id}`)).status, 200);
        const results = await ask('PATCH', `${API}/composite/sobjects`, {
            records: [wrong, '005', id].map((each) => ({ attributes: { type: 'User' }, id: each, Title: 'Agent' }))
        });
        const codes = (results.body as { errors: { statusCode: string }[] }[]).map(
            ({ errors }) => errors[0]?.statusCode
        );
        assert.deepEqual(codes, ['MALFORMED_ID', 'MALFORMED_ID', undefined]);
        assert.equal((await ask('GET', `${API}/sobjects/User/${wrong}`)).code, 'MALFORMED_ID');
    });
});

describe('All or none', () => {
    const ids = () => [org.personas.viewer.userId, '005Hp0000099999', org.personas.delegated.userId];
    const titles = () =>
        org.store
            .all('SELECT "Title" FROM "User" WHERE "Id" IN (?, ?)', [ids()[0]!, ids()[2]!])
            .map(({ Title }) => Title);

    test('is off by default in collections', async () => {
        await ask('PATCH', `${API}/composite/sobjects`, {
            records: ids().map((id) => ({ attributes: { type: 'User' }, id, Title: 'One' }))
        });
        assert.deepEqual(titles(), ['One', 'One']);
    });

    test('is on by default in GraphQL mutations', async () => {
        const updates = ids()
            .map(
                (id, index) => `u${index}: UserUpdate(input: { Id: "${id}", User: { Title: "Two" } }) { Record { Id } }`
            )
            .join(' ');
        await ask('POST', `${API}/graphql`, { query: `mutation { uiapi { ${updates} } }` });
        assert.deepEqual(titles(), ['One', 'One']);
        await ask('POST', `${API}/graphql`, {
            query: `mutation { uiapi(input: { allOrNone: false }) { ${updates} } }`
        });
        assert.deepEqual(titles(), ['Two', 'Two']);
    });
});

describe('A session', () => {
    test('expires after two hours without use, and not before', async () => {
        now += 119 * MINUTE;
        assert.equal((await ask('GET', `${API}/limits`)).status, 200);
        now += 120 * MINUTE;
        const late = await ask('GET', `${API}/limits`);
        assert.deepEqual([late.status, late.code], [401, 'INVALID_SESSION_ID']);
        token = org.tokenFor('admin');
        assert.equal((await ask('GET', `${API}/limits`)).status, 200);
    });
});

describe('A day', () => {
    test('is limited by requests, which Sforce-Limit-Info counts, and starts over after 24 hours', async () => {
        const usage = async () => (await ask('GET', `${API}/limits`)).headers.get('sforce-limit-info');
        const used = Number(/^api-usage=(\d+)\/300$/.exec(String(await usage()))?.[1]);
        assert.ok(used > 10 && used < 100, String(used));
        for (let left = 300 - used; left > 0; left--) await ask('GET', `${API}/limits`);
        const rejected = await ask('GET', `${API}/limits`);
        assert.deepEqual(
            [rejected.status, rejected.code, rejected.headers.get('sforce-limit-info')],
            [403, 'REQUEST_LIMIT_EXCEEDED', 'api-usage=300/300']
        );
        now += 24 * 60 * MINUTE;
        token = org.tokenFor('admin');
        assert.equal(await usage(), 'api-usage=1/300');
    });
});
