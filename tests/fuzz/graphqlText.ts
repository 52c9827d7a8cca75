import fc from 'fast-check';
import { fieldName, junk, literal, objectName } from './text.ts';

/** Generates text that's almost valid GraphQL. */

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
