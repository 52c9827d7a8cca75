import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { personaUser } from '../../access/personas.ts';
import { sessionOf, type Session } from '../../access/session.ts';
import { objectTable } from '../../objects/objectTable.ts';
import { ApiError } from '../../apiError.ts';
import { DEFAULT_PLAN } from '../../seed/seedPlan.ts';
import { seedOrg } from '../../seed/seedOrg.ts';
import { openStore, type Value } from '../../store/store.ts';
import { rowsOf, runSoql, type SoqlAnswer } from '../runSoql.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const { store } = openStore(objectTable(), null, () => NOW);
/** Seeds more than one page of users, and more groups than an aggregate query can return. */
seedOrg(store, { ...DEFAULT_PLAN, users: 2500 });
after(() => store.close());

const admin = sessionFor('admin');
const viewer = sessionFor('viewer');

function sessionFor(persona: 'admin' | 'viewer'): Session {
    const session = sessionOf(store, personaUser(store, persona).userId);
    assert.ok(session);
    return session;
}

function ask(text: string, session = admin, page = 2000): SoqlAnswer {
    return runSoql(store, session.mayRead, text, page);
}

/** The values of the statement's own columns, without the ids that the response needs. */
function rows(text: string): Value[][] {
    const { plan, rows: found } = ask(text, admin, 10_000);
    assert.ok(plan.kind !== 'count');
    return found.map((row) => plan.columns.map(({ at }) => row[at] ?? null));
}

function count(text: string): number {
    return ask(text).total;
}

function errorOf(text: string, session = admin): ApiError {
    try {
        ask(text, session);
    } catch (cause) {
        if (cause instanceof ApiError) return cause;
        throw cause;
    }
    assert.fail(`didn't fail: ${text}`);
}

function countInSql(sql: string): number {
    return Number(store.get(`SELECT count(*) AS n FROM "User" WHERE ${sql}`)?.n);
}

