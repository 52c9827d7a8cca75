/** The profiles and roles that users can be filtered by. */
import type { Choice } from 'c/orgPort';
import { askAll, text } from './read.ts';
import type { GraphqlTransport } from './transport.ts';

function choicesQuery(object: 'Profile' | 'UserRole'): string {
    return `query switchboard${object}s($fresh: String, $first: Int, $after: String) {
  uiapi { query { ${object}(where: { Name: { ne: $fresh } }, orderBy: { Name: { order: ASC } }, first: $first, after: $after) {
    edges { node { Id Name { value } } } pageInfo { hasNextPage endCursor }
  } } }
}`;
}

export async function choices(transport: GraphqlTransport, object: 'Profile' | 'UserRole'): Promise<Choice[]> {
    const nodes = await askAll(transport, [choicesQuery(object), 'query', object]);
    return nodes.map((node) => ({ id: String(node.Id), name: text(node, 'Name') }));
}
