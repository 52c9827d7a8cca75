import fc from 'fast-check';
import { fieldName, junk, literal, objectName } from './text.ts';

/** Generates text that's almost valid SOQL. */

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
