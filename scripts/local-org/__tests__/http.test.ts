import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PASSWORD, startLocalOrg } from '../index.ts';
import { at, startTestOrg, userNamed, type TestOrg } from './testOrg.ts';

let testOrg: TestOrg;
const folder = mkdtempSync(join(tmpdir(), 'local-org-http-'));
before(async () => {
    testOrg = await startTestOrg();
});
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
    rmSync(folder, { recursive: true });
});

async function json(response: Response | Promise<Response>): Promise<unknown> {
    return (await response).json();
}

describe('Login', () => {
    const login = (form: Record<string, string>) =>
        fetch(`${testOrg.org.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });

    test('returns a token for a password, and the user of the token', async () => {
        const username = testOrg.org.personas.viewer.username;
        const answer = await json(login({ grant_type: 'password', username, password: PASSWORD }));
        assert.match(String(at(answer, 'access_token')), /^00D\w{12}!\w+$/);
        const headers = { Authorization: `Bearer ${at(answer, 'access_token')}` };
        const who = await json(fetch(`${testOrg.org.url}/services/oauth2/userinfo`, { headers }));
        assert.deepEqual(
            [at(who, 'preferred_username'), at(who, 'user_id')],
            [username, testOrg.org.personas.viewer.userId]
        );
        const identity = await json(fetch(String(at(answer, 'id')), { headers }));
        assert.equal(at(identity, 'display_name'), 'Di Vane');
    });

    test('rejects a wrong password, an unknown user, and an unknown grant type', async () => {
        const username = testOrg.org.personas.admin.username;
        for (const form of [
            { username, password: 'x' },
            { username: 'nobody@nowhere.example', password: PASSWORD }
        ]) {
            const response = await login({ grant_type: 'password', ...form });
            assert.equal(response.status, 400);
            assert.equal(at(await response.json(), 'error'), 'invalid_grant');
        }
        assert.equal(at(await json(login({ grant_type: 'magic' })), 'error'), 'unsupported_grant_type');
    });

    test('gives each persona the permissions of its profile', async () => {
        const { personas } = testOrg.org;
        assert.ok(personas.admin.permissions.includes('ManageInternalUsers'));
        assert.ok(personas['call-center-manager'].permissions.includes('ManageCallCenters'));
        assert.ok(!personas['call-center-manager'].permissions.includes('ManageInternalUsers'));
        assert.ok(personas.delegated.permissions.includes('DelegatedContactCenterAdmin'));
        assert.deepEqual(personas.viewer.permissions, ['ViewAllUsers']);
    });
});

describe('HTTP', () => {
    test('rejects requests without an open session', async () => {
        const expired = testOrg.org.tokenFor('admin');
        testOrg.org.sessions.end(expired);
        for (const Authorization of ['', 'Bearer nonsense', `Bearer ${expired}`]) {
            const response = await fetch(`${testOrg.org.url}/services/data/v66.0/graphql`, {
                method: 'POST',
                headers: { Authorization },
                body: '{}'
            });
            assert.equal(response.status, 401);
            assert.deepEqual(await response.json(), [
                { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }
            ]);
        }
    });

    test('lists versions without a session, even after two slashes', async () => {
        for (const path of ['/services/data', '//services/data', '/services/data/']) {
            const versions = (await json(fetch(testOrg.org.url + path))) as unknown[];
            assert.deepEqual(
                versions.find((each) => at(each, 'version') === '66.0'),
                { label: "Spring '26", url: '/services/data/v66.0', version: '66.0' }
            );
        }
    });

    test('answers unknown addresses and invalid JSON as Salesforce does', async () => {
        const unknown = await testOrg.rest('/nothing/here');
        assert.deepEqual(
            [unknown.status, await unknown.json()],
            [404, [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }]]
        );
        assert.equal((await fetch(`${testOrg.org.url}/services/data/v12.0/graphql`)).status, 404);
        assert.equal((await testOrg.rest('/graphql')).status, 405);
        for (const body of ['{', '[]', '{"query": 3}', '{"query": "{ x }", "variables": []}', '']) {
            const response = await testOrg.rest('/graphql', { method: 'POST', body });
            assert.equal(response.status, 400);
            assert.equal(at(await response.json(), 0, 'errorCode'), 'JSON_PARSER_ERROR');
        }
    });

    test('rejects a document with 1,000 levels, and one with 10,000 aliases', async () => {
        const deep = await testOrg.graphql(
            `{ uiapi { query { User { edges { node { ${'Manager { '.repeat(1000)} Id ${'}'.repeat(1000)} } } } } } }`
        );
        assert.ok(deep.errors.length > 0);
        const wide = await testOrg.graphql(
            `{ uiapi { query { ${Array.from({ length: 10_000 }, (_, n) => `a${n}: User { totalCount }`).join(' ')} } } }`
        );
        assert.equal(wide.errors.length, 1);
    });

    test('counts requests and reports the count', async () => {
        const response = await testOrg.graphql('{ uiapi { query { User { totalCount } } } }');
        assert.deepEqual(response.errors, []);
        const headers = (await testOrg.rest('/ui-api/object-info/User')).headers;
        assert.match(headers.get('Sforce-Limit-Info') ?? '', /^api-usage=\d+\/15000$/);
        assert.equal(testOrg.org.requests.kept.at(-1)?.path, '/services/data/v66.0/ui-api/object-info/User');
    });

    test('answers only requests to a name of this machine', async () => {
        const statusFor = (host: string) =>
            new Promise<number | undefined>((resolve, reject) => {
                const { port } = testOrg.org;
                const options = { host: '127.0.0.1', port, path: '/services/data', headers: { Host: host } };
                get(options, (response) => resolve(response.resume().statusCode)).on('error', reject);
            });
        const { port } = testOrg.org;
        for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST'])
            assert.equal(await statusFor(host), 200, host);
        for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example'])
            assert.equal(await statusFor(host), 403, host);
    });

    test('listens only on the loopback interface', async () => {
        const outside = Object.values(networkInterfaces())
            .flat()
            .find((each) => each?.family === 'IPv4' && !each.internal);
        const address = outside?.address ?? '127.0.0.2';
        await assert.rejects(fetch(`http://${address}:${testOrg.org.port}/services/data`));
    });
});

