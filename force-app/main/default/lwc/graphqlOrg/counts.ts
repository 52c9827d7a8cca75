/** Counting members. */
import type { Id, MemberCount, ProfileCount } from 'c/orgPort';
import { unlessHidden } from './hidden.ts';
import { askAll, group, groupCount } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

/** Counts the members of every center in one request: one group per center, and one for users without a center. */
const MEMBER_COUNTS_QUERY = `query switchboardMemberCounts($fresh: String, $first: Int, $after: String) {
  uiapi { aggregate { User(where: { Name: { ne: $fresh } }, groupBy: { CallCenterId: { group: true } }, first: $first, after: $after) {
    edges { node { aggregate { CallCenterId { value } Id { count { value } } } } } pageInfo { hasNextPage endCursor }
  } } }
}`;

export async function memberCounts(transport: GraphqlTransport): Promise<MemberCount[]> {
    const nodes = await unlessHidden(transport, askAll(transport, [MEMBER_COUNTS_QUERY, 'aggregate', 'User']));
    return nodes.map((node) => ({
        callCenterId: (group(node).CallCenterId.value as string | null) ?? null,
        members: groupCount(node)
    }));
}

const PROFILE_COUNTS_QUERY = `query switchboardProfileCounts($center: ID, $fresh: String, $first: Int, $after: String) {
  uiapi { aggregate { User(where: { CallCenterId: { eq: $center }, Name: { ne: $fresh } }, groupBy: { ProfileId: { group: true }, IsActive: { group: true } }, first: $first, after: $after) {
    edges { node { aggregate { ProfileId { value } IsActive { value } Id { count { value } } } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`;

export async function profileCounts(transport: GraphqlTransport, callCenterId: Id): Promise<ProfileCount[]> {
    const asked = askAll(transport, [PROFILE_COUNTS_QUERY, 'aggregate', 'User'], { center: callCenterId });
    const nodes = await unlessHidden(transport, asked);
    return nodes.map((node) => ({
        profileId: String(group(node).ProfileId.value),
        isActive: group(node).IsActive.value === true,
        members: groupCount(node)
    }));
}
