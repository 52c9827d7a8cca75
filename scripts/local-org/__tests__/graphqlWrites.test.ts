import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { at, startTestOrg, userNamed, type Answer, type TestOrg } from './testOrg.ts';

let testOrg: TestOrg;
let maartje: string;
let magnus: string;
let portal: string;
let oldDialer: string;
let work8x8: string;

before(async () => {
    testOrg = await startTestOrg();
    [maartje, magnus, portal] = (await Promise.all(
        ['Maartje de Vries', 'Magnus Ó Briain', 'Patty Portal'].map(async (name) => (await userNamed(testOrg, name)).id)
    )) as [string, string, string];
    const center = (name: string) =>
        String(testOrg.org.store.get('SELECT "Id" FROM "CallCenter" WHERE "Name" = ?', [name])?.Id);
    [oldDialer, work8x8] = [center('Old Dialer'), center('8x8 Work')];
});
beforeEach(() =>
    testOrg.org.store.run('UPDATE "User" SET "CallCenterId" = ? WHERE "Id" IN (?, ?)', [oldDialer, maartje, magnus])
);
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
});

const centerOf = (id: string) =>
    testOrg.org.store.get('SELECT "CallCenterId" FROM "User" WHERE "Id" = ?', [id])?.CallCenterId;

/** Moves two users, with the aliases a and b. */
function move(
    a: unknown,
    b: unknown,
    allOrNone?: boolean,
    persona?: Parameters<TestOrg['graphql']>[2]
): Promise<Answer> {
    const input = allOrNone === undefined ? '' : `(input: { allOrNone: ${allOrNone} })`;
    const query = `mutation ($a: UserUpdateInput!, $b: UserUpdateInput!) { uiapi${input} {
        a: UserUpdate(input: $a) { Record { Id Name { value } CallCenterId { value } LastModifiedBy { Name { value } } } }
        b: UserUpdate(input: $b) { Record { Id CallCenterId { value } } } } }`;
    return testOrg.graphql(query, { a, b }, persona);
}
const to = (id: string, callCenterId: unknown) => ({ Id: id, User: { CallCenterId: callCenterId } });

