import type { FetchResponse, RecordRepresentation } from 'lightning/uiRecordApi';
import type { GraphQLError } from 'lightning/graphql';
import { askOrg, transport } from './answer.ts';
import { withRecord } from './recordUpdate.ts';
import { deepFreeze } from './transport.ts';

export interface Query {
    query: string;
    variables: Record<string, unknown>;
    operationName: string | null;
}

export interface Answer {
    data: unknown;
    errors: GraphQLError[] | undefined;
}

type Listener = (answer: Answer) => void;

interface Entry {
    query: Query;
    answer: Answer | null;
    pending: Promise<unknown> | null;
    /** Requests are numbered, so that a late answer does not replace a newer one. */
    asked: number;
    answered: number;
    /** When the kept answer came, in milliseconds. */
    answeredAt: number;
    listeners: Set<Listener>;
}

/** Milliseconds that an answer is kept. Documented is only that there is a limit, so this one is assumed. */
const LIFETIME = 5 * 60_000;

/**
 * Answers by query, variables, and operation name, kept for minutes or until `refresh`. A mutation changes nothing here:
 * LDS "doesn't reevaluate the query" (GraphQL API guide, "Update Cached Query Results"). An answer with errors is handed
 * out and not kept (assumed).
 */
const entries = new Map<string, Entry>();

/** Hands `listener` the kept answer, or the next one. Gives the way to stop listening. */
export function listen(query: Query, listener: Listener): () => void {
    const entry = entryOf(query);
    entry.listeners.add(listener);
    const { answer } = entry;
    if (answer) queueMicrotask(() => entry.listeners.has(listener) && listener(answer));
    else if (!entry.pending) entry.pending = ask(entry);
    return () => entry.listeners.delete(listener);
}

/**
 * Asks again, whatever is kept; settles when every listener has the new answer, if it's new.
 * @throws the error of the request when that failed
 */
export async function refresh(query: Query): Promise<void> {
    const entry = entryOf(query);
    const pending = ask(entry);
    entry.pending = pending;
    const failure = await pending;
    if (failure) throw failure;
}

/**
 * `updateRecord` changed a record: every kept answer that has it is emitted again. Whether the record still matches the
 * filter of the query isn't judged.
 */
export function recordUpdated(record: RecordRepresentation): void {
    for (const entry of entries.values()) {
        const data = withRecord(entry.answer?.data, record);
        if (!entry.answer || data === entry.answer.data) continue;
        entry.answer = deepFreeze({ ...entry.answer, data });
        for (const listener of [...entry.listeners]) listener(entry.answer);
    }
}

function entryOf(query: Query): Entry {
    const key = JSON.stringify([query.query, query.operationName, query.variables], sortedKeys);
    dropExpired();
    let entry = entries.get(key);
    if (!entry) {
        const unasked = { pending: null, asked: 0, answered: 0, answeredAt: 0 };
        entry = { query, answer: null, ...unasked, listeners: new Set() };
        entries.set(key, entry);
    }
    return entry;
}

/** Wires keep what they have; only the next one asks again. */
function dropExpired(): void {
    for (const [key, entry] of entries) {
        if (Date.now() - entry.answeredAt <= LIFETIME) continue;
        entry.answer = null;
        if (entry.listeners.size === 0 && !entry.pending) entries.delete(key);
    }
}

/** @returns why the request got no answer; null when it got one */
async function ask(entry: Entry): Promise<FetchResponse | null> {
    const number = ++entry.asked;
    const { answer, failure } = await request(entry.query);
    if (number < entry.answered) return failure;
    // Comparing takes as long as everything else with 2,000 rows, and the first answer is new in any case.
    const isNew = entry.answer === null || JSON.stringify(answer) !== JSON.stringify(entry.answer);
    Object.assign(entry, { answered: number, answeredAt: Date.now(), answer: answer.errors ? null : answer });
    if (number === entry.asked) entry.pending = null;
    if (isNew) for (const listener of [...entry.listeners]) listener(answer);
    return failure;
}

/** One GraphQL request. A failure of the request itself is an error in the answer (assumed). */
async function request(query: Query): Promise<{ answer: Answer; failure: FetchResponse | null }> {
    try {
        return { answer: readAnswer(await askOrg('/graphql', 'POST', query)), failure: null };
    } catch (error) {
        const failure = error as FetchResponse;
        const errors = transport().wireErrors(failure);
        return { answer: deepFreeze({ data: undefined, errors }), failure };
    }
}

/** `{ data, errors }` as the wire and executeMutation give them: no errors is undefined, not an empty list. */
export function readAnswer(answer: unknown): Answer {
    const { data, errors } = answer as { data?: unknown; errors?: GraphQLError[] };
    return Object.freeze({ data: data ?? undefined, errors: errors?.length ? errors : undefined });
}

function sortedKeys(_: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
