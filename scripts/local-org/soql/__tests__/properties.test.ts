import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { personaUser } from '../../access/personas.ts';
import { sessionOf } from '../../access/session.ts';
import { objectTable } from '../../objects/objectTable.ts';
import { DEFAULT_PLAN } from '../../seed/seedPlan.ts';
import { seedOrg } from '../../seed/seedOrg.ts';
import { ApiError } from '../../apiError.ts';
import { foldText } from '../../store/foldText.ts';
import { openStore } from '../../store/store.ts';
import { runSoql } from '../runSoql.ts';

const { store } = openStore(objectTable(), null, () => new Date('2026-11-22T12:00:00Z'));
seedOrg(store, { ...DEFAULT_PLAN, users: 300 });
after(() => store.close());
const session = sessionOf(store, personaUser(store, 'admin').userId);
assert.ok(session);
const { mayRead } = session;

interface User {
    Id: string;
    LastName: string;
    Title: string | null;
    IsActive: number;
    CallCenterId: string | null;
}
const users = store.all(
    'SELECT "Id", "LastName", "Title", "IsActive", "CallCenterId" FROM "User"'
) as unknown as User[];

/** A condition in SOQL, and the same condition as a JavaScript function. */
interface Condition {
    soql: string;
    test: (user: User) => boolean;
}

const folded = (text: string | null) => (text === null ? null : foldText(text));
const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
const title = fc.constantFrom(...new Set(users.map(({ Title }) => Title ?? 'Nobody')));
const lastName = fc.constantFrom(...new Set(users.map(({ LastName }) => LastName)));
const center = fc.constantFrom(...new Set(users.map(({ CallCenterId }) => CallCenterId)));
const literal = (id: string | null) => (id === null ? 'null' : quoted(id));

const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc
        .boolean()
        .map((value) => ({ soql: `IsActive = ${value}`, test: (user: User) => (user.IsActive === 1) === value })),
    title.map((value) => ({
        soql: `Title = ${quoted(value.toUpperCase())}`,
        test: ({ Title }: User) => folded(Title) === folded(value)
    })),
    title.map((value) => ({
        soql: `title != ${quoted(value)}`,
        test: ({ Title }: User) => folded(Title) !== folded(value)
    })),
    center.map((value) => ({
        soql: `CallCenterId != ${literal(value)}`,
        test: ({ CallCenterId }: User) => CallCenterId !== value
    })),
    fc.array(center, { minLength: 1, maxLength: 4 }).map((values) => ({
        soql: `CallCenterId IN (${values.map(literal).join(', ')})`,
        test: ({ CallCenterId }: User) => values.includes(CallCenterId)
    })),
    fc.array(lastName, { minLength: 1, maxLength: 4 }).map((values) => ({
        soql: `LastName NOT IN (${values.map(quoted).join(', ')})`,
        test: ({ LastName }: User) => !values.map(folded).includes(folded(LastName))
    })),
    lastName.map((value) => ({
        soql: `LastName LIKE '%${value.slice(1, 4).replace(/[\\%_']/g, '\\$&')}%'`,
        test: ({ LastName }: User) => foldText(LastName).includes(foldText(value.slice(1, 4)))
    }))
);

const { condition: anyCondition } = fc.letrec<{ condition: Condition; group: Condition }>((tie) => ({
    condition: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.oneof(leaf, tie('group')).map(({ soql, test }) => ({
            soql: `(NOT (${soql}))`,
            test: (user: User) => !test(user)
        })),
        tie('group')
    ),
    group: fc.tuple(fc.boolean(), fc.array(tie('condition'), { minLength: 2, maxLength: 4 })).map(([every, parts]) => ({
        soql: `(${parts.map(({ soql }) => soql).join(every ? ' AND ' : ' or ')})`,
        test: (user: User) => (every ? parts.every(({ test }) => test(user)) : parts.some(({ test }) => test(user)))
    }))
}));

/** Excludes three consecutive NOTs, which fail with an error. See the test below. */
const condition = anyCondition.filter(({ soql }) => !/NOT[\s(]+NOT[\s(]+NOT/.test(soql));

function found(where: string, rest = ''): string[] {
    const { plan, rows } = runSoql(store, mayRead, `SELECT Id FROM User WHERE ${where} ${rest}`, 10_000);
    assert.ok(plan.kind === 'rows');
    return rows.map((row) => String(row[plan.shape.idAt]));
}

describe('any SOQL condition', () => {
    test('finds the same users as the JavaScript function', () => {
        fc.assert(
            fc.property(condition, ({ soql, test: holds }) => {
                assert.deepEqual(
                    found(soql).sort(),
                    users
                        .filter(holds)
                        .map(({ Id }) => Id)
                        .sort(),
                    soql
                );
            }),
            { numRuns: 400 }
        );
    });

    test('returns the same rows in pages of LIMIT and OFFSET as all at once', () => {
        fc.assert(
            fc.property(condition, fc.integer({ min: 1, max: 90 }), ({ soql }, size) => {
                const pages = Array.from({ length: Math.ceil(users.length / size) }, (_, index) =>
                    found(soql, `ORDER BY LastName DESC LIMIT ${size} OFFSET ${index * size}`)
                );
                assert.deepEqual(pages.flat(), found(soql, 'ORDER BY LastName DESC'));
            }),
            { numRuns: 60 }
        );
    });
});

describe('three nested NOTs', () => {
    test('fail with an error, because the parser would reverse their meaning', () => {
        for (const where of ['(NOT ((NOT ((NOT (IsActive = true))))))', '(NOT (NOT (NOT IsActive = true)))']) {
            assert.throws(() => found(where), ApiError);
        }
        assert.equal(
            found('(NOT (NOT IsActive = true))').length,
            users.filter(({ IsActive }) => IsActive === 1).length
        );
    });
});

describe('any text in a literal', () => {
    test('is compared as text, ignoring case, and never runs as SOQL or SQL', () => {
        const text = fc.oneof(
            lastName,
            fc.string({ unit: 'grapheme', maxLength: 60 }),
            fc.string({ unit: 'binary', maxLength: 30 })
        );
        fc.assert(
            fc.property(text, (given) => {
                const same = users.filter(({ LastName }) => foldText(LastName) === foldText(given));
                assert.equal(found(`LastName = ${quoted(given)}`).length, same.length);
            }),
            { numRuns: 400 }
        );
    });
});