describe('SOQL finds', () => {
    test('rows by names and text in any case, and returns names in the spelling of the org', () => {
        const { plan } = ask("select name, PROFILE.NAME from USER where USERNAME = 'ADA.BYRON@switchboard.EXAMPLE'");
        assert.ok(plan.kind === 'rows');
        assert.deepEqual(
            plan.columns.map(({ name }) => name),
            ['Name', 'Profile.Name']
        );
        assert.deepEqual(rows("SELECT Name, Profile.Name FROM User WHERE username = 'ADA.byron@switchboard.example'"), [
            ['Ada Byron', 'System Administrator']
        ]);
    });

    test('as many users by each comparison as SQL does', () => {
        const boundary = store.get(
            'SELECT "LastLoginDate" AS at FROM "User" WHERE "LastLoginDate" IS NOT NULL LIMIT 1'
        );
        const at = String(boundary?.at);
        for (const [soql, sql] of [
            ['CallCenterId = null', '"CallCenterId" IS NULL'],
            ['CallCenterId != null', '"CallCenterId" IS NOT NULL'],
            ["CallCenterId = ''", '"CallCenterId" IS NULL'],
            ['IsActive = false', '"IsActive" = 0'],
            [`LastLoginDate > ${at}`, `"LastLoginDate" > '${at}'`],
            [`LastLoginDate >= ${at}`, `"LastLoginDate" >= '${at}'`],
            [`LastLoginDate < ${at.replace('Z', '+00:00')}`, `"LastLoginDate" < '${at}'`],
            [`LastLoginDate <= ${at}`, `"LastLoginDate" <= '${at}'`],
            ["Title != 'Agent'", '"Title" IS NOT \'Agent\''],
            ["Title <> 'Agent'", '"Title" IS NOT \'Agent\''],
            ["Title IN ('agent', 'SUPERVISOR')", "lower(\"Title\") IN ('agent', 'supervisor')"],
            ["Title NOT IN ('Agent', null)", '"Title" IS NOT NULL AND "Title" <> \'Agent\''],
            ["(NOT Title LIKE 'a%')", "coalesce(\"Title\", '') NOT LIKE 'a%'"],
            ["Title LIKE '%e%' AND (IsActive = true OR Alias = 'x')", '"Title" LIKE \'%e%\' AND "IsActive" = 1']
        ]) {
            assert.equal(count(`SELECT COUNT() FROM User WHERE ${soql}`), countInSql(String(sql)), soql);
        }
    });

    test('text by wildcards in LIKE, unless they are escaped', () => {
        assert.deepEqual(rows("SELECT LastName FROM User WHERE LastName LIKE '%\\\\%%'"), [['C:\\slash']]);
        assert.deepEqual(rows("SELECT LastName FROM User WHERE LastName LIKE '100\\%%'"), [['100% Certain']]);
        assert.deepEqual(rows("SELECT LastName FROM User WHERE LastName LIKE 'under\\_score'"), [['under_score']]);
        assert.deepEqual(rows("SELECT LastName FROM User WHERE LastName LIKE 'underXscore'"), []);
        assert.deepEqual(rows("SELECT LastName FROM User WHERE LastName = 'C:\\\\slash'"), [['C:\\slash']]);
        assert.deepEqual(rows("SELECT LastName FROM User WHERE LastName = 'o\\'brien' AND FirstName = 'siobhÁN'"), [
            ["O'Brien"]
        ]);
    });

    test('records by ids of 15 or 18 characters', () => {
        const id = admin.userId;
        assert.deepEqual(rows(`SELECT Id FROM User WHERE Id = '${id.slice(0, 15)}'`), [[id]]);
        assert.deepEqual(rows(`SELECT Id FROM User WHERE Id IN ('${id}')`), [[id]]);
    });

    test('fields of parents through up to five relationships', () => {
        assert.deepEqual(
            rows(
                "SELECT Manager.LastName, Manager.Manager.LastName, u.Manager.Manager.Manager.LastName, Manager.Profile.Name FROM User u WHERE u.LastName = 'Footchain'"
            ).map((row) => row.slice(0, 3)),
            [['Lowchain', 'Midchain', 'Topchain']]
        );
        assert.equal(count("SELECT Id FROM User WHERE Manager.Manager.Manager.LastName = 'topCHAIN'"), 1);
        const six = 'Manager.'.repeat(6);
        assert.equal(errorOf(`SELECT ${six}Name FROM User`).code, 'MALFORMED_QUERY');
    });

    test('members of a call center by semi-join, and everyone else by anti-join', () => {
        const members = countInSql(`"CallCenterId" = (SELECT "Id" FROM "CallCenter" WHERE "Name" = '8x8 Work')`);
        assert.ok(members > 0);
        const inside = "(SELECT Id FROM CallCenter WHERE Name = '8x8 work')";
        assert.equal(count(`SELECT Id FROM User WHERE CallCenterId IN ${inside}`), members);
        assert.equal(
            count(`SELECT COUNT() FROM User WHERE CallCenterId NOT IN ${inside}`),
            countInSql('TRUE') - members
        );
        assert.equal(
            count(
                `SELECT Name FROM CallCenter WHERE Id IN (SELECT CallCenterId FROM User WHERE LastName = 'Nowak' AND FirstName = 'Marek')`
            ),
            1
        );
    });

    test('rows in order, with nulls first or last as requested', () => {
        const first = rows('SELECT Title FROM User ORDER BY Title ASC LIMIT 1');
        const last = rows('SELECT Title FROM User ORDER BY Title DESC NULLS LAST LIMIT 1');
        assert.deepEqual(first, [[null]]);
        assert.notDeepEqual(last, [[null]]);
        const two = rows('SELECT LastName, FirstName FROM User ORDER BY LastName DESC, FirstName LIMIT 3 OFFSET 2');
        const five = rows('SELECT LastName, FirstName FROM User ORDER BY LastName DESC, FirstName LIMIT 5');
        assert.deepEqual(two, five.slice(2));
    });

    test('users by date literals', () => {
        const day = (ahead: number) => new Date(Date.UTC(2026, 10, 22 + ahead)).toISOString();
        for (const [literal, from, until] of [
            ['TODAY', day(0), day(1)],
            ['YESTERDAY', day(-1), day(0)],
            ['LAST_N_DAYS:30', day(-30), day(1)],
            ['N_DAYS_AGO:3', day(-3), day(-2)],
            ['LAST_WEEK', day(-7), day(0)],
            ['THIS_MONTH', '2026-11-01', '2026-12-01'],
            ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
            ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
            ['LAST_FISCAL_YEAR', '2025-01-01', '2026-01-01']
        ]) {
            const inside = countInSql(`"LastLoginDate" >= '${from}' AND "LastLoginDate" < '${until}'`);
            assert.equal(count(`SELECT COUNT() FROM User WHERE LastLoginDate = ${literal}`), inside, literal);
            const before = countInSql(`"LastLoginDate" < '${from}'`);
            assert.equal(count(`SELECT COUNT() FROM User WHERE LastLoginDate < ${literal}`), before, literal);
            const later = countInSql(`"LastLoginDate" >= '${until}'`);
            assert.equal(count(`SELECT COUNT() FROM User WHERE LastLoginDate > ${literal}`), later, literal);
        }
        assert.ok(countInSql('"LastLoginDate" >= \'2026-11-01\'') > 0);
    });

    test('every field by FIELDS(ALL), with a LIMIT of at most 200', () => {
        const { plan } = ask('SELECT FIELDS(ALL) FROM User LIMIT 200');
        assert.ok(plan.kind === 'rows');
        assert.equal(plan.columns.length, plan.object.fields.length);
        assert.match(errorOf('SELECT FIELDS(ALL) FROM User').message, /must have a LIMIT of at most 200/);
        assert.match(errorOf('SELECT FIELDS(CUSTOM) FROM CallCenterProfile__c LIMIT 201').message, /at most 200/);
        const custom = ask('SELECT FIELDS(CUSTOM) FROM CallCenterProfile__c LIMIT 200').plan;
        assert.ok(custom.kind === 'rows' && custom.columns.every(({ name }) => name.endsWith('__c')));
    });
});

