import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import jsforce, { type Connection, type SaveResult } from 'jsforce';
import { startLocalOrg, type FaultRule, type LocalOrg, type Persona } from '../../scripts/local-org/index.ts';

/** Tests how each kind of fault looks to an unmodified client, and that the org recovers when the plan is cleared. */

const VERSION = '66.0';
let org: LocalOrg;
let admin: Connection;
let users: string[];
let centers: string[];

before(async () => {
    org = await startLocalOrg({ users: 60 });
    admin = connectionOf('admin');
    const members =
        "SELECT Id FROM User WHERE UserType = 'Standard' AND IsActive = true AND Profile.Name <> 'System Administrator' ORDER BY Id LIMIT 4";
    users = (await admin.query(members)).records.map(({ Id }) => String(Id));
    centers = (await admin.query('SELECT Id FROM CallCenter ORDER BY Name LIMIT 2')).records.map(({ Id }) =>
        String(Id)
    );
});
afterEach(() => org.faults.clear());
after(async () => {
    assert.deepEqual(org.requests.failures, [], 'the embedded org had internal errors');
    await org.close();
});

function connectionOf(persona: Persona): Connection {
    return new jsforce.Connection({ instanceUrl: org.url, accessToken: org.tokenFor(persona), version: VERSION });
}

function turnOn(...rules: FaultRule[]): void {
    org.faults.set({ rules });
}

async function move(to: string | null, ids = users, connection = admin): Promise<SaveResult[]> {
    return connection.sobject('User').update(ids.map((Id) => ({ Id, CallCenterId: to })));
}

function centerOf(id: string): unknown {
    return org.store.get('SELECT "CallCenterId" AS c FROM "User" WHERE "Id" = ?', [id])?.c;
}

async function failure(request: () => Promise<unknown>): Promise<Error & { errorCode?: string }> {
    try {
        await request();
    } catch (cause) {
        assert.ok(cause instanceof Error);
        return cause;
    }
    return assert.fail('the request succeeded');
}

function codesOf(results: SaveResult[]): (string | undefined)[] {
    return results.map((result) =>
        result.success ? undefined : (result.errors[0]?.errorCode ?? Reflect.get(result.errors[0] ?? {}, 'statusCode'))
    );
}

/** Updates all users in one request. jsforce retries a failed GET, but never a PATCH. */
function updateOnce(to: string | null): Promise<unknown> {
    return admin.request({
        method: 'PATCH',
        url: `/services/data/v${VERSION}/composite/sobjects`,
        body: JSON.stringify({ records: users.map((id) => ({ attributes: { type: 'User' }, id, CallCenterId: to })) }),
        headers: { 'content-type': 'application/json' }
    });
}

