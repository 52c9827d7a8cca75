/** Where the names of call centers come from. Each source may be silent; none of them stops another. */
import * as queries from 'c/callCenters';
import {
    KINDS,
    toId18,
    type CallCenterAnswer,
    type CallCenterRow,
    type CenterProfile,
    type CenterSource
} from 'c/orgPort';
import { documentFault, readFault } from './faults.ts';
import { ask, askAll, text, textOrNull, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

/** What the session remembers once GraphQL has said that it does not know CallCenter. */
const NOT_IN_GRAPHQL = 'switchboard.callCenterNotInGraphql';

export async function callCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    const [graphql, registry] = await Promise.all([graphqlCenters(transport), registryCenters(transport)]);
    return queries.together(graphql, registry);
}

/** In a document of its own. A session in which it failed does not ask again. */
async function graphqlCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    const before = transport.session?.get(NOT_IN_GRAPHQL);
    if (before) return silent('graphql', before);
    try {
        const nodes = await askAll(transport, [queries.CENTERS_QUERY, 'query', 'CallCenter']);
        return answered('graphql', nodes.map(graphqlRow));
    } catch (thrown) {
        const { kind, words } = readFault(thrown);
        if (kind === 'invalid') transport.session?.set(NOT_IN_GRAPHQL, words || kind);
        return silent('graphql', words);
    }
}

/** @throws OrgFault when the org could not be asked; a registry that is not there or closed is silent. */
async function registryCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    try {
        const nodes = await askAll(transport, [queries.REGISTRY_QUERY, 'query', 'CallCenterProfile__c']);
        return answered('registry', nodes.map(registryRow));
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

export async function flowCallCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    if (!transport.runFlow) return silent('flow', '');
    try {
        const { callCenters: found } = await transport.runFlow(queries.CENTERS_FLOW);
        // A flow that finds nothing gives null instead of an empty collection.
        return answered('flow', (Array.isArray(found) ? found : []).flatMap(flowRow));
    } catch (thrown) {
        return silent('flow', readFault(thrown).words);
    }
}

export async function saveCenterProfile(transport: GraphqlTransport, profile: CenterProfile): Promise<string | null> {
    const { callCenterId, name, kind } = profile;
    const known = await ask(
        transport,
        [queries.REGISTRY_ROW_QUERY, 'query', 'CallCenterProfile__c'],
        { id: callCenterId },
        true
    );
    const row = known.nodes[0] ? String(known.nodes[0].Id) : null;
    const fields = { Name: name, Kind__c: kind };
    const input = row
        ? { Id: row, CallCenterProfile__c: fields }
        : { CallCenterProfile__c: { ...fields, CallCenterId__c: callCenterId } };
    try {
        const answer = await transport.mutate(row ? queries.PROFILE_UPDATE : queries.PROFILE_CREATE, { input });
        return answer.errors?.length ? documentFault(answer.errors).words : null;
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

function graphqlRow(node: Node): CallCenterRow {
    return named(String(node.Id), textOrNull(node, 'Name'), textOrNull(node, 'InternalName'), 'graphql');
}

/** Records of a flow have their fields at hand: `{Id, Name, InternalName}` (assumed). */
function flowRow(record: unknown): CallCenterRow[] {
    const { Id, Name, InternalName } = (record ?? {}) as Record<string, unknown>;
    const id = typeof Id === 'string' ? toId18(Id) : null;
    const word = (value: unknown) => (typeof value === 'string' && value ? value : null);
    return id ? [named(id, word(Name), word(InternalName), 'flow')] : [];
}

function named(id: string, name: string | null, internalName: string | null, source: CenterSource): CallCenterRow {
    return { id, name, internalName, kind: 'unknown', vendor: null, note: null, source, readAt: null };
}

function registryRow(node: Node): CallCenterRow {
    return {
        ...named(
            text(node, 'CallCenterId__c'),
            textOrNull(node, 'Name'),
            textOrNull(node, 'InternalName__c'),
            'registry'
        ),
        kind: KINDS.find((kind) => kind === node.Kind__c?.value) ?? 'unknown',
        vendor: textOrNull(node, 'Vendor__c'),
        note: textOrNull(node, 'Note__c'),
        readAt: textOrNull(node, 'ReadAt__c')
    };
}
