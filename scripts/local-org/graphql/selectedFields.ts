import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

/** The fields selected below some nodes, by field name, fragments opened. Skipped ones are taken in: that costs little. */
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
export function fieldsOf(nodes: readonly FieldNode[], fragments: Fragments): FieldNode[] {
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

/** How many fields are selected anywhere below some nodes. To be called on a document whose weight is bounded. */
export function countBelow(nodes: readonly FieldNode[], fragments: Fragments): number {
    const direct = fieldsOf(nodes, fragments);
    return direct.reduce((sum, node) => sum + countBelow([node], fragments), direct.length);
}

/** The fields selected at the end of a chain of names, such as edges, node. */
export function selectedBelow(
    nodes: readonly FieldNode[],
    fragments: Fragments,
    names: readonly string[]
): Map<string, FieldNode[]> {
    let below = selectedFields(nodes, fragments);
    for (const name of names) below = selectedFields(below.get(name) ?? [], fragments);
    return below;
}