describe('A record in UI API', () => {
    const patch = (id: string, fields: unknown, headers: Record<string, string> = {}, persona?: 'viewer') =>
        testOrg.rest(`/ui-api/records/${id}`, { method: 'PATCH', body: JSON.stringify({ fields }), headers }, persona);

    test('is returned with its fields wrapped', async () => {
        const { id } = await userNamed(testOrg, 'Maartje de Vries');
        const record = await json(
            testOrg.rest(`/ui-api/records/${id}?fields=User.Name,User.LastLoginDate&optionalFields=User.Shoe`)
        );
        assert.equal(at(record, 'apiName'), 'User');
        assert.deepEqual(at(record, 'fields', 'Name'), { displayValue: null, value: 'Maartje de Vries' });
        assert.deepEqual(Object.keys(at(record, 'fields') as object), ['Name', 'LastLoginDate']);
        assert.equal((await testOrg.rest(`/ui-api/records/${id}?fields=User.Shoe`)).status, 400);
        assert.equal((await testOrg.rest(`/ui-api/records/${id}`)).status, 400);
        assert.equal((await testOrg.rest('/ui-api/records/005Hp0000009ZZZIA5?fields=User.Name')).status, 400);
    });

    test('is updated if it is unmodified, and otherwise rejected with 412', async () => {
        const user = await userNamed(testOrg, 'Magnus Ó Briain');
        const since = { 'If-Unmodified-Since': String(user.lastModified) };
        const written = await patch(user.id, { CallCenterId: null }, since);
        assert.equal(written.status, 200);
        assert.equal(at(await written.json(), 'fields', 'CallCenterId', 'value'), null);
        const late = await patch(user.id, { CallCenterId: user.callCenterId }, since);
        assert.equal(late.status, 412);
        assert.equal((await userNamed(testOrg, 'Magnus Ó Briain')).callCenterId, null);
        const now = String((await userNamed(testOrg, 'Magnus Ó Briain')).lastModified);
        assert.equal(
            (
                await patch(
                    user.id,
                    { CallCenterId: user.callCenterId },
                    { 'If-Unmodified-Since': new Date(now).toUTCString() }
                )
            ).status,
            200
        );
    });

    test('is rejected with the reasons where updateRecord looks for them', async () => {
        const { id } = await userNamed(testOrg, "Siobhán O'Brien");
        const byViewer = await patch(id, { CallCenterId: null }, {}, 'viewer');
        assert.equal(byViewer.status, 403);
        assert.equal(
            at(await byViewer.json(), 0, 'output', 'errors', 0, 'message'),
            'insufficient access rights on object id'
        );
        const tooLong = await patch(id, { Alias: 'ninechars' });
        assert.equal(tooLong.status, 400);
        assert.equal(at(await tooLong.json(), 0, 'output', 'fieldErrors', 'Alias', 0, 'errorCode'), 'STRING_TOO_LONG');
    });

    test('has object info if UI API supports its object, which excludes CallCenter', async () => {
        const info = await json(testOrg.rest('/ui-api/object-info/User', {}, 'viewer'));
        assert.deepEqual(
            [at(info, 'apiName'), at(info, 'updateable'), at(info, 'fields', 'EmployeeNumber')],
            ['User', false, undefined]
        );
        const refused = await testOrg.rest('/ui-api/object-info/CallCenter');
        assert.deepEqual([refused.status, at(await refused.json(), 0, 'errorCode')], [404, 'INVALID_TYPE']);
    });
});

