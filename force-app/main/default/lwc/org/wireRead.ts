import { gql } from 'lightning/graphql';
import type { GraphqlAnswer } from 'c/graphqlOrg';

/**
 * Documents with variables that some read of this session has asked before: LDS may have them in its cache, which
 * outlives components. What was never asked comes from the server, so it needs no second request to be fresh.
 */
const asked = new Set<string>();
const MOST_REMEMBERED = 5000;

let keys = 0;

/**
 * One read: what its wire asks for, and the promise that its emission settles.
 * A class, for LWC wraps plain objects that travel through `@api` in proxies, and the parsed document must reach the
 * wire as `gql` made it.
 */
export class WireRead {
    readonly key = (keys += 1);
    readonly query: unknown;
    readonly variables: Record<string, unknown>;
    /** The first emission may come from the cache of LDS, and a fresh one is wanted. */
    readonly mustRefresh: boolean;
    readonly answer: Promise<GraphqlAnswer>;
    settle!: (answer: GraphqlAnswer) => void;
    fail!: (reason: unknown) => void;

    constructor(document: string, variables: Record<string, unknown>, fresh: boolean) {
        this.query = gql`
            ${document}
        `;
        this.variables = variables;
        this.answer = new Promise((settle, fail) => {
            this.settle = settle;
            this.fail = fail;
        });
        const question = JSON.stringify([document, variables]);
        this.mustRefresh = fresh && (asked.has(question) || asked.size >= MOST_REMEMBERED);
        if (asked.size < MOST_REMEMBERED) asked.add(question);
    }
}
