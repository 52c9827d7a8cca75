/** Reading where users are now. */
import type { Id, Membership } from 'c/orgPort';
import { unusedName } from './fresh.ts';
import { hiddenFault, hidesMemberships } from './hidden.ts';
import { ask, parentName, text, textOrNull, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

const MEMBERSHIPS_QUERY = `query switchboardMemberships($ids: [ID], $fresh: String, $first: Int) {
  uiapi { query { User(where: { Id: { in: $ids }, Name: { ne: $fresh } }, first: $first) {
    edges { node {
      Id Name { value } CallCenterId @optional { value } IsActive { value } UserType @optional { value } LastModifiedDate { value }
      LastModifiedBy @optional { Name { value } }
    } }
  } } }
}`;

function membershipOf(node: Node): Membership {
    return {
        userId: String(node.Id),
        name: text(node, 'Name'),
        callCenterId: textOrNull(node, 'CallCenterId'),
        isActive: node.IsActive?.value === true,
        userType: text(node, 'UserType'),
        lastModified: text(node, 'LastModifiedDate'),
        lastModifiedBy: parentName(node, 'LastModifiedBy')
    };
}

export async function memberships(transport: GraphqlTransport, userIds: Id[]): Promise<Membership[]> {
    if (!userIds.length) return [];
    const variables = { ids: userIds, fresh: unusedName(), first: userIds.length };
    const page = await ask(transport, [MEMBERSHIPS_QUERY, 'query', 'User'], variables);
    if (hidesMemberships(page.nodes)) throw hiddenFault();
    return page.nodes.map(membershipOf);
}
