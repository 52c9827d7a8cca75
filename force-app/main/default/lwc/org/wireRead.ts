import { gql } from 'lightning/graphql';
import type { GraphqlAnswer, PendingQuery } from 'c/graphqlOrg';

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
    readonly answer: Promise<GraphqlAnswer>;
    settle!: (answer: GraphqlAnswer) => void;
    fail!: (reason: unknown) => void;

    constructor(document: string, variables: Record<string, unknown>) {
        this.query = gql`
            ${document}
        `;
        this.variables = variables;
        this.answer = new Promise((settle, fail) => {
            this.settle = settle;
            this.fail = fail;
        });
    }
}