describe('Starting the org', () => {
    const run = (...args: string[]) =>
        new Promise<{ code: unknown; stderr: string }>((resolve) => {
            const main = fileURLToPath(new URL('../main.ts', import.meta.url));
            execFile(process.execPath, [main, ...args], { timeout: 120_000 }, (error, _stdout, stderr) =>
                resolve({ code: error?.code ?? 0, stderr })
            );
        });

    test('fails with one sentence when the port is in use', async () => {
        await assert.rejects(startLocalOrg({ port: testOrg.org.port, users: 40 }), {
            message: `Port ${testOrg.org.port} is in use. Choose another with --port.`
        });
    });

    test('with an unknown option, an invalid number, or a missing file exits with one sentence and code 1', async () => {
        const cases: [string[], RegExp][] = [
            [['--usres', '3'], /Unknown option '--usres'/],
            [['--users', 'many'], /^--users must be a whole number from 1 to 1000000\. You entered "many"\.$/m],
            [['--seed', join(folder, 'none.json')], /^Couldn't read the seed file .+none\.json\.$/m]
        ];
        for (const [args, message] of cases) {
            const { code, stderr } = await run(...args);
            assert.equal(code, 1);
            assert.match(stderr, message);
            assert.doesNotMatch(stderr, /\n {4}at /);
        }
    });

    test('with --keep continues from the saved state', async () => {
        const keep = join(folder, 'org.sqlite');
        const first = await startLocalOrg({ users: 40, keep });
        first.store.run('UPDATE "User" SET "Title" = ? WHERE "LastName" = ?', ['Countess', 'Byron']);
        await first.close();
        const again = await startLocalOrg({ keep });
        assert.equal(again.store.get('SELECT "Title" FROM "User" WHERE "LastName" = ?', ['Byron'])?.Title, 'Countess');
        assert.equal(again.store.get('SELECT count(*) AS n FROM "User"')?.n, 40);
        await again.close();
    });
});
