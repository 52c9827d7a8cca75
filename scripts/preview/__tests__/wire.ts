import type { GraphQLConfig, GraphQLResult } from 'lightning/graphql';
import { gql, graphql } from '../lds/graphql.ts';

let documents = 0;

/** A document that no other test has sent. */
export const fresh = () => gql`query q${String(++documents)} { uiapi { query { User { edges { node { Id } } } } } }`;

/** A wire as the engine runs it: created, connected, and configured. */
export function wire(config: GraphQLConfig) {
    const given: GraphQLResult[] = [];
    const adapter = new graphql((value) => given.push(value));
    adapter.connect();
    adapter.update(config);
    return { adapter, given, last: () => given.at(-1)! };
}
