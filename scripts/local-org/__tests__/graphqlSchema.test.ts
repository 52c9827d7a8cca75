import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestOrg, USERS_QUERY, type TestOrg } from './testOrg.ts';

let testOrg: TestOrg;
before(async () => {
    testOrg = await startTestOrg();
});
after(async () => {
    assert.deepEqual(testOrg.org.requests.failures, []);
    await testOrg.org.close();
});

async function errorOf(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const answer = await testOrg.graphql(query, variables);
    assert.deepEqual(answer.data, {});
    const [error] = answer.errors;
    assert.ok(error);
    assert.deepEqual(error.paths, []);
    return `${error.extensions.ErrorType} | ${error.message}`;
}

const inUsers = (selection: string, args = '') =>
    `{ uiapi { query { User${args} { edges { node { ${selection} } } } } } }`;

describe('The schema rejects', () => {
    const cases: [string, string, RegExp][] = [
        [
            'CallCenter, which UI API does not support',
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
            'a field without its value',
            inUsers('Name'),
            /SubselectionRequired: Subselection required for type 'StringValue' of field 'Name'/
        ],
        ['the value of an Id', inUsers('Id { value }'), /SubselectionNotAllowed/],
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
            'an unknown sort order',
            inUsers('Id', '(orderBy: { Name: { order: UP } })'),
            /WrongType: the value 'UP' is not a valid 'ResultOrder'/
        ],
        ['an undeclared variable', inUsers('Id', '(first: $n)'), /UndefinedVariable: Undefined variable 'n'/],
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
            'more than 10 subqueries',
            `{ uiapi { query { ${Array.from({ length: 11 }, (_, n) => `q${n}: User { totalCount }`).join(' ')} } } }`,
            /more than 10 subqueries/
        ],
        [
            'more than 10 subqueries, when one is in a named fragment',
            `{ uiapi { query { ${Array.from({ length: 10 }, (_, n) => `q${n}: User { totalCount }`).join(' ')} ...More } } }
            fragment More on RecordQuery { more: User { totalCount } }`,
            /more than 10 subqueries/
        ],
        [
            'more than 10 subqueries, when all are in fragments of fragments',
            `{ ...All } fragment All on Query { uiapi { ...Some } } fragment Some on UIAPI { query { ...More ... on RecordQuery { ...More } } }
            fragment More on RecordQuery { ${Array.from({ length: 6 }, (_, n) => `q${n}: User { totalCount }`).join(' ')} }`,
            /more than 10 subqueries/
        ],
        [
            'a fragment that spreads itself',
            '{ uiapi { query { ...Again } } } fragment Again on RecordQuery { User { totalCount } ...Again }',
            /FragmentCycle|fragment/i
        ],
        [
            'an unknown scope',
            inUsers('Id', '(scope: OURS)'),
            /WrongType: the value 'OURS' is not a valid 'SupportedScopes'/
        ],
        [
            'text that is not a document',
            '{ uiapi { query ',
            /^InvalidSyntax \| Invalid syntax with offending token '<EOF>' at line 1 column 17$/
        ],
        [
            'updating a field that cannot be updated',
            'mutation { uiapi { UserUpdate(input: { Id: "x", User: { Name: "y" } }) { Record { Id } } } }',
            /WrongType: contains a field not in 'UserUpdateRepresentation': 'Name'/
        ],
        [
            'deleting users, which Salesforce does not allow',
            'mutation { uiapi { UserDelete(input: { Id: "x" }) { Id } } }',
            /FieldUndefined: Field 'UserDelete'/
        ],
        [
            'grouping by a field that cannot be grouped',
            '{ uiapi { aggregate { User(groupBy: { LastLoginDate: { group: true } }) { edges { node { aggregate { Id { count { value } } } } } } } } }',
            /WrongType: contains a field not in 'User_GroupBy'/
        ]
    ];
    for (const [what, query, message] of cases) {
        test(what, async () => assert.match(await errorOf(query), message));
    }

    test('a variable with a value of the wrong type', async () => {
        assert.match(
            await errorOf(USERS_QUERY, { first: 'ten' }),
            /^ValidationError \| Variable 'first' has an invalid value/
        );
    });
});
