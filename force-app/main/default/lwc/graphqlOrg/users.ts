import { canMatch, MEMBERSHIPS_QUERY, membershipsVariables, usersOrderBy, usersQuery, usersWhere } from 'c/userSearch';
import type { Id, Membership, User, UserPage, UserSearch } from 'c/orgPort';
import { ask, text, textOrNull, type Node } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

export async function users(
    transport: GraphqlTransport,
    search: UserSearch,
    after: string | null,
    { first, fresh }: { first: number; fresh: boolean }
): Promise<UserPage> {
    if (!canMatch(search)) return { users: [], total: 0, endCursor: null };
    const variables = {
        where: usersWhere(search),
        orderBy: usersOrderBy(search),
        first,
        after
    };
    const page = await ask(transport, [usersQuery(first), 'query', 'User'], variables, fresh);
    return {
        users: page.nodes.map(user),
        total: page.totalCount ?? page.nodes.length,
        endCursor: page.endCursor
    };
}

export async function memberships(transport: GraphqlTransport, userIds: Id[]): Promise<Membership[]> {
    if (!userIds.length) return [];
    const page = await ask(transport, [MEMBERSHIPS_QUERY, 'query', 'User'], membershipsVariables(userIds), true);
    return page.nodes.map((node) => ({
        userId: String(node.Id),
        name: text(node, 'Name'),
        callCenterId: textOrNull(node, 'CallCenterId'),
        isActive: node.IsActive?.value === true,
        userType: text(node, 'UserType'),
        lastModified: text(node, 'LastModifiedDate'),
        lastModifiedBy: nameOf(node, 'LastModifiedBy')
    }));
}

function user(node: Node): User {
    return {
        id: String(node.Id),
        name: text(node, 'Name'),
        username: text(node, 'Username'),
        email: text(node, 'Email'),
        alias: text(node, 'Alias'),
        title: textOrNull(node, 'Title'),
        isActive: node.IsActive?.value === true,
        userType: text(node, 'UserType'),
        profile: nameOf(node, 'Profile'),
        role: nameOf(node, 'UserRole'),
        lastLogin: textOrNull(node, 'LastLoginDate'),
        callCenterId: textOrNull(node, 'CallCenterId'),
        lastModified: text(node, 'LastModifiedDate')
    };
}

function nameOf(node: Node, relationship: string): string | null {
    const related = node[relationship] as unknown as Node | null | undefined;
    return related ? textOrNull(related, 'Name') : null;
}
