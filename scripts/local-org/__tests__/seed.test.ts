import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { objectTable } from '../objects/objectTable.ts';
import { seedOrg } from '../seed/seedOrg.ts';
import { seedPlan } from '../seed/seedPlan.ts';
import { openStore, type Store } from '../store/store.ts';
import { NOON } from './testOrg.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-seed-'));
const objects = objectTable();
const stores: Store[] = [];
after(() => {
    stores.forEach((store) => store.close());
    rmSync(folder, { recursive: true });
});

function seeded(seed?: string | number, users?: number): Store {
    const { store } = openStore(objects, null, () => NOON);
    stores.push(store);
    seedOrg(store, seedPlan(seed, users));
    return store;
}

function sizes(store: Store): Record<string, number> {
    const rows = store.all(
        'SELECT c."Name" AS name, count(u."Id") AS members FROM "CallCenter" c LEFT JOIN "User" u ON u."CallCenterId" = c."Id" GROUP BY c."Id"'
    );
    return Object.fromEntries(rows.map((row) => [String(row.name), Number(row.members)]));
}

function seedFile(content: string): string {
    const file = join(folder, `${Math.random()}.json`);
    writeFileSync(file, content);
    return file;
}

describe('The seed', () => {
    const store = seeded();
    const count = (sql: string) => Number(store.get(`SELECT count(*) AS n FROM ${sql}`)?.n);

    test('creates 1,204 users in seven call centers, one of which is empty', () => {
        assert.equal(count('"User"'), 1204);
        assert.deepEqual(sizes(store), {
            '8x8 Work': 412,
            'Old Dialer': 380,
            'Voice East': 51,
            'Partner Telephony EMEA': 26,
            'Lobby Phones': 15,
            Collections: 10,
            'Pilot 2027': 0
        });
        assert.equal(count('"User" WHERE "CallCenterId" IS NULL'), 310);
    });

    test('has one call center without a known name, although it has members', () => {
        const unnamed = store.all(
            'SELECT "Name" FROM "CallCenter" WHERE "Id" NOT IN (SELECT "CallCenterId__c" FROM "CallCenterProfile__c")'
        );
        assert.deepEqual(
            unnamed.map((row) => row.Name),
            ['Lobby Phones']
        );
    });

    test('includes the difficult cases', () => {
        assert.ok(count('"User" WHERE "IsActive" = 0 AND "CallCenterId" IS NOT NULL') > 10, 'inactive members');
        assert.ok(count('"User" WHERE "UserType" = \'CspLitePortal\'') > 10, 'portal users');
        assert.equal(
            count('"User" WHERE "UserType" <> \'Standard\' AND "CallCenterId" IS NOT NULL'),
            0,
            'no portal user is a member'
        );
        assert.equal(count('"User" WHERE "Name" = \'María Álvarez\''), 2, 'two of one name');
        assert.equal(
            count('"User" WHERE length("LastName") = 80 AND length("Name") = 121 OR length("FirstName") = 40'),
            1,
            'names as long as can be'
        );
        for (const name of [
            "Siobhán O'Brien",
            'Manuela "Manu" Ferreira',
            '<b>Bobby</b> <script>alert(1)</script>',
            'محمود عبد الله',
            'Percy 100% Certain',
            'Una under_score',
            'Bäck C:\\slash',
            'Jose\u0301 Nun\u0303ez',
            'Madonna'
        ]) {
            assert.ok(store.get('SELECT 1 FROM "User" WHERE "Name" = ?', [name]), name);
        }
        const chain = store.get(
            `SELECT c."LastName" AS top FROM "User" a JOIN "User" b ON b."Id" = a."ManagerId" JOIN "User" m ON m."Id" = b."ManagerId" JOIN "User" c ON c."Id" = m."ManagerId" WHERE a."LastName" = 'Footchain'`
        );
        assert.equal(chain?.top, 'Topchain', 'a manager chain');
        assert.ok(count('"User" WHERE "LastLoginDate" IS NULL') > 10, 'users who never logged in');
    });

    test('is valid: no value is too long, no required value is missing, and no time is in the future', () => {
        for (const object of objects.all) {
            for (const field of object.fields) {
                if (field.length > 0)
                    assert.equal(
                        count(`"${object.name}" WHERE length("${field.name}") > ${field.length}`),
                        0,
                        `${object.name}.${field.name} too long`
                    );
                if (field.type === 'datetime')
                    assert.equal(
                        count(`"${object.name}" WHERE "${field.name}" > '${NOON.toISOString()}'`),
                        0,
                        `${object.name}.${field.name} ahead`
                    );
                if (!field.nillable && object.name === 'User')
                    assert.equal(count(`"User" WHERE "${field.name}" IS NULL`), 0, `User.${field.name} missing`);
            }
        }
    });

    test('is the same for the same number, and different for another', () => {
        const names = (from: Store) =>
            from.all('SELECT "Id", "Name", "CallCenterId", "LastLoginDate" FROM "User" ORDER BY "Id"');
        assert.deepEqual(names(seeded()), names(store));
        assert.notDeepEqual(names(seeded('7')), names(store));
    });

    test('scales the call centers with the number of users', () => {
        assert.equal(sizes(seeded(undefined, 2408))['8x8 Work'], 824);
        assert.equal(Number(seeded(undefined, 40).get('SELECT count(*) AS n FROM "User"')?.n), 40);
    });
});

describe('A seed file', () => {
    test('defines the call centers', () => {
        const file = seedFile(
            JSON.stringify({
                users: 100,
                callCenters: [
                    { name: 'North', members: 30, kind: 'open-cti' },
                    { name: 'South', members: 5 }
                ]
            })
        );
        assert.deepEqual(sizes(seeded(file)), { North: 30, South: 5 });
    });

    test('can give two call centers one name, and each has its members', () => {
        const callCenters = [
            { name: 'North', internalName: 'One', members: 30 },
            { name: 'North', internalName: 'Two', members: 5 }
        ];
        const members = seeded(seedFile(JSON.stringify({ users: 100, callCenters }))).all(
            'SELECT count(*) AS members FROM "User" WHERE "CallCenterId" IS NOT NULL GROUP BY "CallCenterId"'
        );
        assert.deepEqual(members.map((row) => row.members).sort(), [30, 5]);
    });

    test('that is invalid is rejected in a sentence that names it', () => {
        const cases: [string, RegExp][] = [
            ['{', /isn't valid JSON/],
            ['[]', /must contain an object/],
            ['{"userz": 3}', /unknown entry "userz"/],
            ['{"users": -1}', /users must be a whole number/],
            ['{"callCenters": [{"name": ""}]}', /needs a name/],
            ['{"callCenters": [{"name": "A", "kind": "sip"}]}', /"sip" isn't a kind/],
            ['{"callCenters": [{"name": "A"}, {"name": "a"}]}', /same internal name/],
            ['{"users": 100, "callCenters": [{"name": "A", "members": 99}]}', /three quarters/]
        ];
        for (const [content, words] of cases) assert.throws(() => seedPlan(seedFile(content), undefined), words);
        assert.throws(() => seedPlan('/nowhere/seed.json', undefined), /Couldn't read/);
        assert.throws(() => seedPlan(undefined, 3), /40 to 1,000,000 users, not 3/);
    });
});
