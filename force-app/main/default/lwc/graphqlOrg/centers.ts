import * as queries from 'c/callCenters';
import type { CallCenterAnswer, CallCenterRow, Choice, Id, Kind, MemberCount, ProfileCount } from 'c/orgPort';
import { readFault } from './faults.ts';
import { askAll, text, textOrNull, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

const KINDS: Kind[] = ['open-cti', 'voice-amazon', 'voice-partner', 'unknown'];

/** The registry names centers; a registry that cannot be read leaves them unnamed, and says why. */
export async function callCenters(transport: GraphqlTransport): Promise<CallCenterAnswer> {
    try {
        const nodes = await askAll(transport, [queries.REGISTRY_QUERY, 'query', 'CallCenterProfile__c']);
        return { rows: nodes.map(registryRow), answered: ['registry'], silent: [] };
    } catch (thrown) {
        const fault = readFault(thrown);
        switch (fault.kind) {
            case 'invalid':
            case 'forbidden':
                return { rows: [], answered: [], silent: [{ source: 'registry', words: fault.words }] };
            default:
                throw fault;
        }
    }
}

function registryRow(node: Node): CallCenterRow {
    const kind = KINDS.find((candidate) => candidate === node.Kind__c?.value) ?? 'unknown';
    return {
        id: text(node, 'CallCenterId__c'),
        name: textOrNull(node, 'Name'),
        internalName: textOrNull(node, 'InternalName__c'),
        kind,
        vendor: textOrNull(node, 'Vendor__c'),
        note: textOrNull(node, 'Note__c'),
        source: 'registry',
        readAt: textOrNull(node, 'ReadAt__c')
    };
}

export async function memberCounts(transport: GraphqlTransport): Promise<MemberCount[]> {
    const nodes = await askAll(transport, [queries.MEMBER_COUNTS_QUERY, 'aggregate', 'User']);
    return nodes.map((node) => ({
        callCenterId: (group(node).CallCenterId.value as string | null) ?? null,
        members: counted(node)
    }));
}

export async function profileCounts(transport: GraphqlTransport, callCenterId: Id): Promise<ProfileCount[]> {
    const where = { CallCenterId: { eq: callCenterId } };
    const nodes = await askAll(transport, [queries.PROFILE_COUNTS_QUERY, 'aggregate', 'User'], { where });
    return nodes.map((node) => ({
        profileId: String(group(node).ProfileId.value),
        isActive: group(node).IsActive.value === true,
        members: counted(node)
    }));
}

export async function choices(transport: GraphqlTransport, object: 'Profile' | 'UserRole'): Promise<Choice[]> {
    const query = object === 'Profile' ? queries.PROFILES_QUERY : queries.ROLES_QUERY;
    const nodes = await askAll(transport, [query, 'query', object]);
    return nodes.map((node) => ({ id: String(node.Id), name: text(node, 'Name') }));
}

function group(node: Node): Node {
    return node.aggregate as unknown as Node;
}

function counted(node: Node): number {
    return Number(group(node).Id.count.value);
}
