import * as queries from 'c/callCenters';
import type { Choice, Id, MemberCount, ProfileCount } from 'c/orgPort';
import { askAll, text, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

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
