import fc from 'fast-check';
import { objectTable } from '../../scripts/local-org/objects/objectTable.ts';

/** Generates random text, and text that's almost valid SOQL or GraphQL. */

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

const literal = fc.oneof(
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
const operator = fc.constantFrom(
    '=',
    '!=',
    '<>',
    '<',
    '<=',
    '>',
    '>=',
    'LIKE',
    'IN',
    'NOT IN',
    'INCLUDES',
    '==',
    'IS',
    '~'
);
const comparison = fc.tuple(fieldName, operator, literal).map((parts) => parts.join(' '));
const clause = fc.oneof(
    fc
        .array(comparison, { minLength: 1, maxLength: 4 })
        .chain((all) => fc.constantFrom(' AND ', ' OR ', ' AND NOT ', ' ').map((word) => `WHERE ${all.join(word)}`)),
    comparison.map((one) => `WHERE (${one})`),
    fieldName.map((name) => `ORDER BY ${name} DESC NULLS LAST`),
    fieldName.map((name) => `GROUP BY ${name} HAVING COUNT(Id) > 1`),
    fc.constantFrom(
        'LIMIT 1',
        'LIMIT -1',
        'LIMIT 1e9',
        'OFFSET 2001',
        'LIMIT 0',
        'FOR UPDATE',
        'WITH SECURITY_ENFORCED',
        'ALL ROWS',
        'USING SCOPE mine',
        ';DROP TABLE "User"',
        '-- ',
        '/* */'
    )
);
const selected = fc.oneof(
    fieldName,
    fc
        .tuple(
            fc.constantFrom('COUNT', 'MAX', 'SUM', 'AVG', 'toLabel', 'FORMAT', 'FIELDS', 'DISTANCE', 'COUNT_DISTINCT'),
            fc.oneof(fieldName, fc.constantFrom('', 'ALL', '*'))
        )
        .map(([name, of]) => `${name}(${of})`),
    fc.constantFrom('(SELECT Id FROM Users)', 'TYPEOF Owner WHEN User THEN Id END', '*')
);
const nearSoql = fc
    .tuple(fc.array(selected, { minLength: 1, maxLength: 4 }), objectName, fc.array(clause, { maxLength: 3 }))
    .map(([fields, object, clauses]) => `SELECT ${fields.join(', ')} FROM ${object} ${clauses.join(' ')}`);
const soqlWords = fc
    .array(
        fc.oneof(
            fc.constantFrom(
                'SELECT',
                'FROM',
                'WHERE',
                'AND',
                'OR',
                'NOT',
                'IN',
                '(',
                ')',
                ',',
                'Id',
                'User',
                '=',
                "'x'",
                'NULL',
                'LIMIT',
                'GROUP',
                'BY',
                'ORDER',
                'HAVING',
                'LIKE'
            ),
            junk
        ),
        { maxLength: 25 }
    )
    .map((words) => words.join(' '));
export const soql = fc.oneof(
    { weight: 6, arbitrary: nearSoql },
    { weight: 2, arbitrary: soqlWords },
    { weight: 1, arbitrary: junk },
    {
        weight: 1,
        arbitrary: fc
            .nat(2000)
            .map((deep) => `SELECT Id FROM User WHERE ${'('.repeat(deep)}Name = 'x'${')'.repeat(deep)}`)
    }
);

const graphqlWords = fc
    .array(
        fc.oneof(
            fc.constantFrom(
                'query',
                'mutation',
                '{',
                '}',
                '(',
                ')',
                ':',
                '$',
                '@optional',
                '@skip(if: true)',
                '...',
                'on',
                'fragment',
                'uiapi',
                'query',
                'User',
                'edges',
                'node',
                'Id',
                'first: 5',
                '"""',
                '__schema',
                '__typename'
            ),
            junk
        ),
        { maxLength: 30 }
    )
    .map((words) => words.join(' '));
const graphqlValue: fc.Arbitrary<string> = fc.letrec((tie) => ({
    value: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(
            literal.map((text) => text.replaceAll("'", '"')),
            fc.constantFrom('null', '$v', 'ASC', '[]', '{}')
        ),
        fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
        fc
            .array(
                fc.tuple(
                    fc.oneof(
                        fc.constantFrom(
                            'and',
                            'or',
                            'not',
                            'eq',
                            'in',
                            'like',
                            'inq',
                            'ne',
                            'gt',
                            'order',
                            'nulls',
                            'group',
                            'literal',
                            'range',
                            'value',
                            'ApiName'
                        ),
                        fieldName
                    ),
                    tie('value')
                ),
                { maxLength: 3 }
            )
            .map((all) => `{${all.map(([name, of]) => `${name}: ${of}`).join(', ')}}`)
    )
})).value as fc.Arbitrary<string>;
const argument = fc
    .tuple(fc.constantFrom('first', 'after', 'upperBound', 'where', 'orderBy', 'groupBy', 'input'), graphqlValue)
    .map(([name, value]) => `${name}: ${value}`);
