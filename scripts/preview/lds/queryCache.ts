import type { FetchResponse } from 'lightning/uiRecordApi';
import type { GraphQLError } from 'lightning/graphql';
import { askOrg, transport } from './answer.ts';
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
    pending: Promise<void> | null;
    /** Requests are numbered, so that a late answer does not replace a newer one. */
    asked: number;
    answered: number;
    listeners: Set<Listener>;
}

/**
 * Answers by query and variables, kept until `refresh`. A mutation changes nothing here: LDS "doesn't reevaluate the
 * query" (GraphQL API guide, "Update Cached Query Results"). An answer with errors is handed out and not kept (assumed).
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

/** Asks again, whatever is kept; settles when every listener has the new answer. */
export function refresh(query: Query): Promise<void> {
    const entry = entryOf(query);
    entry.pending = ask(entry);
    return entry.pending;
}

function entryOf(query: Query): Entry {
    const key = JSON.stringify([query.query, query.operationName, query.variables], sortedKeys);
    let entry = entries.get(key);
    if (!entry) {
        entry = { query, answer: null, pending: null, asked: 0, answered: 0, listeners: new Set() };
        entries.set(key, entry);
    }
    return entry;
}

async function ask(entry: Entry): Promise<void> {
    const number = ++entry.asked;
    const answer = await request(entry.query);
    if (number < entry.answered) return;
    entry.answered = number;
    entry.answer = answer.errors ? null : answer;
    if (number === entry.asked) entry.pending = null;
    for (const listener of [...entry.listeners]) listener(answer);
}

/** One GraphQL request. A failure of the request itself is an error in the answer (its shape is assumed). */
async function request(query: Query): Promise<Answer> {
    try {
        return readAnswer(await askOrg('/graphql', 'POST', query));
    } catch (error) {
        return deepFreeze({ data: undefined, errors: transport().wireErrors(error as FetchResponse) });
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
