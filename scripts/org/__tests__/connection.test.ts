import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, test, type TestContext } from 'node:test';
import { Connection } from 'jsforce';
import { startLocalOrg, type LocalOrg } from '../../local-org/index.ts';
import { UserError } from '../../terminal/userError.ts';
import { connect, type OrgConnection, type OrgRequest } from '../connection.ts';
import { jsforceRequest } from '../jsforceRequest.ts';
import { soql } from '../soql.ts';
import { tokenRequest } from '../tokenRequest.ts';

let local: LocalOrg;

before(async () => {
    local = await startLocalOrg({ users: 2500 });
});
afterEach(() => local.faults.clear());
after(() => local.close());

interface Asked {
    org: OrgConnection;
    /** Tokens that the org refused, when another one was asked for. */
    refused: string[];
}

/** The ways to send requests: over jsforce, and with a token alone. `next` is the token after a refused one. */
const WAYS: Record<string, (url: string, token: string, next: string | null, refused: string[]) => OrgRequest> = {
    'over jsforce': (url, token, next, refused) =>
        jsforceRequest(
            new Connection({
                instanceUrl: url,
                accessToken: token,
                version: '66.0',
                refreshFn(connection, done) {
                    refused.push(connection.accessToken!);
                    if (next === null) done(new Error('expired access/refresh token'));
                    else done(null, next);
                }
            }),
            2_000
        ),
    'with a token': (_url, token, next, refused) =>
        tokenRequest({
            current: () => token,
            async renew(old) {
                refused.push(old);
                return next;
            }
        })
};

for (const [way, requestOf] of Object.entries(WAYS)) {
    const open = (token: string, next: string | null = null, url = local.url): Asked => {
        const refused: string[] = [];
        const request = requestOf(url, token, next, refused);
        const expired = () => new UserError('Your login expired.');
        return { org: connect({ url, apiVersion: '66.0', request, expired }), refused };
    };

    describe(`An org asked ${way}`, () => {
        test('returns all rows of a query, over all its pages, without attributes', async () => {
            const answer = await open(local.tokenFor('admin')).org.query('SELECT Id FROM User');
            assert.ok(answer.ok);
            assert.equal(new Set(answer.body.map(({ Id }) => Id)).size, 2500);
            assert.deepEqual(Object.keys(answer.body[0]!), ['Id']);
        });

        test('returns a refusal as an answer, with the message of Salesforce', async () => {
            const answer = await open(local.tokenFor('admin')).org.query('SELECT CallCenter.Name FROM User');
            assert.ok(!answer.ok);
            assert.equal(answer.code, 'INVALID_FIELD');
            assert.match(answer.message, /^Didn't understand relationship 'CallCenter'/);
        });

        test('returns a GraphQL document that fails as a refusal', async () => {
            const answer = await open(local.tokenFor('admin')).org.graphql(
                '{ uiapi { query { Nothing { edges { node { Id } } } } } }'
            );
            assert.ok(!answer.ok);
            assert.match(answer.message, /FieldUndefined/);
        });

        test('is asked once more with a new token when it refuses the first', async () => {
            const stale = local.tokenFor('admin');
            local.sessions.end(stale);
            const { org, refused } = open(stale, local.tokenFor('admin'));
            assert.ok((await org.get('limits')).ok);
            assert.deepEqual(refused, [stale]);
        });

        test('reports an expired login when there is no other token', async () => {
            const stale = local.tokenFor('admin');
            local.sessions.end(stale);
            await assert.rejects(open(stale).org.get('limits'), { name: 'UserError', message: 'Your login expired.' });
        });

        test('reports that the daily limit is reached', async () => {
            local.faults.set({ rules: [{ on: 'query', fault: 'daily limit reached' }] });
            await assert.rejects(open(local.tokenFor('admin')).org.query('SELECT Id FROM CallCenter'), {
                name: 'UserError',
                message:
                    /^Your org reached its daily API request limit \(.+\)\. Try again tomorrow, or ask Salesforce for a higher limit\.$/
            });
        });

        test('fails when no one listens at its address', async () => {
            const gone = await startLocalOrg({ users: 40 });
            const { org } = open('x', null, gone.url);
            await gone.close();
            await assert.rejects(org.get('limits'), {
                name: 'UserError',
                message: /didn't respond \(.+\)\. Check your network, then try again\.$/
            });
        });

        test('fails when a response breaks off halfway', { timeout: 120_000 }, async () => {
            local.faults.set({ rules: [{ on: 'query', fault: 'answer truncated' }] });
            await assert.rejects(open(local.tokenFor('admin')).org.query('SELECT Id FROM CallCenter'), {
                name: 'UserError',
                message: /didn't respond/
            });
        });

        test('returns a redirect as a refusal, and the token goes nowhere else', async (context) => {
            const asked: string[] = [];
            const url = await serverOf(context, (path) => {
                asked.push(path);
                return { status: 302, headers: { location: '/elsewhere' } };
            });
            const answer = await open('x', null, url).org.get('limits');
            assert.deepEqual(answer, { ok: false, code: '', message: 'HTTP status 302' });
            assert.deepEqual(asked, ['/services/data/v66.0/limits']);
        });

        test('is not followed to a next page at another address', async (context) => {
            const page = { records: [{ Id: '1' }], nextRecordsUrl: 'http://evil.example/next' };
            const url = await serverOf(context, () => ({ status: 200, body: JSON.stringify(page) }));
            const answer = await open('x', null, url).org.query('SELECT Id FROM User');
            assert.ok(!answer.ok && answer.message.includes('http://evil.example/next'));
        });
    });
}

test('a response that stops arriving ends at the time limit', { timeout: 120_000 }, async (context) => {
    const url = await serverOf(context, () => ({ status: 200, body: '{"half":', isOpen: true }));
    const connection = new Connection({ instanceUrl: url, accessToken: 'x', version: '66.0' });
    const reply = await jsforceRequest(connection, 200)('GET', `${url}/services/data/v66.0/limits`);
    assert.ok(reply.kind === 'no response');
    assert.equal(reply.cause.name, 'TimeoutError');
});

test('values of a query are quoted', async () => {
    assert.equal(
        soql`SELECT Id FROM User WHERE Username = ${"a'b\\c"} LIMIT 1`,
        "SELECT Id FROM User WHERE Username = 'a\\'b\\\\c' LIMIT 1"
    );
    const request = tokenRequest({ current: () => local.tokenFor('admin'), renew: async () => null });
    const org = connect({ url: local.url, apiVersion: '66.0', request, expired: () => new UserError('') });
    const answer = await org.query(soql`SELECT Id FROM User WHERE Username = ${"' OR Name != '"}`);
    assert.deepEqual(answer, { ok: true, body: [] });
});

interface Response {
    status: number;
    headers?: Record<string, string>;
    body?: string;
    /** The response never ends. */
    isOpen?: boolean;
}

async function serverOf(context: TestContext, respond: (path: string) => Response): Promise<string> {
    const server = createServer((request, response) => {
        const { status, headers = {}, body = '', isOpen = false } = respond(request.url!);
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        if (isOpen) response.write(body);
        else response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => {
        server.close();
        server.closeAllConnections();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