describe('A fault plan seen through jsforce', () => {
    test('delays an answer', async () => {
        turnOn({ on: 'collection', fault: 'latency', ms: 150 });
        const started = performance.now();
        await move(null);
        assert.ok(performance.now() - started >= 150);
    });

    test('answers 503, with Retry-After only if the rule sets it', async () => {
        turnOn({ on: 'collection', fault: 'unavailable' });
        assert.equal((await failure(() => move(null))).errorCode, 'SERVER_UNAVAILABLE');
        for (const retryAfter of [undefined, 7]) {
            turnOn({ on: 'query', fault: 'unavailable', ...(retryAfter === undefined ? {} : { retryAfter }) });
            const answer = await fetch(`${org.url}/services/data/v${VERSION}/query?q=x`);
            assert.deepEqual(
                [answer.status, answer.headers.get('retry-after')],
                [503, retryAfter === undefined ? null : '7']
            );
        }
    });

    test('answers with an HTML page', async () => {
        turnOn({ on: 'collection', fault: 'html page' });
        assert.match((await failure(() => move(null))).message, /html/i);
    });

    test('rejects the rows in the rule, and updates the others', async () => {
        await move(null);
        turnOn({
            on: 'collection',
            fault: 'row refused',
            code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            rows: [2],
            message: 'Not on Sundays'
        });
        const results = await move(centers[0]!);
        assert.deepEqual(codesOf(results), [undefined, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', undefined, undefined]);
        assert.match(JSON.stringify(results[1]), /Not on Sundays/);
        assert.deepEqual(users.map(centerOf), [centers[0], null, centers[0], centers[0]]);
    });

    test('rejects rows because of missing access, also in a bulk job', async () => {
        turnOn({ on: 'any', fault: 'row refused', code: 'INSUFFICIENT_ACCESS_OR_READONLY', rows: [1] });
        assert.equal(codesOf(await move(null))[0], 'INSUFFICIENT_ACCESS_OR_READONLY');
        const { failedResults, successfulResults } = await admin.bulk2.loadAndWaitForResults({
            object: 'User',
            operation: 'update',
            input: users.map((Id) => ({ Id, CallCenterId: centers[0] })),
            pollInterval: 20,
            pollTimeout: 120_000
        });
        assert.equal(successfulResults.length, users.length - 1);
        assert.match(String(failedResults[0]?.sf__Error), /^INSUFFICIENT_ACCESS_OR_READONLY/);
    });

    test('locks rows for one request, so that the next one succeeds', async () => {
        turnOn({ on: 'collection', nth: [1], fault: 'row locked' });
        assert.deepEqual([...new Set(codesOf(await move(null)))], ['UNABLE_TO_LOCK_ROW']);
        assert.deepEqual([...new Set(codesOf(await move(null)))], [undefined]);
    });

    test('rejects a whole GraphQL document without running any part of it', async () => {
        await move(null);
        turnOn({ on: 'graphql mutation', fault: 'document refused', message: 'Too complex' });
        const query = `mutation { uiapi(input: { allOrNone: false }) { a: UserUpdate(input: { Id: "${users[0]}", User: { CallCenterId: "${centers[0]}" } }) { Record { Id } } } }`;
        const ask = () =>
            admin.request<{ data: unknown; errors: { message: string }[] }>({
                method: 'POST',
                url: `/services/data/v${VERSION}/graphql`,
                body: JSON.stringify({ query }),
                headers: { 'content-type': 'application/json' }
            });
        const { data, errors } = await ask();
        assert.deepEqual(
            [data, errors.map(({ message }) => message), centerOf(users[0]!)],
            [{}, ['Too complex'], null]
        );
        org.faults.clear();
        assert.deepEqual((await ask()).errors, []);
        assert.equal(centerOf(users[0]!), centers[0]);
    });

    test('processes the request and drops the answer', async () => {
        await move(null);
        turnOn({ on: 'collection', fault: 'answer dropped' });
        assert.match((await failure(() => updateOnce(centers[0]!))).message, /fetch failed|socket hang up|terminated/i);
        assert.deepEqual(
            users.map(centerOf),
            users.map(() => centers[0])
        );
    });

    test('processes the request and answers with only half the body, as if it were complete', async () => {
        await move(null);
        turnOn({ on: 'collection', fault: 'answer truncated', clean: true });
        // If jsforce can't parse JSON, it returns the text without an error.
        const half = await updateOnce(centers[1]!);
        assert.ok(typeof half === 'string' && half.startsWith('[{"id":') && !half.endsWith(']'), String(half));
        assert.deepEqual(
            users.map(centerOf),
            users.map(() => centers[1])
        );
    });

    test('processes the request and closes the connection in the middle of the answer', async () => {
        // This test doesn't use jsforce, because the promise of jsforce 3.10 never settles if a body is cut off.
        await move(null);
        turnOn({ on: 'record', fault: 'answer truncated' });
        const answer = await fetch(`${org.url}/services/data/v${VERSION}/sobjects/User/${users[0]}`, {
            headers: { authorization: `Bearer ${org.tokenFor('admin')}` }
        });
        assert.equal(answer.status, 200);
        assert.match((await failure(() => answer.text())).message, /terminated/);
    });

    test('ends the session during a run, and another login continues it', async () => {
        await move(null);
        const connection = connectionOf('admin');
        turnOn({ on: 'collection', nth: [2], fault: 'session expired' });
        assert.ok((await move(centers[0]!, users.slice(0, 2), connection)).every(({ success }) => success));
        const { errorCode } = await failure(() => move(centers[0]!, users.slice(2), connection));
        assert.equal(errorCode, 'INVALID_SESSION_ID');
        assert.deepEqual(users.map(centerOf), [centers[0], centers[0], null, null]);
        assert.ok((await move(centers[0]!, users.slice(2), connectionOf('admin'))).every(({ success }) => success));
    });

    test('removes a permission during a run, and restores it afterward', async () => {
        turnOn({ on: 'collection', nth: [2], fault: 'permission taken' });
        assert.ok((await move(null)).every(({ success }) => success));
        assert.deepEqual([...new Set(codesOf(await move(centers[0]!)))], ['INSUFFICIENT_ACCESS_OR_READONLY']);
        const taken = await admin.query(
            "SELECT Id FROM Profile WHERE Name = 'System Administrator' AND PermissionsManageInternalUsers = false"
        );
        assert.equal(taken.totalSize, 1);
        org.faults.clear();
        assert.ok((await move(centers[0]!)).every(({ success }) => success));
    });

    test('lets another admin move a user between a read and a write', async () => {
        await move(null);
        turnOn({ on: 'ui-api update', fault: 'moved meanwhile', to: centers[1]! });
        const read = await admin.request<{ lastModifiedDate: string }>(
            `/services/data/v${VERSION}/ui-api/records/${users[0]}?fields=User.CallCenterId`
        );
        const { message } = await failure(() =>
            admin.request({
                method: 'PATCH',
                url: `/services/data/v${VERSION}/ui-api/records/${users[0]}`,
                body: JSON.stringify({ fields: { CallCenterId: centers[0] } }),
                headers: { 'content-type': 'application/json', 'If-Unmodified-Since': read.lastModifiedDate }
            })
        );
        assert.match(message, /modified/);
        assert.equal(centerOf(users[0]!), centers[1]);
    });

    test('uses up the daily limit, and restores it afterward', async () => {
        turnOn({ on: 'query', nth: [2], fault: 'daily limit reached' });
        await admin.query('SELECT Id FROM CallCenter');
        const { errorCode } = await failure(async () => admin.query('SELECT Id FROM CallCenter'));
        assert.equal(errorCode, 'REQUEST_LIMIT_EXCEEDED');
        assert.equal(
            (await failure(async () => admin.query('SELECT Id FROM CallCenter'))).errorCode,
            'REQUEST_LIMIT_EXCEEDED'
        );
        org.faults.clear();
        assert.ok((await admin.query('SELECT Id FROM CallCenter')).totalSize > 0);
    });

    test("can be set and read over HTTP by an admin only, even while it removes the admin's permissions", async () => {
        const plan = {
            rules: [
                { on: 'any', fault: 'permission taken' },
                { on: 'collection', every: 2, fault: 'unavailable' }
            ]
        };
        const put = (persona: Persona, body: string) =>
            fetch(`${org.url}/embedded/faults`, {
                method: 'PUT',
                headers: { authorization: `Bearer ${org.tokenFor(persona)}` },
                body
            });
        assert.equal((await put('viewer', JSON.stringify(plan))).status, 403);
        assert.equal((await fetch(`${org.url}/embedded/faults`)).status, 401);
        assert.deepEqual(await (await put('admin', JSON.stringify(plan))).json(), { ...plan, struck: [0, 0] });
        assert.deepEqual(codesOf(await move(null))[0], 'INSUFFICIENT_ACCESS_OR_READONLY');
        assert.equal((await failure(() => move(null))).errorCode, 'SERVER_UNAVAILABLE');
        assert.deepEqual(org.faults.struck, [2, 1]);
        const broken = await put('admin', '{"rules": [{"on": "graphql", "fault": "latency"}]}');
        assert.deepEqual(
            [broken.status, await broken.json()],
            [
                400,
                [
                    {
                        errorCode: 'INVALID_FAULT_PLAN',
                        message:
                            'The fault plan is not valid: rule 1: "on" must be one of graphql query, graphql mutation, ui-api read, ui-api update, query, record, collection, composite, bulk, login, other, any.'
                    }
                ]
            ]
        );
        assert.equal(org.faults.plan.rules.length, 2);
        assert.equal((await put('admin', '{"rules": []}')).status, 200);
        assert.ok((await move(null)).every(({ success }) => success));
    });
});
