import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { component, pageOf } from '../../build/__tests__/bundle.ts';
import { startPreview, type Preview } from '../server.ts';
import { orgOfTest, type OrgOfTest } from './orgOfTest.ts';

interface Asking {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
}

interface Heard {
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: string;
}

const GRAPHQL = '/services/data/v66.0/graphql';
const RECORDS = '/services/data/v66.0/ui-api/records';

async function started(
    context: TestContext
): Promise<{ org: OrgOfTest; preview: Preview; page: string; cookie: string }> {
    const org = await orgOfTest(context);
    const source = pageOf(context, { 'page/page.ts': component('') });
    const preview = await startPreview({ org, port: 0, source });
    context.after(() => preview.close());
    const opened = await ask(preview, new URL(preview.address).pathname + new URL(preview.address).search);
    const cookie = String(opened.headers['set-cookie']).split(';')[0]!;
    return { org, preview, page: join(source.lwcRoot, 'page/page.ts'), cookie };
}

/** One raw request. `fetch` can't send another Host, and it normalizes paths. */
function ask({ port }: Preview, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Heard> {
    return new Promise((resolve, reject) => {
        const asking = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
            let text = '';
            response.on('data', (part) => (text += part));
            response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
        });
        asking.on('error', reject);
        asking.end(body);
    });
}

/** Headers of a request from the page itself. */
const own = ({ url }: Preview, cookie: string): Record<string, string> => ({
    cookie,
    origin: url,
    'content-type': 'application/json',
    'x-preview-persona': 'admin'
});