describe('SOQL aggregates', () => {
    test('count the members of each call center in one statement', () => {
        const found = rows('SELECT CallCenterId, COUNT(Id) members FROM User GROUP BY CallCenterId');
        for (const [id, members] of found) {
            assert.equal(members, countInSql(id === null ? '"CallCenterId" IS NULL' : `"CallCenterId" = '${id}'`));
        }
        assert.equal(
            found.reduce((sum, [, members]) => sum + Number(members), 0),
            countInSql('TRUE')
        );
    });

    test('name columns without an alias expr0, expr1, and so on', () => {
        const { plan } = ask('SELECT COUNT(Id), COUNT_DISTINCT(ProfileId), MAX(Name) m FROM User');
        assert.ok(plan.kind === 'groups');
        assert.deepEqual(
            plan.columns.map(({ name }) => name),
            ['expr0', 'expr1', 'm']
        );
    });

    test('return only the groups that match HAVING, in order', () => {
        const found = rows(
            "SELECT Profile.Name, COUNT(Id) n FROM User GROUP BY Profile.Name HAVING COUNT(Id) > 20 AND Profile.Name != 'Sales User' ORDER BY COUNT(Id) DESC"
        );
        assert.ok(found.length > 1);
        for (const [name, n] of found) assert.ok(Number(n) > 20 && name !== 'Sales User');
        assert.deepEqual(
            found.map(([, n]) => n),
            found.map(([, n]) => n).sort((one, other) => Number(other) - Number(one))
        );
        assert.deepEqual(
            rows(
                "SELECT Profile.Name, COUNT(Id) n FROM User GROUP BY Profile.Name HAVING COUNT(Id) > 20 AND Profile.Name != 'Sales User' ORDER BY COUNT(Id) DESC LIMIT 1 OFFSET 1"
            ),
            found.slice(1, 2)
        );
    });

    test('fail if they have more than one page of groups', () => {
        assert.equal(errorOf('SELECT Id, COUNT(Username) FROM User GROUP BY Id').code, 'EXCEEDED_ID_LIMIT');
        assert.equal(ask('SELECT Id, COUNT(Username) FROM User GROUP BY Id LIMIT 2000').total, 2000);
    });
});

