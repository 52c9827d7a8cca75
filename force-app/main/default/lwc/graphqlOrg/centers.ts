/** Where the names of call centers come from. A source may be silent; it never stops the others. */
import { together } from 'c/callCenters';
import { toId18, type CallCenterAnswer, type CallCenterRow, type CenterSource } from 'c/orgPort';
import { readFault } from './faults.ts';
import { askAll, textOrNull, type Node } from './read.ts';
import { registryRows } from './registry.ts';
import type { GraphqlTransport } from './transport.ts';

/** The session remembers under this key that GraphQL doesn't know CallCenter. */
const NOT_IN_GRAPHQL = 'switchboard.callCenterNotInGraphql';

export async function callCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    const [graphql, registry] = await Promise.all([graphqlCenters(transport), registryCenters(transport)]);
    return together(graphql, registry);
}

/**
 * Fails today: CallCenter isn't among the objects of the published schema. It is a document of its own so that nothing
 * else fails with it, and it will work as soon as Salesforce adds the object.
 */
export const CENTERS_QUERY = `query switchboardCenters($fresh: String, $first: Int, $after: String) {
  uiapi { query { CallCenter(where: { Name: { ne: $fresh } }, first: $first, after: $after) {
    edges { node { Id Name { value } InternalName { value } } } pageInfo { hasNextPage endCursor }
  } } }
}`;

function graphqlRow(node: Node): CallCenterRow {
    return named(String(node.Id), textOrNull(node, 'Name'), textOrNull(node, 'InternalName'), 'graphql');
}

/** A session in which GraphQL rejected the document doesn't ask again. */
async function graphqlCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    const before = transport.session?.get(NOT_IN_GRAPHQL);
    if (before) return silent('graphql', before);
    try {
        const nodes = await askAll(transport, [CENTERS_QUERY, 'query', 'CallCenter']);
        return answered('graphql', nodes.map(graphqlRow));
    } catch (thrown) {
        const { kind, words } = readFault(thrown);
        if (kind === 'invalid') transport.session?.set(NOT_IN_GRAPHQL, words || kind);
        return silent('graphql', words);
    }
}

/** @throws OrgFault when the org couldn't be asked. A registry that is missing or hidden is silent instead. */
async function registryCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    try {
        return answered('registry', await registryRows(transport));
    } catch (thrown) {
        const fault = readFault(thrown);
        switch (fault.kind) {
            case 'invalid':
            case 'forbidden':
                return silent('registry', fault.words);
            default:
                throw fault;
        }
    }
}

/** The flow that lists call centers where UI API can't; see flows/List_Call_Centers. */
const CENTERS_FLOW = 'List_Call_Centers';

/** The fields of a flow's records are plain values: `{Id, Name, InternalName}` (assumed). */
function flowRow(record: unknown): CallCenterRow[] {
    const { Id, Name, InternalName } = (record ?? {}) as Record<string, unknown>;
    const id = typeof Id === 'string' ? toId18(Id) : null;
    const word = (value: unknown) => (typeof value === 'string' && value ? value : null);
    return id ? [named(id, word(Name), word(InternalName), 'flow')] : [];
}

export async function flowCallCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    if (!transport.runFlow) return silent('flow', '');
    try {
        const { callCenters: found } = await transport.runFlow(CENTERS_FLOW);
        // A flow that finds nothing returns null instead of an empty collection.
        return answered('flow', (Array.isArray(found) ? found : []).flatMap(flowRow));
    } catch (thrown) {
        return silent('flow', readFault(thrown).words);
    }
}

/** A row of a source that knows names only. */
function named(id: string, name: string | null, internalName: string | null, source: CenterSource): CallCenterRow {
    return { id, name, internalName, kind: 'unknown', vendor: null, note: null, source, readAt: null };
}

function answered(source: CenterSource, rows: CallCenterRow[]): CallCenterAnswer {
    return { rows, answered: [source], silent: [] };
}

function silent(source: CenterSource, words: string): CallCenterAnswer {
    return { rows: [], answered: [], silent: [{ source, words }] };
}
