/** `npm start -- --target-org`, in front of the embedded org that the real Salesforce CLI has logged in to. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Connection } from 'jsforce';
import { startLocalOrg, VARIANTS, type LocalOrg } from '../../scripts/local-org/index.ts';
import { withdraw } from '../../scripts/local-org/variants/apply.ts';
import { Home } from './started.ts';

const USERS = 60;
const GRAPHQL = '/services/data/v66.0/graphql';
const MOVE = `mutation move($input: UserUpdateInput!) {
    uiapi(input: { allOrNone: false }) { UserUpdate(input: $input) { Record { Id CallCenterId { value } } } }
}`;

let org: LocalOrg;
let home: Home;
let token: string;

before(async () => {
    org = await startLocalOrg({ users: USERS, variant: VARIANTS['nothing-installed'] });
    home = new Home();
    token = await home.login(org, 'mine');
});

after(async () => {
    await org.close();
    home.remove();
    assert.deepEqual(org.requests.failures, [], 'the embedded org had an internal error');
});

/** A client that is independent of the page. */
function jsforce(): Connection {
    return new Connection({ instanceUrl: org.url, accessToken: org.tokenFor('admin'), version: '66.0' });
}

async function centerOf(userId: string): Promise<unknown> {
    const { records } = await jsforce().query(`SELECT CallCenterId FROM User WHERE Id = '${userId}'`);
    return records[0]!.CallCenterId;
}

/** A user in one center, and another center to move them to. */
async function someMove(): Promise<{ Id: string; from: string; to: string }> {
    const users = await jsforce().query(
        "SELECT Id, CallCenterId FROM User WHERE CallCenterId != null AND UserType = 'Standard' LIMIT 1"
    );
    const { Id, CallCenterId: from } = users.records[0] as { Id: string; CallCenterId: string };
    const centers = await jsforce().query(`SELECT Id FROM CallCenter WHERE Id != '${from}' LIMIT 1`);
    return { Id, from, to: String(centers.records[0]!.Id) };
}

