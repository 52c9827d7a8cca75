/**
 * Documents and configs that `lightning/graphql` refuses before it sends anything. The words come from Salesforce's own
 * parser (`@conduit-client/onestore-graphql-parser`).
 */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { GraphQLConfig, GraphQLResult } from 'lightning/graphql';
import { executeMutation, gql, graphql } from '../lds/graphql.ts';
import { fakeFetch, settle, type Asked } from './fakeFetch.ts';

const FOREIGN = /^Could not resolve AST\. Did you parse the query with gql\?$/;
const READ = '{ uiapi { query { User { totalCount } } } }';
const WRITE = 'mutation { uiapi { UserUpdate(input: {}) { success } } }';

let asked: Asked[] = [];

beforeEach(() => {
    asked = fakeFetch();
});

function wire() {
    const given: GraphQLResult[] = [];
    const adapter = new graphql((value) => given.push(value));
    adapter.connect();
    return { adapter, given };
}

/** What a wire or a mutation throws, if it throws what is expected. */
const message = (pattern: RegExp) => (thrown: unknown) => {
    assert.ok(thrown instanceof Error);
    assert.match(thrown.message, pattern);
    return true;
};

const foreign: [string, unknown][] = [
    ['text', READ],
    ['an object', {}],
    ['a String that gql did not make', new String('')],
    ['a parsed document', { kind: 'Document', definitions: [] }],
    ['a copy of a document', structuredClone(gql(READ))]
];
for (const [name, query] of foreign) {
    test(`${name} instead of a document is refused, and nothing is sent`, async () => {
        const config = { query } as GraphQLConfig;
        assert.throws(() => wire().adapter.update(config), message(FOREIGN));
        await assert.rejects(executeMutation(config), message(FOREIGN));
        assert.equal(asked.length, 0);
    });
}

test('a document instead of a config gives no answer, and nothing is sent', async () => {
    assert.equal(await executeMutation(gql(WRITE) as unknown as GraphQLConfig), undefined);
    assert.equal(asked.length, 0);
});

for (const query of [undefined, null]) {
    test(`without a document (${query}), there is no answer, and nothing is sent`, async () => {
        const config = { query } as unknown as GraphQLConfig;
        const { adapter, given } = wire();
        adapter.update(config);
        assert.equal(await executeMutation(config), undefined);
        await settle();
        // The first emission is empty.
        assert.deepEqual([asked.length, given.length, given[0]!.data, given[0]!.errors], [0, 1, undefined, undefined]);
    });
}

test('a mutation is refused in a wire, and a query in executeMutation', async () => {
    const inWire = /^Mutation operations are not supported in this context$/;
    assert.throws(() => wire().adapter.update({ query: gql(WRITE) }), message(inWire));
    const inCall = /^Query operations are not supported in this context$/;
    await assert.rejects(executeMutation({ query: gql(READ) }), message(inCall));
    assert.equal(asked.length, 0);
});

test('the operation that operationName names decides', async () => {
    const query = gql(`query read ${READ} ${WRITE.replace('mutation', 'mutation write')}`);
    await assert.rejects(executeMutation({ query, operationName: 'read' }), message(/^Query operations/));
    void executeMutation({ query, operationName: 'write' });
    assert.deepEqual([asked.length, (asked[0]!.body as { operationName?: string }).operationName], [1, 'write']);
});

test('a document that does not parse is refused in the answer, and nothing is sent', async () => {
    const query = gql('query { uiapi {');
    const { adapter, given } = wire();
    adapter.update({ query });
    const answers = [given.at(-1)!, (await executeMutation({ query }))!];
    for (const { data, errors } of answers) {
        assert.equal(data, undefined);
        assert.match(errors![0]!.message, /^Syntax Error: Expected Name, found <EOF>\.$/);
        assert.deepEqual(errors![0]!.locations, [{ line: 1, column: 16 }]);
    }
    await given.at(-1)!.refresh!();
    assert.equal(asked.length, 0);
});

test('gql does not throw, whatever it is called with, unless text cannot be split into words', () => {
    for (const given of ['', '   ', undefined, '{', 'no document', ['{ a ', ' }']])
        assert.equal(typeof gql(given as string), 'object');
    assert.equal(typeof gql`{ a ${undefined as unknown as string} }`, 'object');
    // Observed: the parser reads the words of a document outside its own error handling.
    assert.throws(() => gql('{ a(b: "c) }'), message(/^Syntax Error: Unterminated string\.$/));
});

test('a wire that was refused answers again when its document changes', async () => {
    const { adapter, given } = wire();
    adapter.update({ query: gql('{') });
    assert.equal(given.at(-1)!.errors?.length, 1);
    adapter.update({ query: gql(READ) });
    await asked[0]!.answer({ data: { n: 1 } });
    assert.deepEqual(given.at(-1)!.data, { n: 1 });
    assert.throws(() => adapter.update({ query: gql(WRITE) }));
    const before = given.length;
    await given.at(-1)!.refresh!();
    assert.deepEqual([given.length, asked.length], [before, 1]);
});
