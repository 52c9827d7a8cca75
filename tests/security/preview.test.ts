/** Attacks on the preview: by other sites in the same browser, and by other users of the same computer. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { ask, cookieOf, frameAddress, opened } from './attacker.ts';

const GRAPHQL = '/services/data/v66.0/graphql';
const RECORD = '/services/data/v66.0/ui-api/records/005000000000001AAA';
const MUTATION = '{"query":"mutation m { a }"}';
const PAGES = ['/', '/app.js', '/preview/who/admin/user/Id', '/preview/flow/List_Call_Centers', '/preview/changes'];
const SHELL_PAGES = [...PAGES, '/setup', '/setup/frame', '/lightning/setup/CallCenters/home', '/styles/slds.css'];

test('after DNS rebinding, another name for this computer opens nothing, even with the cookie', async (context) => {
    const { org, shell, frame } = await opened(context);
    for (const { port, cookie } of [shell, frame])
        for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '127.0.0.1'])
            for (const path of [...PAGES, '/lightning/setup/x/home', '/?ticket=x'])
                assert.equal((await ask(port, path, { headers: { cookie, host } })).status, 403, `${host} ${path}`);
    // Each origin responds only to its own name, so the frame isn't another way into the shell.
    const astray = await ask(frame.port, '/', { headers: { cookie: frame.cookie, host: `127.0.0.1:${frame.port}` } });
    assert.equal(astray.status, 403);
    assert.equal(org.asked.length, 0);
});

test('a form or script of another site writes nothing, whatever its content type', async (context) => {
    const { org, shell, frame } = await opened(context);
    const others = ['http://evil.example', 'null', 'http://127.0.0.1', `http://127.0.0.1:${shell.port + 1}`];
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', 'application/json'];
    for (const { port, name, cookie } of [shell, frame])
        for (const origin of [...others, `http://${name === shell.name ? frame.name : shell.name}`, undefined])
            for (const type of types)
                for (const [method, path] of [
                    ['POST', GRAPHQL],
                    ['PATCH', RECORD],
                    ['POST', '/preview/writes']
                ] as const) {
                    const headers = {
                        cookie,
                        host: name,
                        'content-type': type,
                        'x-preview-persona': 'admin',
                        ...(origin === undefined ? {} : { origin })
                    };
                    const { status } = await ask(port, path, { method, headers, body: MUTATION });
                    assert.equal(status, 403, `${method} ${path} from ${origin} as ${type}`);
                }
    assert.equal(org.asked.length, 0);
});

test('a page of another site gets nothing from the frame, not even with the cookie of the frame', async (context) => {
    const { frame } = await opened(context);
    for (const site of ['cross-site', 'same-site', 'none'])
        for (const path of PAGES.slice(1)) {
            const headers = { cookie: frame.cookie, host: frame.name, 'sec-fetch-site': site };
            assert.equal((await ask(frame.port, path, { headers })).status, 403, `${site} ${path}`);
        }
    const path = '/apex/SwitchboardSetup';
    const page = await ask(frame.port, path, { headers: { cookie: frame.cookie, host: frame.name } });
    assert.match(
        String(page.headers['content-security-policy']),
        /frame-ancestors http:\/\/127\.0\.0\.1:\d+ http:\/\/localhost:\d+$/
    );
    assert.equal(page.headers['access-control-allow-origin'], undefined);
});

test('no path leads to anything but the listed pages', async (context) => {
    const { org, shell, frame } = await opened(context);
    const paths = [
        '/../package.json',
        '/..%2fpackage.json',
        '/styles/../../../package.json',
        '/styles/%2e%2e/%2e%2e/package.json',
        '/platform/..\\..\\package.json',
        '/preview/../server.ts',
        '/preview/flow/..%2f..%2f..%2fpackage',
        '/preview/flow/%2fetc%2fpasswd',
        '/preview/flow/List_Call_Centers.flow-meta.xml',
        '/preview/setup.css',
        '/setup/../../package.json',
        '/package.json',
        '/.git/config',
        '/etc/passwd',
        '//etc/passwd',
        '/services',
        '/services/oauth2/token',
        '/services/oauth2/userinfo',
        '/services/data',
        '/services/data/v66.0',
        '/services/data/v66.0/query?q=SELECT+Id+FROM+User',
        '/services/data/v66.0/tooling/query',
        '/services/data/v66.0/sobjects/User/describe',
        '/services/data/v66.0/jobs/ingest',
        '/services/data/v66.0/ui-api/../query',
        '/services/data/v66.0/ui-api/%2e%2e/query',
        '/services/data/v66.0/ui-api/..%2fquery',
        '/services/data/v66.0/ui-api//evil.example/x',
        '/services/Soap/u/66.0',
        '/services/apexrest/x'
    ];
    for (const { port, name, cookie } of [shell, frame])
        for (const path of paths)
            for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
                const headers = { cookie, host: name, origin: `http://${name}`, 'x-preview-persona': 'admin' };
                const { status, body } = await ask(port, path, { method, headers });
                assert.ok([400, 404, 405].includes(status), `${method} ${path}: ${status} ${body.slice(0, 80)}`);
            }
    // A full address as the path, as clients of a proxy send it.
    const headers = { cookie: shell.cookie, host: shell.name, 'x-preview-persona': 'admin' };
    assert.notEqual((await ask(shell.port, `${org.url}${GRAPHQL}`, { headers })).status, 200);
    assert.equal(org.asked.length, 0);
});

test('a redirect from the org is not followed, and the token goes nowhere else', async (context) => {
    const strangers: IncomingMessage[] = [];
    const elsewhere = createServer((request, response) => {
        strangers.push(request);
        response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    context.after(() => elsewhere.close());
    const { org, shell } = await opened(context);
    const headers = {
        cookie: shell.cookie,
        origin: `http://${shell.name}`,
        'content-type': 'application/json',
        'x-preview-persona': 'admin'
    };
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    for (const status of [301, 302, 303, 307, 308]) {
        org.answer = { status, headers: { location }, body: '' };
        const heard = await ask(shell.port, GRAPHQL, { method: 'POST', headers, body: '{"query":"{ a }"}' });
        assert.equal(heard.status, 502);
        assert.match(heard.body, /ORG_REDIRECTS/);
        assert.equal(heard.headers.location, undefined);
    }
    assert.equal(strangers.length, 0);
});

test('another user of the computer, without the token, gets nothing from either port', async (context) => {
    const { org, preview, shell, frame } = await opened(context);
    const [shellCookie] = shell.cookie.split('=');
    const guesses = ['', `${shellCookie}=`, `${shellCookie}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`];
    // The cookie of one origin doesn't open the other.
    const swapped = [`${shellCookie}=${frame.cookie.split('=')[1]}`, frame.cookie];
    for (const cookie of [...guesses, ...swapped])
        for (const path of [...SHELL_PAGES, '/?token=', '/?token=guess', '/?ticket=guess', '/?ticket='])
            assert.equal((await ask(shell.port, path, { headers: { cookie } })).status, 403, `${path} with ${cookie}`);
    const inFrame = [...guesses, shell.cookie, `${frame.cookie.split('=')[0]}=${shell.cookie.split('=')[1]}`];
    for (const cookie of inFrame)
        for (const path of [...PAGES, '/?ticket=guess', `/${new URL(preview.address).search}`]) {
            const headers = { cookie, host: frame.name };
            assert.equal((await ask(frame.port, path, { headers })).status, 403, `${path} with ${cookie}`);
        }
    const post = { method: 'POST', body: MUTATION };
    const headers = { origin: `http://${shell.name}`, 'x-preview-persona': 'admin' };
    assert.equal((await ask(shell.port, GRAPHQL, { ...post, headers })).status, 403);
    assert.equal(org.asked.length, 0);
});

test('an address that is visible in a process list or a history works once', async (context) => {
    const { preview, shell, frame } = await opened(context);
    const { pathname, search } = new URL(preview.addressForOnce());
    assert.doesNotMatch(search, /token/);
    const first = await ask(shell.port, pathname + search);
    assert.deepEqual([first.status, first.headers.location], [303, '/']);
    assert.equal((await ask(shell.port, '/', { headers: { cookie: cookieOf(first) } })).status, 200);
    assert.equal((await ask(shell.port, pathname + search)).status, 403);

    const address = await frameAddress(shell);
    const headers = { host: frame.name };
    assert.equal((await ask(frame.port, address, { headers })).status, 303);
    assert.equal((await ask(frame.port, address, { headers })).status, 403);
});

test('a link from another site, which has no cookie, opens again once, and only for Setup pages', async (context) => {
    const { shell, frame } = await opened(context);
    const from = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const place = '/lightning/setup/CallCenters/home';
    const round = await ask(shell.port, `${place}?x="><script>`, { headers: from });
    assert.equal(round.status, 200);
    assert.match(
        round.body,
        /^<!doctype html><meta http-equiv="refresh" content="0; url=\/lightning\/setup\/[^"<>]+">$/
    );
    assert.equal(round.headers['set-cookie'], undefined);
    assert.equal((await ask(shell.port, `${place}?bounced=1`, { headers: from })).status, 403);
    for (const path of ['/', '/setup', '/setup/frame', '/app.js'])
        assert.equal((await ask(shell.port, path, { headers: from })).status, 403, path);
    const out = await ask(frame.port, `${place}?address=%2F04v`, { headers: { host: frame.name } });
    assert.deepEqual([out.status, out.headers.location], [303, `http://${shell.name}${place}?address=%2F04v`]);
});

test('the preview listens on this computer only, and on both addresses of localhost for the frame', async (context) => {
    const { shell, frame } = await opened(context);
    const outward = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
        .map(({ address }) => address);
    // 127.0.0.2 is loopback too. A server that listens on every address responds there.
    for (const host of [...outward, '127.0.0.2'])
        for (const { port } of [shell, frame]) await assert.rejects(ask(port, '/', { host }), host);
    const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
    const headers = { host: frame.name, cookie: frame.cookie };
    const hosts = hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
    for (const host of hosts) assert.equal((await ask(frame.port, '/app.js', { host, headers })).status, 200, host);
});

test('no response and no page contains a token or the secret of the start', async (context) => {
    const { org, preview, shell, frame } = await opened(context);
    const printed: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = ((text: string) => printed.push(String(text)) > 0) as typeof process.stderr.write;
    context.after(() => void (process.stderr.write = write));
    // An org that returns the token that it got, and then one that is gone.
    org.answer = {
        status: 200,
        headers: { authorization: 'Bearer token-of-admin', 'set-cookie': 'sid=token-of-admin' },
        body: '{"data":{}}'
    };
    const heard: string[] = [];
    for (const { port, name, cookie } of [shell, frame]) {
        const headers = { cookie, host: name, 'x-preview-persona': 'admin' };
        const paths = port === shell.port ? SHELL_PAGES : PAGES;
        for (const path of paths.filter((each) => each !== '/preview/changes' && each !== '/setup/frame')) {
            const answer = await ask(port, path, { headers });
            heard.push(answer.body + JSON.stringify(answer.headers));
        }
        const posted = { ...headers, origin: `http://${name}`, 'content-type': 'application/json' };
        const answer = await ask(port, GRAPHQL, { method: 'POST', headers: posted, body: '{"query":"{ a }"}' });
        heard.push(answer.body + JSON.stringify(answer.headers));
    }
    await org.close();
    const gone = await ask(shell.port, '/preview/who/admin/user/Id', { headers: { cookie: shell.cookie } });
    heard.push(gone.body, printed.join(''));
    assert.equal(org.asked.filter(({ authorization }) => authorization === 'Bearer token-of-admin').length, 2);
    const secrets = [
        'token-of-admin',
        new URL(preview.address).searchParams.get('token')!,
        frame.cookie.split('=')[1]!
    ];
    for (const text of heard) for (const secret of secrets) assert.ok(!text.includes(secret), text.slice(0, 200));
});
