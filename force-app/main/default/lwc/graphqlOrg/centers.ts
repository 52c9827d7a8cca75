/** Where the names of call centers come from. A source may be silent; it never stops the others. */
import { together } from 'c/callCenters';
import { OrgFault, type AskedSource, type CallCenterAnswer, type CallCenterRow, type CenterSource } from 'c/orgPort';
import { centerRows } from './centerRows.ts';
import { readFault } from './faults.ts';
import { askAll, type Node } from './read.ts';
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
    edges { node {
      Id Name { value } InternalName { value } AdapterUrl @optional { value } CustomSettings @optional { value }
    } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

/** A node as a plain record. */
function recordOf(node: Node): Record<string, unknown> {
    const fields = ['Name', 'InternalName', 'AdapterUrl', 'CustomSettings'];
    return { Id: node.Id, ...Object.fromEntries(fields.map((field) => [field, node[field]?.value])) };
}

/** A session in which GraphQL rejected the document doesn't ask again. */
async function graphqlCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    const before = transport.session?.get(NOT_IN_GRAPHQL);
    if (before) return silent('graphql', before);
    try {
        return answered('graphql', await centersFrom(transport, 'graphql'));
    } catch (thrown) {
        const { kind, words } = readFault(thrown);
        if (kind === 'invalid') transport.session?.set(NOT_IN_GRAPHQL, words || kind);
        return silent('graphql', words);
    }
}

/** @throws OrgFault when the org couldn't be asked. A registry that is missing or hidden is silent instead. */
async function registryCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    try {
        return answered('registry', await centersFrom(transport, 'registry'));
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

/** Rows that a Visualforce page reads. */
export async function visualforceCallCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    return transport.visualforceCenters ? plainCenters(transport, 'visualforce') : NOT_ASKED;
}

/** The flow that lists call centers; see flows/List_Call_Centers. */
const CENTERS_FLOW = 'List_Call_Centers';

export async function flowCallCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    return transport.runFlow ? plainCenters(transport, 'flow') : NOT_ASKED;
}

/** There is no such source. */
const NOT_ASKED: CallCenterAnswer = { rows: [], answered: [], silent: [] };

async function plainCenters(transport: GraphqlTransport, source: AskedSource): Promise<CallCenterAnswer> {
    try {
        return answered(source, await centersFrom(transport, source));
    } catch (thrown) {
        return silent(source, readFault(thrown).words);
    }
}

/** Asks one source. The fields of a flow's records are plain values (assumed). @throws OrgFault */
export async function centersFrom(transport: GraphqlTransport, source: AskedSource): Promise<CallCenterRow[]> {
    const { visualforceCenters, runFlow } = transport;
    try {
        switch (source) {
            case 'graphql': {
                const nodes = await askAll(transport, [CENTERS_QUERY, 'query', 'CallCenter']);
                return centerRows(nodes.map(recordOf), source);
            }
            case 'registry':
                return await registryRows(transport);
            case 'visualforce':
                if (!visualforceCenters)
                    throw new OrgFault('invalid', '', { detail: 'No Visualforce page is asked here.' });
                return centerRows(await visualforceCenters(), source);
            case 'flow':
                if (!runFlow) throw new OrgFault('invalid', '', { detail: 'No flow can be run here.' });
                return centerRows((await runFlow(CENTERS_FLOW)).callCenters, source);
        }
    } catch (thrown) {
        throw readFault(thrown);
    }
}

function answered(source: CenterSource, rows: CallCenterRow[]): CallCenterAnswer {
    return { rows, answered: [source], silent: [] };
}

function silent(source: CenterSource, words: string): CallCenterAnswer {
    return { rows: [], answered: [], silent: [{ source, words }] };
}
