/**
 * Documents, as `lightning/graphql` handles them: `gql` and the check of a config are Salesforce's own code
 * (`@conduit-client/onestore-graphql-parser`), so what the platform refuses before it sends anything is refused here in
 * the same words.
 */
import {
    gql as parseDocument,
    print,
    resolveAndValidateGraphQLConfig,
    type GraphQLDocumentInput
} from '@conduit-client/onestore-graphql-parser/v1';
import type { GraphQLConfig, GraphQLError } from 'lightning/graphql';

export const gql = parseDocument as unknown as typeof import('lightning/graphql').gql;

export type CheckedConfig =
    /** Without a document, the platform sends nothing and gives no answer. */
    | { kind: 'no document' }
    /** The document doesn't parse. Nothing is sent, and the errors are the answer. */
    | { kind: 'refused'; errors: GraphQLError[] }
    | { kind: 'document'; text: string };

/** @throws Error for anything that `gql` didn't make, and for an operation of the other type */
export function checkConfig(config: GraphQLConfig, operation: 'query' | 'mutation'): CheckedConfig {
    const { query, operationName } = config;
    const checked = resolveAndValidateGraphQLConfig(
        { query: query as unknown as GraphQLDocumentInput, operationName },
        { acceptedOperations: [operation] }
    );
    if (checked === undefined) return { kind: 'no document' };
    if ('error' in checked) return { kind: 'refused', errors: [...(checked.error.errors ?? [])] as GraphQLError[] };
    return { kind: 'document', text: print(checked.value.query) };
}
