import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startAsked, USERS_QUERY, type Asked } from './asking.ts';

let asked: Asked;
before(async () => {
    asked = await startAsked();
});
after(async () => {
    assert.deepEqual(asked.org.requests.failures, []);
    await asked.org.close();
});

async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const answer = await asked.graphql(query, variables);
    assert.deepEqual(answer.data, {});
    const [error] = answer.errors;
    assert.ok(error);
    assert.deepEqual(error.paths, []);
    return `${error.extensions.ErrorType} | ${error.message}`;
}

const inUsers = (selection: string, args = '') =>
    `{ uiapi { query { User${args} { edges { node { ${selection} } } } } } }`;

describe('the schema is strict: it refuses', () => {
    const cases: [string, string, RegExp][] = [
        [
            'CallCenter, which UI API does not serve',
            '{ uiapi { query { CallCenter { edges { node { Id } } } } } }',
            /^ValidationError \| Validation error of type FieldUndefined: Field 'CallCenter' in type 'RecordQuery' is undefined @ 'uiapi\/query\/CallCenter'$/
        ],
        [
            'PermissionSetAssignment',
            '{ uiapi { query { PermissionSetAssignment { edges { node { Id } } } } } }',
            /FieldUndefined/
        ],
        [
            'the call center of a user as a record',
            inUsers('CallCenter { Name { value } }'),
            /FieldUndefined: Field 'CallCenter' in type 'User' is undefined @ 'uiapi\/query\/User\/edges\/node\/CallCenter'/
        ],
        ['an unknown field', inUsers('Shoe { value }'), /FieldUndefined: Field 'Shoe'/],
        [
            'a value that is not unwrapped',
            inUsers('Name'),
            /SubselectionRequired: Subselection required for type 'StringValue' of field 'Name'/
        ],
        ['an unwrapped Id', inUsers('Id { value }'), /SubselectionNotAllowed/],
        ['an unknown argument', inUsers('Id', '(limit: 3)'), /UnknownArgument: Unknown field argument limit/],
        [
            'an unknown operator',
            inUsers('Id', '(where: { Name: { contains: "x" } })'),
            /WrongType: contains a field not in 'StringOperators': 'contains'/
        ],
        [
            'like on an id',
            inUsers('Id', '(where: { CallCenterId: { like: "04v%" } })'),
            /WrongType: contains a field not in 'IdOperators': 'like'/
        ],
        ['an operand of the wrong type', inUsers('Id', '(where: { IsActive: { eq: "yes" } })'), /WrongType/],
        [
            'an order that is none',
            inUsers('Id', '(orderBy: { Name: { order: UP } })'),
            /WrongType: the value 'UP' is not a valid 'ResultOrder'/
        ],
        ['a variable nobody declared', inUsers('Id', '(first: $n)'), /UndefinedVariable: Undefined variable 'n'/],
        [
            'a variable of another type',
            `query ($n: String) ${inUsers('Id', '(first: $n)')}`,
            /VariableTypeMismatch: Variable type 'String' does not match expected type 'Int'/
        ],
        [
            'an unknown type',
            `query ($w: Users_Filter) ${inUsers('Id', '(where: $w)')}`,
            /UnknownType: Unknown type Users_Filter/
        ],
        [
            'a variable in @include',
            `query ($x: Boolean!) ${inUsers('Id Name @include(if: $x) { value }')}`,
            /Variables are not supported/
        ],
        [
            'more than 10 subqueries',
            `{ uiapi { query { ${Array.from({ length: 11 }, (_, n) => `q${n}: User { totalCount }`).join(' ')} } } }`,
            /more than 10 subqueries/
        ],
        [
            'text that is no document',
            '{ uiapi { query ',
            /^InvalidSyntax \| Invalid syntax with offending token '<EOF>' at line 1 column 17$/
        ],
        [
            'an update of a field that cannot be updated',
            'mutation { uiapi { UserUpdate(input: { Id: "x", User: { Name: "y" } }) { Record { Id } } } }',
            /WrongType: contains a field not in 'UserUpdateRepresentation': 'Name'/
        ],
        [
            'a delete of users, which nobody can',
            'mutation { uiapi { UserDelete(input: { Id: "x" }) { Id } } }',
            /FieldUndefined: Field 'UserDelete'/
        ],
        [
            'grouping by a field that cannot be grouped',
            '{ uiapi { aggregate { User(groupBy: { LastLoginDate: { group: true } }) { edges { node { aggregate { Id { count { value } } } } } } } } }',
            /WrongType: contains a field not in 'User_GroupBy'/
        ]
    ];
    for (const [what, query, words] of cases) {
        test(what, async () => assert.match(await refusal(query), words));
    }

    test('a variable whose value is of the wrong type', async () => {
        assert.match(
            await refusal(USERS_QUERY, { first: 'ten' }),
            /^ValidationError \| Variable 'first' has an invalid value/
        );
    });
});
