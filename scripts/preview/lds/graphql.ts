/**
 * Replaces `lightning/graphql` of API 66, with `gql`, the wire adapter `graphql`, and `executeMutation`. Queries work
 * only with a wire and mutations only as calls, as documented (LWC guide, "lightning/graphql").
 */
import type { GraphQLConfig, GraphQLResult, MutationResult } from 'lightning/graphql';
import { askOrg } from './answer.ts';
import { refusedCondition } from './conditions.ts';
import { documentText } from './document.ts';
import { listen, readAnswer, refresh, type Answer, type Query } from './queryCache.ts';

export { gql } from './document.ts';

type DataCallback = (value: GraphQLResult) => void;

class GraphQLWire {
    #emit: DataCallback;
    #query: Query | null = null;
    #connected = false;
    #stop: (() => void) | null = null;

    constructor(emit: DataCallback) {
        if (typeof emit !== 'function') throw new TypeError('graphql is a wire adapter: use it with @wire');
        this.#emit = emit;
        this.#give({ data: undefined, errors: undefined });
    }

    update(config: GraphQLConfig): void {
        this.#query = config.query === undefined || config.query === null ? null : toQuery(config);
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
        if (!this.#connected || !this.#query) return;
        const refused = refusedCondition(this.#query.query);
        if (refused) this.#give(refused);
        else this.#stop = listen(this.#query, (answer) => this.#give(answer));
    }

    #give({ data, errors }: Answer): void {
        const refreshThis = async (): Promise<void> => {
            if (this.#query && !refusedCondition(this.#query.query)) await refresh(this.#query);
        };
        this.#emit(Object.freeze({ data, errors, refresh: refreshThis }));
    }
}

export const graphql = GraphQLWire;

/**
 * Accepts the form of Salesforce's samples: an object with `query`. Without a document, nothing is sent.
 * @throws FetchResponse when there is no GraphQL response
 */
export async function executeMutation(mutation: GraphQLConfig): Promise<MutationResult> {
    const { data, errors } = readAnswer(await askOrg('/graphql', 'POST', toQuery(mutation)));
    return Object.freeze({ data, errors });
}

function toQuery({ query, variables, operationName }: GraphQLConfig): Query {
    return {
        query: documentText(query),
        // A copy, so that later changes to the variables don't change this query.
        variables: JSON.parse(JSON.stringify(variables ?? {})),
        operationName: operationName ?? null
    };
}