test('the printed address opens the page, and the secret does not stay in the address', async (context) => {
    const { preview } = await started(context);
    const { search } = new URL(preview.address);
    const opened = await ask(preview, `/${search}&as=viewer`);
    assert.deepEqual([opened.status, opened.headers.location], [303, '/?as=viewer']);
    assert.match(String(opened.headers['set-cookie']), /HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
    const page = await ask(preview, '/?as=viewer', {
        headers: { cookie: String(opened.headers['set-cookie']).split(';')[0]! }
    });
    assert.equal(page.status, 200);
    assert.match(page.body, /<meta name="preview-persona" content="viewer"/);
    assert.match(page.body, /<meta name="preview-transport" content="platform"/);
    assert.doesNotMatch(page.body, /token/i);
});

test('without the secret, there is no page, no script, and no access to the org', async (context) => {
    const { org, preview, cookie } = await started(context);
    const [name] = cookie.split('=');
    for (const wrong of ['', `${name}=guess`, `switchboard=${cookie.split('=')[1]}`])
        for (const path of ['/', '/app.js', '/preview/who/admin/user/Id', '/?token=guess'])
            assert.equal(
                (await ask(preview, path, { headers: { cookie: wrong } })).status,
                403,
                `${path} with ${wrong}`
            );
    const { cookie: _, ...headers } = own(preview, cookie);
    assert.equal((await ask(preview, GRAPHQL, { method: 'POST', headers, body: '{}' })).status, 403);
    assert.equal(org.asked.length, 0);
});

test('a request for another Host is refused, as after DNS rebinding', async (context) => {
    const { preview, cookie } = await started(context);
    for (const host of ['evil.example', `evil.example:${preview.port}`, '127.0.0.1:1', '127.0.0.1'])
        assert.equal((await ask(preview, '/', { headers: { cookie, host } })).status, 403, host);
    assert.equal((await ask(preview, '/', { headers: { cookie, host: `localhost:${preview.port}` } })).status, 200);
});

test('a request from another Origin is refused, and so is a write without an Origin', async (context) => {
    const { org, preview, cookie } = await started(context);
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${preview.port + 1}`]) {
        const headers = { ...own(preview, cookie), origin };
        assert.equal((await ask(preview, GRAPHQL, { method: 'POST', headers, body: '{}' })).status, 403, origin);
        assert.equal((await ask(preview, '/', { headers })).status, 403, origin);
    }
    const { origin: _, ...headers } = own(preview, cookie);
    assert.equal((await ask(preview, GRAPHQL, { method: 'POST', headers, body: 'a=b' })).status, 403);
    assert.equal(org.asked.length, 0);
});

test('a page that uses what the preview lacks is told so, and not that it would not deploy', async (context) => {
    const { preview, page, cookie } = await started(context);
    for (const [line, names] of [
        [`import used from 'lightning/recordPicker';`, /lightning\/recordPicker/],
        [`import { executeMutation as used } from 'lightning/graphql';`, /executeMutation of lightning\/graphql/]
    ] as const) {
        writeFileSync(page, component(line, 'used'));
        const { status, body } = await ask(preview, '/', { headers: { cookie } });
        assert.equal(status, 500);
        assert.match(body, /<h1>This page uses something that isn't in the preview<\/h1>/);
        assert.match(body, names);
        assert.doesNotMatch(body, /wouldn't deploy/);
    }
});

test('only GraphQL and UI API requests reach the org, with its token', async (context) => {
    const { org, preview, cookie } = await started(context);
    const headers = own(preview, cookie);
    const body = '{"query":"query q { a }"}';
    assert.equal((await ask(preview, GRAPHQL, { method: 'POST', headers, body })).status, 200);
    assert.deepEqual(org.asked.pop(), { method: 'POST', url: GRAPHQL, authorization: 'Bearer token-of-admin', body });
    const record = `${RECORDS}/005000000000001AAA`;
    await ask(preview, record, { method: 'PATCH', headers: { ...headers, 'x-preview-persona': 'viewer' }, body: '{}' });
    assert.deepEqual([org.asked.at(-1)!.url, org.asked.pop()!.authorization], [record, 'Bearer token-of-viewer']);
    for (const [method, path] of [
        ['DELETE', record],
        ['POST', RECORDS]
    ] as const) {
        await ask(preview, path, { method, headers, body: method === 'POST' ? '{"apiName":"User"}' : undefined });
        assert.deepEqual([org.asked.at(-1)!.method, org.asked.pop()!.url], [method, path]);
    }

    const refused: [string, string, number][] = [
        ['GET', GRAPHQL, 405],
        ['DELETE', GRAPHQL, 405],
        ['POST', record, 405],
        ['DELETE', RECORDS, 405],
        ['DELETE', '/services/data/v66.0/ui-api/object-info/User', 405],
        ['POST', '/services/data/v66.0/ui-api/list-records', 405],
        ['GET', '/services/data/v66.0/query?q=SELECT+Id+FROM+User', 404],
        ['POST', '/services/data/v66.0/composite', 404],
        ['GET', '/services/oauth2/userinfo', 404],
        ['GET', '/services/data/v66.0/ui-api/../query', 404],
        ['GET', '/services/data/v66.0/ui-api/%2e%2e/query', 404],
        ['GET', '/services/data/v66.0/ui-api/..%2fquery', 404],
        ['GET', '/services/data/v66.0/ui-api//evil.example/x', 404],
        ['POST', '//evil.example/services/data/v66.0/graphql', 404]
    ];
    for (const [method, path, status] of refused)
        assert.equal((await ask(preview, path, { method, headers })).status, status, `${method} ${path}`);
    const unknown = await ask(preview, GRAPHQL, {
        method: 'POST',
        headers: { ...headers, 'x-preview-persona': 'x' },
        body
    });
    assert.equal(unknown.status, 400);
    assert.equal(org.asked.length, 0);
});

test('only files of the page are served, whatever the path', async (context) => {
    const { preview, cookie } = await started(context);
    for (const path of [
        '/../package.json',
        '/styles/../../package.json',
        '/platform/%2e%2e/%2e%2e/package.json',
        '/styles/..%2f..%2fx',
        '/etc/passwd'
    ])
        assert.equal((await ask(preview, path, { headers: { cookie } })).status, 404, path);
    assert.equal((await ask(preview, '/styles/slds.css', { headers: { cookie } })).status, 200);
});

test('an org that is gone, redirects, or ends the session gives a JSON error, and a redirect is not followed', async (context) => {
    const { org, preview, cookie } = await started(context);
    const post = (): Promise<Heard> =>
        ask(preview, GRAPHQL, { method: 'POST', headers: own(preview, cookie), body: '{}' });

    org.answer = { status: 302, headers: { location: `${org.url}/elsewhere` }, body: '' };
    assert.match((await post()).body, /ORG_REDIRECTS/);
    assert.equal(org.asked.length, 1);

    org.answer = { status: 401, body: '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]' };
    const expired = await post();
    assert.deepEqual([expired.status, expired.body, org.forgotten], [401, org.answer.body, ['admin']]);

    await org.close();
    const gone = await post();
    assert.equal(gone.status, 502);
    assert.deepEqual(JSON.parse(gone.body), [{ message: "The org can't be reached.", errorCode: 'ORG_UNREACHABLE' }]);
    const who = await ask(preview, '/preview/who/admin/user/Id', { headers: { cookie } });
    assert.deepEqual([who.status, who.body.includes('at ')], [502, true]);
    assert.doesNotMatch(who.body, /\n|node:/);
});

test('a request over the size limit is refused with 413, whether or not it gives its length', async (context) => {
    const { org, preview, cookie } = await started(context);
    const body = JSON.stringify({ query: 'x'.repeat(5_000_001) });
    const lengths: Record<string, string>[] = [
        { 'content-length': String(body.length) },
        { 'transfer-encoding': 'chunked' }
    ];
    for (const length of lengths) {
        const headers = { ...own(preview, cookie), ...length };
        const refused = await ask(preview, GRAPHQL, { method: 'POST', headers, body });
        assert.deepEqual([refused.status, JSON.parse(refused.body)[0].errorCode], [413, 'REQUEST_TOO_LARGE']);
    }
    assert.equal(org.asked.length, 0);
});

test('a persona that does not exist is answered with 404', async (context) => {
    const { org, preview, cookie } = await started(context);
    for (const path of ['/preview/who/nobody/user/Id', '/preview/who/nobody/userPermission/ViewSetup', '/?as=nobody'])
        assert.equal((await ask(preview, path, { headers: { cookie } })).status, 404, path);
    assert.equal(org.asked.length, 0);
});

test('the page gets the user ID and the permissions of the persona', async (context) => {
    const { preview, cookie } = await started(context);
    const module = async (path: string): Promise<string> =>
        (await ask(preview, `/preview/who/${path}`, { headers: { cookie } })).body;
    assert.equal(await module('admin/user/Id'), 'export default "005000000000001AAA";');
    assert.equal(await module('admin/userPermission/ManageInternalUsers'), 'export default true;');
    assert.equal(await module('viewer/userPermission/ManageInternalUsers'), 'export default undefined;');
    assert.equal(await module('admin/userPermission/ManageSharing'), 'export default undefined;');
});

test('a permission that could not be read is unknown, not missing, and the page asks for it again', async (context) => {
    const { org, preview, cookie } = await started(context);
    const path = '/preview/who/admin/userPermission/ManageInternalUsers';
    const module = async (query = ''): Promise<string> =>
        (await ask(preview, path + query, { headers: { cookie } })).body;
    await ask(preview, '/preview/who/admin/user/Id', { headers: { cookie } });
    org.queryFault = { status: 500, body: '[{"message":"Busy","errorCode":"UNKNOWN_EXCEPTION"}]' };
    const unknown = await module();
    assert.match(unknown, /let has = null;/);
    assert.doesNotMatch(unknown, /export default undefined/);
    assert.equal(await module('?again'), 'null');
    org.queryFault = null;
    assert.equal(await module('?again'), 'true');

    // The page imports the module as it was served, and sees the permission once the org tells.
    const fetch = `const fetch = async (url) => new Response(String(url.endsWith('?again')));`;
    const url = `data:text/javascript,${encodeURIComponent(fetch + unknown)}`;
    const served = (await import(url)) as { default: unknown };
    assert.equal(served.default, null);
    while (served.default === null) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(served.default, true);
});

test('a permission that the org does not know is missing', async (context) => {
    const { org, preview, cookie } = await started(context);
    org.queryFault = { status: 400, body: '[{"message":"No such column","errorCode":"INVALID_FIELD"}]' };
    const path = '/preview/who/admin/userPermission/ManageInternalUsers';
    assert.equal((await ask(preview, path, { headers: { cookie } })).body, 'export default undefined;');
});

test('the page is compiled again when a file changes, and shows where it does not compile', async (context) => {
    const { preview, page, cookie } = await started(context);
    const first = await ask(preview, '/', { headers: { cookie } });
    assert.match(String(first.headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
    writeFileSync(page, `${component('')}\nenum Kind { A }\n`);
    const broken = await ask(preview, '/', { headers: { cookie } });
    assert.equal(broken.status, 500);
    assert.match(broken.body, /enum is not supported[\s\S]*page\.ts:7[\s\S]*enum Kind/);
    assert.match(broken.body, /<h1>This page wouldn't deploy<\/h1>/);
    writeFileSync(page, component('', '"mended"'));
    assert.equal((await ask(preview, '/', { headers: { cookie } })).status, 200);
    assert.match((await ask(preview, '/app.js', { headers: { cookie } })).body, /mended/);
});
