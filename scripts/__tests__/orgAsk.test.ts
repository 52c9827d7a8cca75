import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalOrg, type LocalOrg } from '../local-org/index.ts';
import { askOf, soql } from '../orgAsk.ts';
import { Refusal } from '../refusal.ts';

let org: LocalOrg;

before(async () => {
    org = await startLocalOrg({ users: 2500 });
});
after(() => org.close());

function askAs(...tokens: string[]) {
    const asked: (string | undefined)[] = [];
    const accessToken = async (refused?: string) => {
        asked.push(refused);
        const token = tokens[refused === undefined ? 0 : 1];
        if (token === undefined) throw new Refusal('The login has ended.');
        return token;
    };
    return { ask: askOf({ url: org.url, apiVersion: '66.0', accessToken }), asked };
}

describe('Asking an org', () => {
    test('gives all rows of a query, over all its pages', async () => {
        const answer = await askAs(org.tokenFor('admin')).ask.rows('SELECT Id FROM User');
        assert.ok(answer.ok);
        assert.equal(new Set(answer.body.map(({ Id }) => Id)).size, 2500);
    });

    test('gives a refusal as an answer, in the words of the org', async () => {
        const answer = await askAs(org.tokenFor('admin')).ask.rows('SELECT CallCenter.Name FROM User');
        assert.ok(!answer.ok);
        assert.equal(answer.code, 'INVALID_FIELD');
        assert.match(answer.words, /^Didn't understand relationship 'CallCenter'/);
    });

    test('gives a document that fails as a refusal', async () => {
        const answer = await askAs(org.tokenFor('admin')).ask.graphql(
            '{ uiapi { query { Nothing { edges { node { Id } } } } } }'
        );
        assert.ok(!answer.ok);
        assert.match(answer.words, /FieldUndefined/);
    });

    test('asks once more with a new token when the first is refused', async () => {
        const stale = org.tokenFor('admin');
        org.sessions.end(stale);
        const { ask, asked } = askAs(stale, org.tokenFor('admin'));
        assert.ok((await ask.get('limits')).ok);
        assert.deepEqual(asked, [undefined, stale]);
    });

    test('ends with the sentence of the login when there is no other token', async () => {
        const stale = org.tokenFor('admin');
        org.sessions.end(stale);
        await assert.rejects(askAs(stale).ask.get('limits'), { name: 'Refusal', message: 'The login has ended.' });
    });

    test('ends with a sentence when the day is used up', async () => {
        org.faults.set({ rules: [{ on: 'query', fault: 'daily limit reached' }] });
        await assert.rejects(askAs(org.tokenFor('admin')).ask.rows('SELECT Id FROM CallCenter'), {
            name: 'Refusal',
            message: /^The org has used up its API requests/
        });
        org.faults.clear();
    });

    test('ends with a sentence when nobody answers', async () => {
        const gone = await startLocalOrg({ users: 40 });
        const ask = askOf({ url: gone.url, apiVersion: '66.0', accessToken: async () => 'x' });
        await gone.close();
        await assert.rejects(ask.get('limits'), { name: 'Refusal', message: /does not answer/ });
    });

    test('quotes every value of a query', async () => {
        assert.equal(
            soql`SELECT Id FROM User WHERE Username = ${"a'b\\c"} LIMIT 1`,
            "SELECT Id FROM User WHERE Username = 'a\\'b\\\\c' LIMIT 1"
        );
        const answer = await askAs(org.tokenFor('admin')).ask.rows(
            soql`SELECT Id FROM User WHERE Username = ${"' OR Name != '"}`
        );
        assert.deepEqual(answer, { ok: true, body: [] });
    });
});
