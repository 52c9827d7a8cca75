import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { executeMutation, gql, graphql } from '../lds/graphql.ts';
import { fakeFetch, settle, type Asked } from './fakeFetch.ts';
import { fresh, wire } from './wire.ts';

let asked: Asked[] = [];

beforeEach(() => {
    asked = fakeFetch();
});

test('a wire emits nothing at first and then the response, and sends nothing without a query', async () => {
    const { adapter, given, last } = wire({ query: undefined });
    await settle();
    assert.equal(asked.length, 0);
    assert.deepEqual([given.length, last().data, last().errors], [1, undefined, undefined]);

    adapter.update({ query: fresh(), variables: { first: 5 } });
    assert.deepEqual(asked[0]!.body.variables, { first: 5 });
    assert.deepEqual([asked[0]!.method, asked[0]!.url], ['POST', '/services/data/v66.0/graphql']);
    await asked[0]!.answer({ data: { uiapi: { n: 1 } }, errors: [] });
    assert.deepEqual(last().data, { uiapi: { n: 1 } });
    assert.equal(last().errors, undefined);
});

test('a wire sends no document with a variable in @skip or @include, and emits an error', async () => {
    for (const directive of ['skip', 'include']) {
        const { last } = wire({
            query: gql`query ($on: Boolean!) { uiapi @${directive}(if: $on) { query { User { totalCount } } } }`,
            variables: { on: true }
        });
        await settle();
        assert.match(last().errors?.[0]?.message ?? '', /Variables are not supported/);
        await last().refresh!();
    }
    assert.equal(asked.length, 0);
});

test('the value of a wire cannot be changed', async () => {
    const { last } = wire({ query: fresh() });
    await asked[0]!.answer({ data: { list: [{ a: 1 }] } });
    const data = last().data as { list: { a: number }[] };
    assert.throws(() => data.list.push({ a: 2 }), TypeError);
    assert.throws(() => (data.list[0]!.a = 2), TypeError);
    assert.throws(() => (last().data = null), TypeError);
});

test('wires with the same query and variables share one request, and later its cached response', async () => {
    const query = fresh();
    const one = wire({ query, variables: { a: 1, b: 2 } });
    const other = wire({ query, variables: { b: 2, a: 1 } });
    assert.equal(asked.length, 1);
    await asked[0]!.answer({ data: { n: 1 } });
    const late = wire({ query, variables: { a: 1, b: 2 } });
    await settle();
    assert.equal(asked.length, 1);
    for (const { last } of [one, other, late]) assert.deepEqual(last().data, { n: 1 });

    wire({ query, variables: { a: 2, b: 2 } });
    assert.equal(asked.length, 2);
});

test('refresh skips the cache, gives every wire of the query the new response, and then resolves', async () => {
    const query = fresh();
    const one = wire({ query });
    const other = wire({ query });
    await asked[0]!.answer({ data: { n: 1 } });

    let settled = false;
    const refreshed = one.last().refresh!().then(() => (settled = true));
    await settle();
    assert.equal(asked.length, 2);
    assert.equal(settled, false);
    await asked[1]!.answer({ data: { n: 2 } });
    await refreshed;
    assert.deepEqual([one.last().data, other.last().data], [{ n: 2 }, { n: 2 }]);
});

test('a response that arrives after a newer one is dropped', async () => {
    const { last } = wire({ query: fresh() });
    await asked[0]!.answer({ data: { n: 0 } });
    const older = last().refresh!();
    const newer = last().refresh!();
    await asked[2]!.answer({ data: { n: 2 } });
    await asked[1]!.answer({ data: { n: 1 } });
    await Promise.all([older, newer]);
    assert.deepEqual(last().data, { n: 2 });
});

test('a mutation does not change cached responses; only refresh does', async () => {
    const query = fresh();
    const { given } = wire({ query });
    await asked[0]!.answer({ data: { n: 1 } });
    const before = given.length;
    const done = executeMutation({
        query: gql`
            mutation m {
                uiapi {
                    x
                }
            }
        `
    });
    await asked[1]!.answer({ data: { uiapi: { x: 1 } }, errors: [] });
    assert.deepEqual(await done, { data: { uiapi: { x: 1 } }, errors: undefined });
    const late = wire({ query });
    await settle();
    assert.deepEqual([given.length, asked.length, late.last().data], [before, 2, { n: 1 }]);
});

test('a wire gets no responses of an old query, and none after it was disconnected', async () => {
    const { adapter, given, last } = wire({ query: fresh() });
    adapter.update({ query: fresh() });
    await asked[1]!.answer({ data: { n: 2 } });
    await asked[0]!.answer({ data: { n: 1 } });
    assert.deepEqual(last().data, { n: 2 });
    const before = given.length;
    const refreshed = last().refresh!();
    adapter.disconnect();
    await asked[2]!.answer({ data: { n: 3 } });
    await refreshed;
    assert.equal(given.length, before);
});

test('errors of a document are passed on unchanged and not cached', async () => {
    const query = fresh();
    const errors = [{ message: "Validation error of type FieldUndefined: Field 'X'", locations: [], paths: [] }];
    const { last } = wire({ query });
    await asked[0]!.answer({ data: {}, errors });
    assert.deepEqual(last().errors, errors);
    wire({ query });
    assert.equal(asked.length, 2);
});

test('documents can contain text and other documents', () => {
    const fields = gql`
        fragment f on User {
            Id
        }
    `;
    wire({ query: gql`query built { ${'a'} } ${fields}` });
    assert.match(asked[0]!.body.query!, /\{\s+a\s+\}\s+fragment f on User \{\s+Id\s+\}\s*$/);
});

test('the wire adapter cannot be called as a function', () => {
    assert.throws(() => (graphql as unknown as (config: object) => void)({ query: fresh() }), TypeError);
    assert.throws(() => new graphql({ query: fresh() } as never), /use it with @wire/);
});
