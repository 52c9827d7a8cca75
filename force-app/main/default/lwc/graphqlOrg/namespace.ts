/**
 * API names in a package with a namespace. There, `CallCenterMove__c` is `swb__CallCenterMove__c`. Salesforce resolves
 * such names in documents that it sees when a component is deployed (GraphQL guide, "Use a Namespace and Alias in
 * Managed Packages"). These documents are built at run time, so the names are given their prefix here, at the one door
 * that every document and answer goes through. Everything else writes the names as the source has them.
 */
import type { GraphqlAnswer, GraphqlTransport } from './transport.ts';

/** A custom name without a namespace, also as part of a type, such as `CallCenterMove__cCreate`. */
const OWN_NAME = /\b[A-Za-z](?:_?[A-Za-z0-9])*__[cr](?![a-z0-9])/g;

/** A document or another text, with the prefix before each custom name that has none. */
export function withPrefix(text: string, prefix: string): string {
    return text.replace(OWN_NAME, (name) => `${prefix}${name}`);
}

/** The same value with other names of properties, at any depth. */
function renamed(value: unknown, rename: (name: string) => string): unknown {
    if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [rename(name), renamed(each, rename)]));
}

/** A transport to an org in which the names of custom objects, fields, and flows have this prefix. */
export function inNamespace(prefix: string, transport: GraphqlTransport): GraphqlTransport {
    if (prefix === '') return transport;
    const sent = (variables: Record<string, unknown>) =>
        renamed(variables, (name) => withPrefix(name, prefix)) as Record<string, unknown>;
    const unprefixed = (value: unknown) =>
        renamed(value, (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name));
    const received = (answer: GraphqlAnswer): GraphqlAnswer => ({ ...answer, data: unprefixed(answer.data) });
    const { runFlow } = transport;
    return {
        ...transport,
        query: async (document, variables) =>
            received(await transport.query(withPrefix(document, prefix), sent(variables))),
        mutate: async (document, variables) =>
            received(await transport.mutate(withPrefix(document, prefix), sent(variables))),
        updateRecord: async (recordId, fields, unmodifiedSince) =>
            unprefixed(await transport.updateRecord(recordId, sent(fields), unmodifiedSince)),
        ...(runFlow && { runFlow: (apiName: string) => runFlow(`${prefix}${apiName}`) })
    };
}
