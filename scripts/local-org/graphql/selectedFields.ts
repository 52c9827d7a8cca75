import {
    Kind,
    type FieldNode,
    type GraphQLResolveInfo,
    type OperationDefinitionNode,
    type SelectionSetNode
} from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

/**
 * The fields selected below some nodes, by field name, including those in fragments. Fields that @skip leaves out are
 * included, because loading them costs little.
 */
export function selectedFields(nodes: readonly FieldNode[], fragments: Fragments): Map<string, FieldNode[]> {
    const found = new Map<string, FieldNode[]>();
    for (const node of fieldsOf(nodes, fragments)) {
        const same = found.get(node.name.value);
        if (same) same.push(node);
        else found.set(node.name.value, [node]);
    }
    return found;
}

/** The fields selected below some nodes, in order. */
export function fieldsOf(nodes: readonly (FieldNode | OperationDefinitionNode)[], fragments: Fragments): FieldNode[] {
    const found: FieldNode[] = [];
    const walk = (set: SelectionSetNode | undefined) => {
        for (const selection of set?.selections ?? []) {
            switch (selection.kind) {
                case Kind.FIELD:
                    found.push(selection);
                    break;
                case Kind.INLINE_FRAGMENT:
                    walk(selection.selectionSet);
                    break;
                case Kind.FRAGMENT_SPREAD:
                    walk(fragments[selection.name.value]?.selectionSet);
                    break;
            }
        }
    };
    for (const node of nodes) walk(node.selectionSet);
    return found;
}

/** The number of fields at any level below some nodes. Call it only on a document of limited weight. */
export function countBelow(nodes: readonly FieldNode[], fragments: Fragments): number {
    const direct = fieldsOf(nodes, fragments);
    return direct.reduce((sum, node) => sum + countBelow([node], fragments), direct.length);
}

/** The fields selected at the end of a path of names, such as edges and node. */
export function selectedBelow(
    nodes: readonly FieldNode[],
    fragments: Fragments,
    names: readonly string[]
): Map<string, FieldNode[]> {
    let below = selectedFields(nodes, fragments);
    for (const name of names) below = selectedFields(below.get(name) ?? [], fragments);
    return below;
}