describe('With --target-org', { concurrency: 1 }, () => {
    test('the page moves a user with nothing installed in the org, and the token never reaches the browser', async () => {
        const started = home.start(['--target-org', 'mine']);
        try {
            const { ask } = await started.open();
            const persona = org.personas.admin.username;
            const page = await ask('/');
            assert.match(page.text, new RegExp(`<meta name="preview-persona" content="${persona}"`));

            const flow = await ask('/preview/flow/List_Call_Centers', { persona });
            const [variable] = flow.json!.outputVariables;
            const { records } = await jsforce().query('SELECT Id, Name FROM CallCenter ORDER BY Name');
            assert.deepEqual(
                variable!.value.map(({ Id, Name }) => [Id, Name]),
                records.map(({ Id, Name }) => [Id, Name])
            );

            const { Id, from, to } = await someMove();
            assert.equal(await centerOf(Id), from);
            const variables = { input: { Id, User: { CallCenterId: to } } };
            const moved = await ask(GRAPHQL, { method: 'POST', persona, body: { query: MOVE, variables } });
            assert.equal(moved.json!.data.uiapi.UserUpdate.Record.CallCenterId.value, to, moved.text);
            assert.equal(await centerOf(Id), to);

            const setup = await ask('/lightning/setup/CallCenters/page?address=%2F' + to);
            assert.equal(setup.headers.get('location'), `${org.url}/lightning/setup/CallCenters/page?address=%2F${to}`);

            const scripts = await Promise.all(
                [
                    '/app.js',
                    `/preview/who/${persona}/user/Id`,
                    '/setup',
                    '/lightning/setup/CallCenters/page?address=%2Fapex%2FSwitchboardSetup'
                ].map((path) => ask(path))
            );
            for (const { text, headers } of [page, flow, moved, setup, ...scripts])
                assert.ok(!`${text}${JSON.stringify([...headers])}`.includes(token));
            assert.match(started.text, /Org +Switchboard Trading \(http/);
            assert.ok(!started.text.includes(token), 'the token was printed');
        } finally {
            await started.stop();
        }
        assert.ok(!started.text.includes(token), 'the token was printed');
    });

    test('a production org can be read, and changed only after its name was typed', async () => {
        org.store.run('UPDATE "Organization" SET "IsSandbox" = 0');
        const started = home.start(['--target-org', 'mine']);
        try {
            const { ask } = await started.open();
            const persona = org.personas.admin.username;
            assert.match(started.text, /Org +Switchboard Trading, production/);
            assert.match((await ask('/')).text, /Production org <strong>Switchboard Trading<\/strong>/);

            const { Id, from, to } = await someMove();
            const query = '{ uiapi { query { User(first: 1) { edges { node { Id } } } } } }';
            assert.equal((await ask(GRAPHQL, { method: 'POST', persona, body: { query } })).status, 200);
            const body = { query: MOVE, variables: { input: { Id, User: { CallCenterId: to } } } };
            const patch = `/services/data/v66.0/ui-api/records/${Id}`;
            for (const refused of [
                await ask(GRAPHQL, { method: 'POST', persona, body }),
                await ask(patch, { method: 'PATCH', persona, body: { fields: { CallCenterId: to } } })
            ]) {
                assert.equal(refused.status, 403);
                assert.match(
                    refused.json![0]!.message,
                    /^Switchboard Trading is a production org\. To allow changes, type its name/
                );
            }
            assert.equal(await centerOf(Id), from);

            const type = (name: string) => ask('/preview/writes', { method: 'POST', body: { name } });
            assert.equal((await type('switchboard trading')).status, 403);
            assert.equal((await ask(GRAPHQL, { method: 'POST', persona, body })).status, 403);
            assert.equal((await type('Switchboard Trading')).status, 204);
            assert.equal((await ask(GRAPHQL, { method: 'POST', persona, body })).status, 200);
            assert.equal(await centerOf(Id), to);
        } finally {
            await started.stop();
            org.store.run('UPDATE "Organization" SET "IsSandbox" = 1');
        }
    });

    test('a trial org is not a production org', async () => {
        org.store.run(`UPDATE "Organization" SET "IsSandbox" = 0, "TrialExpirationDate" = '2026-12-24T00:00:00.000Z'`);
        const started = home.start(['-o', 'mine']);
        try {
            const { ask } = await started.open();
            assert.doesNotMatch((await ask('/')).text, /Production org/);
        } finally {
            await started.stop();
            org.store.run('UPDATE "Organization" SET "IsSandbox" = 1, "TrialExpirationDate" = NULL');
        }
    });

    test('a session that expires while the page is open shows the error of the org, and the next start says to log in', async () => {
        const ending = await home.login(org, 'ending', 'call-center-manager');
        const started = home.start(['-o', 'ending']);
        try {
            const { ask } = await started.open();
            org.sessions.end(ending);
            const query = '{ uiapi { query { User(first: 1) { edges { node { Id } } } } } }';
            const persona = org.personas['call-center-manager'].username;
            const refused = await ask(GRAPHQL, { method: 'POST', persona, body: { query } });
            assert.deepEqual([refused.status, refused.json![0]!.errorCode], [401, 'INVALID_SESSION_ID']);
        } finally {
            await started.stop();
        }
        const again = home.start(['-o', 'ending']);
        assert.equal(await again.ended, 1);
        assert.match(
            again.text,
            /^Your login to ending expired\. Log in again with "sf org login web --alias ending"\.\n$/
        );
    });

    test('an unknown alias ends the start with one line', async () => {
        const started = home.start(['--target-org', 'theirs']);
        assert.equal(await started.ended, 1);
        assert.match(
            started.text,
            /^The Salesforce CLI has no org named theirs\. Log in with "sf org login web [^\n]+\n$/
        );
    });
});

test('an org that Switchboard cannot work in ends the start with one line and the next step', async () => {
    const lines = {
        'no-call-centers': /^The org has no call centers\. Create one in Setup[^\n]+\n$/,
        'no-mutations':
            /^The org has API version 65, which doesn't have the GraphQL mutations [^\n]+ Wait until [^\n]+\n$/,
        'no-user-read': /^This user can't see other users [^\n]+ Give them [^\n]+\n$/
    } as const;
    for (const [name, line] of Object.entries(lines)) {
        const { [name as keyof typeof lines]: variant } = VARIANTS;
        // A login reads its own user, so users become unreadable only afterwards.
        const isAppliedLater = name === 'no-user-read';
        const unready = await startLocalOrg({ users: USERS, ...(isAppliedLater ? {} : { variant }) });
        // The CLI caches the API version by username, and usernames are the same in each embedded org.
        const other = new Home();
        try {
            await other.login(unready, 'unready');
            if (isAppliedLater) withdraw(unready.store, variant);
            const started = other.start(['--target-org', 'unready']);
            assert.equal(await started.ended, 1, started.text);
            assert.match(started.text, line);
        } finally {
            other.remove();
            await unready.close();
        }
    }
});
