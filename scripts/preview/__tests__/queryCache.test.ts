import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { gql } from '../lds/graphql.ts';
import { updateRecord } from '../lds/uiRecordApi.ts';
import { fakeFetch, settle, type Asked } from './fakeFetch.ts';
import { fresh, wire } from './wire.ts';

const ADA = '005000000000001AAA';
const BO = '005000000000002AAA';
const OLD = '04v000000000001AAA';
const NEW = '04v000000000002AAA';

let asked: Asked[] = [];

beforeEach(() => {
    asked = fakeFetch();
});

const user = (Id: string, CallCenterId: string) => ({ node: { Id, CallCenterId: { value: CallCenterId } } });
const users = (...edges: unknown[]) => ({ data: { uiapi: { query: { User: { edges, totalCount: edges.length } } } } });

/** Moves Ada to the new call center. The request has to be the latest one. */
async function moveAda(): Promise<void> {
    const updated = updateRecord({ fields: { Id: ADA, CallCenterId: NEW } });
    await asked.at(-1)!.answer({
        apiName: 'User',
        id: ADA,
        fields: { Id: { displayValue: null, value: ADA }, CallCenterId: { displayValue: null, value: NEW } }
    });
    await updated;
}

test('an answer is kept for minutes, and later a new wire asks again', async () => {
    mock.timers.enable({ apis: ['Date'] });
    try {
        const query = fresh();
        const { given } = wire({ query });
        await asked[0]!.answer({ data: { n: 1 } });
        mock.timers.tick(4 * 60_000);
        wire({ query });
        await settle();
        assert.equal(asked.length, 1);
        const before = given.length;
        mock.timers.tick(2 * 60_000);
        const later = wire({ query });
        await settle();
        assert.equal(asked.length, 2);
        assert.equal(later.last().data, undefined);
        assert.equal(given.length, before);
        await asked[1]!.answer({ data: { n: 2 } });
        assert.deepEqual(later.last().data, { n: 2 });
    } finally {
        mock.timers.reset();
    }
});

test('the operation that is asked for is part of the question', async () => {
    const query = gql`
        query a {
            uiapi {
                x
            }
        }
        query b {
            uiapi {
                x
            }
        }
    `;
    wire({ query, operationName: 'a' });
    wire({ query, operationName: 'b' });
    assert.deepEqual(
        asked.map(({ body }) => (body as { operationName?: string }).operationName),
        ['a', 'b']
    );
});

test('a record that updateRecord changed is emitted again to each wire that shows it, although its filter excludes it now', async () => {
    const query = fresh();
    const old = wire({ query, variables: { center: OLD } });
    await asked[0]!.answer(users(user(ADA, OLD), user(BO, OLD)));
    const other = wire({ query, variables: { center: NEW } });
    await asked[1]!.answer(users());
    const [seen, seenByOther] = [old.given.length, other.given.length];
    await moveAda();
    assert.equal(old.given.length, seen + 1);
    assert.deepEqual(old.last().data, users(user(ADA, NEW), user(BO, OLD)).data);
    assert.equal(other.given.length, seenByOther);

    const late = wire({ query, variables: { center: OLD } });
    await settle();
    assert.deepEqual(late.last().data, old.last().data);
    assert.equal(asked.length, 3);
    assert.throws(() => ((late.last().data as { uiapi: unknown }).uiapi = null), TypeError);
});

test('a wire that still waits for its answer gets only that', async () => {
    const query = fresh();
    const waiting = wire({ query, variables: { center: OLD } });
    const { answer } = asked[0]!;
    await moveAda();
    assert.deepEqual(
        waiting.given.map(({ data }) => data),
        [undefined]
    );
    await answer(users(user(ADA, OLD)));
    assert.deepEqual(waiting.last().data, users(user(ADA, OLD)).data);
});

test('before the first answer there is no refresh, and a refresh that finds nothing new emits nothing', async () => {
    const { given, last } = wire({ query: fresh() });
    assert.equal(last().refresh, undefined);
    await asked[0]!.answer({ data: { n: 1 } });
    const before = given.length;
    const refreshed = last().refresh!();
    await asked[1]!.answer({ data: { n: 1 } });
    await refreshed;
    assert.equal(given.length, before);
});

test('a refresh rejects when its request fails', async () => {
    const { last } = wire({ query: fresh() });
    await asked[0]!.answer({ data: { n: 1 } });
    const refreshed = assert.rejects(last().refresh!(), { body: { error: 'Disconnected or Canceled' } });
    await asked[1]!.fail();
    await refreshed;
    assert.equal(last().data, undefined);
});