describe('pages of a SOQL query', () => {
    test('contain every row once, in order, with its values at the time the page is read', () => {
        const { plan, rows: first, ids, total } = ask('SELECT Id, Name FROM User ORDER BY Name', admin, 500);
        assert.ok(plan.kind === 'rows' && ids);
        assert.equal(total, countInSql('TRUE'));
        const rest = rowsOf(store, admin.mayRead, plan, ids.slice(500));
        const all = rows('SELECT Name FROM User ORDER BY Name').flat();
        const at = plan.columns[1]?.at ?? -1;
        assert.deepEqual(
            [...first, ...rest].map((row) => row[at]),
            all
        );
    });
});

describe('SOQL returns an error for', () => {
    const cases: [string, string, RegExp][] = [
        [
            "SELECT Id FROM User WHERE Name = 'a' AND Alias = 'b' OR Alias = 'c'",
            'MALFORMED_QUERY',
            /unexpected token: 'OR'/
        ],
        ["SELECT Id FROM User WHERE Name = 'a' AND NOT Alias = 'b'", 'MALFORMED_QUERY', /unexpected token: 'NOT'/],
        [
            'SELECT CallCenter.Name FROM User',
            'INVALID_FIELD',
            /Didn't understand relationship 'CallCenter' in field path/
        ],
        ["SELECT Id FROM User WHERE CallCenter.Name = 'x'", 'INVALID_FIELD', /Didn't understand relationship/],
        [
            'SELECT Nope FROM User',
            'INVALID_FIELD',
            /^\nSELECT Nope FROM User\n {7}\^\nERROR at Row:1:Column:8\nNo such column 'Nope' on entity 'User'\./
        ],
        ['SELECT Id FROM Nope', 'INVALID_TYPE', /ERROR at Row:1:Column:16\nsObject type 'Nope' is not supported\./],
        [
            'SELECT Id FROM User WHERE Name = 5',
            'INVALID_FIELD',
            /must be of type string and should be enclosed in quotes/
        ],
        [
            "SELECT Id FROM User WHERE IsActive = 'true'",
            'INVALID_FIELD',
            /must be of type boolean and should not be enclosed/
        ],
        ['SELECT Id FROM User WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD', /must be of type dateTime/],
        ["SELECT Id FROM User WHERE Id = 'nonsense'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid ID field: nonsense/],
        ["SELECT Id FROM User WHERE CallCenterId LIKE '04v%'", 'INVALID_QUERY_FILTER_OPERATOR', /invalid operator/],
        [
            "SELECT Id FROM User WHERE Name = 'a\\-b'",
            'MALFORMED_QUERY',
            /Illegal character sequence '\\-' in string literal/
        ],
        ['SELECT Id FROM User WHERE Name = :bind', 'MALFORMED_QUERY', /unexpected token: ':'/],
        ['SELECT Id, Name, Id FROM User', 'INVALID_FIELD', /duplicate field selected: Id/],
        ['SELECT Id x FROM User', 'MALFORMED_QUERY', /only aggregate expressions use field aliasing/],
        ['SELECT Name, COUNT(Id) FROM User', 'MALFORMED_QUERY', /Field must be grouped or aggregated: Name/],
        [
            'SELECT COUNT(Id) FROM User GROUP BY IsActive ORDER BY Name',
            'MALFORMED_QUERY',
            /Ordered field must be grouped/
        ],
        ['SELECT MAX(IsActive) FROM User', 'MALFORMED_QUERY', /field IsActive does not support aggregate operator MAX/],
        [
            'SELECT COUNT(Id) FROM User GROUP BY AboutMe',
            'MALFORMED_QUERY',
            /field 'AboutMe' can not be grouped in a query call/
        ],
        [
            'SELECT Id FROM Profile ORDER BY PermissionsViewSetup',
            'MALFORMED_QUERY',
            /can not be sorted in a query call/
        ],
        ['SELECT Id FROM User OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', /Maximum SOQL offset allowed is 2000/],
        ['SELECT FORMAT(CreatedDate) FROM User', 'MALFORMED_QUERY', /FORMAT\(\) in SELECT is not supported/],
        ['SELECT Id FROM User FOR UPDATE', 'MALFORMED_QUERY', /FOR UPDATE is not supported/],
        ['SELECT Id FROM User WITH SECURITY_ENFORCED', 'MALFORMED_QUERY', /WITH SECURITY_ENFORCED is not supported/],
        ['SELECT Id FROM User WITH USER_MODE', 'MALFORMED_QUERY', /WITH USER_MODE is not supported/],
        ['SELECT Id FROM User ALL ROWS', 'MALFORMED_QUERY', /ROWS not allowed in this context/],
        ['SELECT Id FROM User USING SCOPE mine', 'MALFORMED_QUERY', /USING SCOPE is not supported/],
        ['SELECT COUNT(Id) FROM User GROUP BY ROLLUP(Name)', 'MALFORMED_QUERY', /ROLLUP\(Name\) is not supported/],
        [
            'SELECT Id, (SELECT Id FROM Members) FROM CallCenter',
            'INVALID_TYPE',
            /Didn't understand relationship 'Members' in FROM part/
        ],
        [
            'SELECT Id FROM User WHERE Id IN (SELECT ManagerId FROM User)',
            'MALFORMED_QUERY',
            /should not be on the same object type/
        ],
        [
            "SELECT Id FROM User WHERE Alias = 'x' OR CallCenterId IN (SELECT Id FROM CallCenter)",
            'MALFORMED_QUERY',
            /Semi join sub-selects are not allowed with the 'OR' operator/
        ],
        [
            'SELECT Id FROM User WHERE Name IN (SELECT Name FROM CallCenter)',
            'MALFORMED_QUERY',
            /must be ID or reference/
        ],
        [
            'SELECT Id FROM User WHERE ProfileId IN (SELECT Id FROM CallCenter)',
            'MALFORMED_QUERY',
            /must be an ID or reference/
        ],
        ['', 'MALFORMED_QUERY', /unexpected token/],
        ['FIND {x}', 'MALFORMED_QUERY', /no viable alternative at character '\{'/],
        ["SELECT Id FROM User WHERE Name = 'open", 'MALFORMED_QUERY', /no viable alternative at character/],
        [`SELECT Id FROM User WHERE ${'('.repeat(2000)}Id = null${')'.repeat(2000)}`, 'MALFORMED_QUERY', /./],
        [
            `SELECT Id FROM User WHERE Name = '${'x'.repeat(100_001)}'`,
            'MALFORMED_QUERY',
            /longer than 100000 characters/
        ]
    ];
    for (const [text, code, words] of cases) {
        test(text.slice(0, 100) || 'an empty statement', () => {
            const found = errorOf(text);
            assert.equal(found.code, code, found.message);
            assert.match(found.message, words);
        });
    }

    test("a field that the user can't see, in any clause", () => {
        for (const text of [
            'SELECT EmployeeNumber FROM User',
            "SELECT Id FROM User WHERE EmployeeNumber = '1'",
            'SELECT Id FROM User ORDER BY EmployeeNumber',
            'SELECT COUNT(EmployeeNumber) FROM User',
            'SELECT Manager.EmployeeNumber FROM User'
        ]) {
            assert.equal(errorOf(text, viewer).code, 'INVALID_FIELD', text);
            ask(text, admin);
        }
    });

    test('no text in a literal, even if it looks like SQL', () => {
        const before = countInSql('TRUE');
        for (const junk of [
            "x' OR 1=1 --",
            '"; DROP TABLE "User"; --',
            "') UNION SELECT 1",
            '\u0000\u0007',
            '😀'.repeat(50)
        ]) {
            const literal = junk.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
            assert.equal(count(`SELECT COUNT() FROM User WHERE Name = '${literal}'`), 0);
            assert.equal(count(`SELECT COUNT() FROM User WHERE Name LIKE '%${literal}%'`), 0);
        }
        assert.equal(countInSql('TRUE'), before);
    });
});
