import { gql } from 'lightning/graphql';
import type { GraphqlAnswer, PendingQuery } from 'c/graphqlOrg';

/**
 * Documents with variables that were asked before in this session. LDS may have their answers in its cache, which
 * outlives components. Anything else comes from the server, so it is fresh without a second request.
 */
const asked = new Set<string>();
const MAX_REMEMBERED = 5000;

let keys = 0;

/**
 * One read: what its wire asks for, and the promise that the wire's emission settles.
 * This is a class because LWC wraps plain objects that pass through `@api` in proxies, and the parsed document must
 * reach the wire exactly as `gql` made it.
 */
export class WireRead implements PendingQuery {
    readonly key = (keys += 1);
    readonly query: unknown;
    readonly variables: Record<string, unknown>;
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
        this.mustRefresh = fresh && (asked.has(question) || asked.size >= MAX_REMEMBERED);
        if (asked.size < MAX_REMEMBERED) asked.add(question);
    }
}
