import fc from 'fast-check';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';

/** Generates random text, and names and literals that are mostly valid. */

const objects = objectTable().all;

export const junk = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'\\\'"`%_(){}[]:;,.\0\u0001\n-'), maxLength: 40 }),
    fc.constantFrom(
        '',
        '\0',
        "'",
        "\\'",
        '%',
        '\\',
        '\uD800',
        '١٢٣',
        'ﬁ',
        'İ',
        '__proto__',
        'constructor',
        'toString',
        '../..',
        '%00',
        '%2e%2e%2f'
    )
);

export const objectName = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...objects.map(({ name }) => name)) },
    {
        weight: 1,
        arbitrary: fc.constantFrom('Account', 'user', 'USER', 'hasOwnProperty', '__proto__', 'sqlite_schema', 'User"--')
    },
    { weight: 1, arbitrary: junk }
);
export const fieldName = fc.oneof(
    {
        weight: 8,
        arbitrary: fc.constantFrom(...new Set(objects.flatMap(({ fields }) => fields.map(({ name }) => name))))
    },
    {
        weight: 2,
        arbitrary: fc.constantFrom(
            'Profile.Name',
            'Manager.Manager.Name',
            'CallCenter.Name',
            'Name$',
            'rowid',
            'Id ',
            '__proto__',
            'a.b.c.d.e.f.g.h'
        )
    },
    { weight: 1, arbitrary: junk }
);

/** A literal of SOQL. */
export const literal = fc.oneof(
    fc.constantFrom(
        'null',
        'true',
        "''",
        "'%'",
        "'\\\\'",
        "'\\'",
        '1e999',
        '-0',
        '99999999999999999999',
        '2026-02-30',
        '2026-11-22T00:00:00Z',
        'TODAY',
        'LAST_N_DAYS:99999999999',
        'LAST_N_DAYS:x',
        "('a','b')",
        '()',
        '(SELECT Id FROM User)',
        '(SELECT CallCenterId FROM User)'
    ),
    junk.map((text) => `'${text}'`),
    fc.integer().map(String),
    fc.double().map(String)
);