const nearGraphql = fc
    .tuple(
        fc.constantFrom('query', 'aggregate'),
        objectName,
        fc.array(argument, { maxLength: 3 }),
        fc.array(fieldName, { minLength: 1, maxLength: 4 })
    )
    .map(([branch, object, given, fields]) => {
        const below =
            branch === 'query'
                ? fields.map((name) => `${name} { value displayValue }`).join(' ')
                : `aggregate { ${fields.map((name) => `${name} { value count { value } max { value } }`).join(' ')} }`;
        return `query ($v: ID) { uiapi { ${branch} { ${object}${given.length > 0 ? `(${given.join(', ')})` : ''} { edges { node { ${below} } } totalCount pageInfo { endCursor hasNextPage } } } } }`;
    });
const nearMutation = fc
    .tuple(
        fc.constantFrom('Create', 'Update', 'Delete', 'Upsert'),
        objectName,
        fc.array(fc.tuple(fieldName, graphqlValue), { maxLength: 3 }),
        junk,
        fc.constantFrom('', '(input: {allOrNone: false})', '(input: {allOrNone: 3})')
    )
    .map(
        ([kind, object, fields, id, input]) =>
            `mutation { uiapi${input} { a: ${object}${kind}(input: { Id: ${JSON.stringify(id)}, ${object}: { ${fields.map(([name, value]) => `${name}: ${value}`).join(', ')} } }) { Record { Id } } b: UserUpdate(input: { Id: "@{a}", User: {} }) { Record { Id } } } }`
    );
const enormous = fc.oneof(
    fc
        .nat(3000)
        .map(
            (deep) =>
                `{ uiapi { query { User { edges { node { ${'Manager { '.repeat(deep)} Id ${'}'.repeat(deep)} } } } } } }`
        ),
    fc
        .nat(3000)
        .map(
            (deep) =>
                `{ uiapi { query { User(where: ${'{ not: '.repeat(deep)}{}${'}'.repeat(deep)}) { totalCount } } } }`
        ),
    fc
        .nat(20_000)
        .map(
            (wide) =>
                `{ uiapi { query { ${Array.from({ length: wide }, (_, n) => `a${n}: User { totalCount }`).join(' ')} } } }`
        ),
    fc
        .nat(20_000)
        .map(
            (wide) =>
                `{ uiapi { query { User { edges { node { ${Array.from({ length: wide }, (_, n) => `a${n}: Id`).join(' ')} } } } } } }`
        ),
    fc
        .nat(2000)
        .map(
            (many) =>
                `query { ...f0 } ${Array.from({ length: many }, (_, n) => `fragment f${n} on Query { ...f${n + 1} }`).join(' ')}`
        )
);
export const graphql = fc.oneof(
    { weight: 30, arbitrary: nearGraphql },
    { weight: 20, arbitrary: nearMutation },
    { weight: 10, arbitrary: graphqlWords },
    { weight: 5, arbitrary: junk },
    { weight: 1, arbitrary: enormous }
);
