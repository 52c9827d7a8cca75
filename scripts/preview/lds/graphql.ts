/**
 * Replaces `lightning/graphql` of API 66, with `gql`, the wire adapter `graphql`, and `executeMutation`. Queries work
 * only with a wire and mutations only as calls, as documented (LWC guide, "lightning/graphql").
 */
import type { GraphQLConfig, GraphQLResult, MutationResult } from 'lightning/graphql';
import { askOrg } from './answer.ts';
import { refusedCondition } from './conditions.ts';
import { checkConfig } from './document.ts';
import { listen, readAnswer, refresh, type Answer, type Query } from './queryCache.ts';

export { gql } from './document.ts';

type DataCallback = (value: GraphQLResult) => void;

/** What a config asks for. */
type Asked =
    | { kind: 'nothing' }
    /** Refused before anything is sent. */
    | { kind: 'refused'; answer: Answer }
    | { kind: 'request'; query: Query };

class GraphQLWire {
    #emit: DataCallback;
    #asked: Asked = { kind: 'nothing' };
    #connected = false;
    #stop: (() => void) | null = null;

    constructor(emit: DataCallback) {
        if (typeof emit !== 'function') throw new TypeError('graphql is a wire adapter: use it with @wire');
        this.#emit = emit;
        // Before there is a query, there is nothing to refresh.
        emit(Object.freeze({ data: undefined, errors: undefined }));
    }

    /** @throws Error for a document that `gql` didn't make, and for a mutation */
    update(config: GraphQLConfig): void {
        this.#asked = { kind: 'nothing' };
        this.#listen();
        this.#asked = askedBy(config, 'query');
        this.#listen();
    }

    connect(): void {
        this.#connected = true;
        this.#listen();
    }

    disconnect(): void {
        this.#connected = false;
        this.#listen();
    }

    #listen(): void {
        this.#stop?.();
        this.#stop = null;
        if (!this.#connected) return;
        switch (this.#asked.kind) {
            case 'nothing':
                return;
            case 'refused':
                return this.#give(this.#asked.answer);
            case 'request':
                this.#stop = listen(this.#asked.query, (answer) => this.#give(answer));
        }
    }

    #give({ data, errors }: Answer): void {
        const refreshThis = async (): Promise<void> => {
            if (this.#asked.kind === 'request') await refresh(this.#asked.query);
        };
        this.#emit(Object.freeze({ data, errors, refresh: refreshThis }));
    }
}

export const graphql = GraphQLWire;

/**
 * Accepts the form of Salesforce's samples: an object with `query`. Without a document, nothing is sent and there is no
 * answer.
 * @throws FetchResponse when there is no GraphQL response; Error for a document that `gql` didn't make, and for a query
 */
export async function executeMutation(mutation: GraphQLConfig): Promise<MutationResult | undefined> {
    const asked = askedBy(mutation, 'mutation');
    switch (asked.kind) {
        case 'nothing':
            return undefined;
        case 'refused':
            return Object.freeze(asked.answer);
        case 'request':
            return readAnswer(await askOrg('/graphql', 'POST', asked.query));
    }
}

function askedBy(config: GraphQLConfig, operation: 'query' | 'mutation'): Asked {
    const checked = checkConfig(config, operation);
    switch (checked.kind) {
        case 'no document':
            return { kind: 'nothing' };
        case 'refused':
            return { kind: 'refused', answer: { data: undefined, errors: checked.errors } };
        case 'document': {
            const refused = operation === 'query' ? refusedCondition(checked.text) : null;
            return refused
                ? { kind: 'refused', answer: refused }
                : { kind: 'request', query: toQuery(config, checked.text) };
        }
    }
}

function toQuery({ variables, operationName }: GraphQLConfig, query: string): Query {
    return {
        query,
        // A copy, so that later changes to the variables don't change this query.
        variables: JSON.parse(JSON.stringify(variables ?? {})),
        operationName: operationName ?? null
    };
}