describe('A mutation', () => {
    test('writes every alias and returns the updated records', async () => {
        const answer = await move(to(maartje, work8x8), to(magnus.slice(0, 15), null));
        assert.deepEqual(answer.errors, []);
        assert.equal(at(answer.data, 'uiapi', 'a', 'Record', 'CallCenterId', 'value'), work8x8);
        assert.equal(at(answer.data, 'uiapi', 'a', 'Record', 'LastModifiedBy', 'Name', 'value'), 'Ada Byron');
        assert.equal(at(answer.data, 'uiapi', 'b', 'Record', 'Id'), magnus);
        assert.deepEqual([centerOf(maartje), centerOf(magnus)], [work8x8, null]);
    });

    test('rolls everything back when one alias fails, by default', async () => {
        const answer = await move(to(maartje, work8x8), to(magnus, '04vHp0000000999IAA'));
        assert.deepEqual(at(answer.data, 'uiapi'), { a: null, b: null });
        const byAlias = new Map(answer.errors.map((error) => [error.paths[1], error.message]));
        assert.match(byAlias.get('a') ?? '', /rolled back/);
        assert.equal(byAlias.get('b'), 'INVALID_CROSS_REFERENCE_KEY: invalid cross reference id');
        assert.deepEqual([centerOf(maartje), centerOf(magnus)], [oldDialer, oldDialer]);
    });

    test('with allOrNone false rolls back only the aliases that fail', async () => {
        const answer = await move(to(maartje, work8x8), to(portal, work8x8), false);
        assert.equal(at(answer.data, 'uiapi', 'a', 'Record', 'Id'), maartje);
        assert.equal(at(answer.data, 'uiapi', 'b'), null);
        assert.deepEqual(
            answer.errors.map((error) => error.paths),
            [['uiapi', 'b']]
        );
        assert.match(answer.errors[0]?.message ?? '', /^FIELD_INTEGRITY_EXCEPTION/);
        assert.equal(answer.errors[0]?.extensions.ErrorType, 'DataFetchingException');
        assert.deepEqual([centerOf(maartje), centerOf(portal)], [work8x8, null]);
    });

    test('gives every write its own time, and sets both dates of the record to it', async () => {
        const stamps = () =>
            testOrg.org.store.all(
                'SELECT "LastModifiedDate", "SystemModstamp" FROM "User" WHERE "Id" IN (?, ?) ORDER BY 1',
                [maartje, magnus]
            );
        const before = Date.now();
        await move(to(maartje, work8x8), to(magnus, work8x8));
        const [first, second] = stamps();
        assert.ok(String(first?.LastModifiedDate) < String(second?.LastModifiedDate));
        assert.equal(first?.SystemModstamp, first?.LastModifiedDate);
        assert.ok(Date.parse(String(first?.LastModifiedDate)) >= before);
    });

    const rejected: [string, string, unknown, RegExp][] = [
        ['an invalid id', 'Id', 'nonsense', /^MALFORMED_ID/],
        ['a user that does not exist', 'Id', '005Hp0000009999IAA', /^(INVALID_CROSS_REFERENCE_KEY|MALFORMED_ID)/],
        ['the id of another object', 'CallCenterId', '005', /^MALFORMED_ID: /],
        [
            'an alias that is too long',
            'Alias',
            'ninechars',
            /^STRING_TOO_LONG: Alias: data value too large: ninechars \(max length=8\)$/
        ],
        ['an empty last name', 'LastName', '', /^REQUIRED_FIELD_MISSING: Required fields are missing: \[LastName\]$/],
        ['an invalid email address', 'Email', 'a@b', /^INVALID_EMAIL_ADDRESS/],
        [
            'a picklist value that is not in the list',
            'TimeZoneSidKey',
            'Mars/Olympus',
            /^INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Time Zone: bad value/
        ],
        ['a username that is taken', 'Username', 'ADA.byron@switchboard.example', /^DUPLICATE_USERNAME/]
    ];
    for (const [what, field, value, message] of rejected) {
        test(`rejects ${what}, with Salesforce's message`, async () => {
            const input = field === 'Id' ? to(String(value), work8x8) : { Id: maartje, User: { [field]: value } };
            const answer = await move(input, to(magnus, work8x8), false);
            assert.equal(at(answer.data, 'uiapi', 'a'), null);
            assert.match(answer.errors[0]?.message ?? '', message);
            assert.equal(centerOf(magnus), work8x8);
        });
    }

    test('rejects a call center id that belongs to another object', async () => {
        const answer = await move(to(maartje, magnus), to(magnus, work8x8), false);
        assert.match(answer.errors[0]?.message ?? '', /^FIELD_INTEGRITY_EXCEPTION: .*id value of incorrect type/);
    });

    test('updates Name when its parts change', async () => {
        const answer = await move({ Id: maartje, User: { FirstName: null, LastName: 'Vries' } }, to(magnus, work8x8));
        assert.equal(at(answer.data, 'uiapi', 'a', 'Record', 'Name', 'value'), 'Vries');
        const back = await move(
            { Id: maartje, User: { FirstName: 'Maartje', LastName: 'de Vries' } },
            to(magnus, oldDialer)
        );
        assert.deepEqual(back.errors, []);
        assert.equal((await userNamed(testOrg, 'maartje de vries')).id, maartje);
    });

    for (const persona of ['call-center-manager', 'delegated', 'viewer'] as const) {
        test(`by the persona ${persona} is rejected for each user`, async () => {
            const answer = await move(to(maartje, work8x8), to(magnus, null), false, persona);
            assert.deepEqual(at(answer.data, 'uiapi'), { a: null, b: null });
            for (const error of answer.errors)
                assert.equal(error.message, 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id');
            assert.deepEqual([centerOf(maartje), centerOf(magnus)], [oldDialer, oldDialer]);
        });
    }

    test('of 200 users gets one answer', async () => {
        const ids = testOrg.org.store
            .all('SELECT "Id" FROM "User" WHERE "CallCenterId" = ? LIMIT 200', [oldDialer])
            .map((row) => String(row.Id));
        const parts = ids.map(
            (id, index) =>
                `u${index}: UserUpdate(input: { Id: "${id}", User: { CallCenterId: "${oldDialer}" } }) { Record { Id } }`
        );
        const answer = await testOrg.graphql(`mutation { uiapi { ${parts.join(' ')} } }`);
        assert.deepEqual(answer.errors, []);
        assert.deepEqual(
            Object.values(at(answer.data, 'uiapi') as object).map((payload) => at(payload, 'Record', 'Id')),
            ids
        );
    });
});

describe('Field-level security', () => {
    const query = (mark: string) =>
        `{ uiapi { query { User(first: 1) { edges { node { Id EmployeeNumber ${mark} { value } } } } } } }`;

    test('fails the whole query when the user cannot see a field', async () => {
        const answer = await testOrg.graphql(query(''), {}, 'viewer');
        assert.deepEqual(answer.data, {});
        assert.match(
            answer.errors[0]?.message ?? '',
            /FieldUndefined: Field 'EmployeeNumber' in type 'User' is undefined/
        );
        assert.deepEqual((await testOrg.graphql(query(''))).errors, []);
    });

    test('leaves out a field marked @optional', async () => {
        const node = async (persona: 'admin' | 'viewer') =>
            at(
                (await testOrg.graphql(query('@optional'), {}, persona)).data,
                'uiapi',
                'query',
                'User',
                'edges',
                0,
                'node'
            );
        assert.deepEqual(Object.keys((await node('viewer')) as object), ['Id']);
        assert.deepEqual(Object.keys((await node('admin')) as object), ['Id', 'EmployeeNumber']);
    });

    test('hides a field from filters too', async () => {
        const filter = 'query ($w: User_Filter) { uiapi { query { User(where: $w) { totalCount } } } }';
        const answer = await testOrg.graphql(filter, { w: { EmployeeNumber: { eq: 'E000001' } } }, 'viewer');
        assert.match(answer.errors[0]?.message ?? '', /No such column 'EmployeeNumber'/);
    });

    test('follows the profile: a removed permission is missing from the next request on', async () => {
        const { store } = testOrg.org;
        const set = (value: number) =>
            store.run('UPDATE "Profile" SET "PermissionsManageInternalUsers" = ? WHERE "Name" = ?', [
                value,
                'System Administrator'
            ]);
        set(0);
        const refused = await move(to(maartje, work8x8), to(magnus, work8x8), false);
        set(1);
        assert.match(refused.errors[0]?.message ?? '', /^INSUFFICIENT_ACCESS_OR_READONLY/);
        assert.deepEqual((await move(to(maartje, work8x8), to(magnus, work8x8))).errors, []);
    });
});
