import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** How large the answer to a document can become, before it is known whether it is valid. */
export interface Weight {
    /** Fields selected, those of a fragment as often as it is spread. Infinite when a fragment spreads itself. */
    fields: number;
    /** Selections inside each other, fragments included. */
    depth: number;
}

/** Each fragment is weighed once, so that fragments of fragments cannot make this take long. */
export function weigh(document: DocumentNode): Weight {
    const fragments = new Map(
        document.definitions.flatMap((each) =>
            each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : []
        )
    );
    const weighed = new Map<string, Weight>();

    function ofSet(set: SelectionSetNode | undefined): Weight {
        const total: Weight = { fields: 0, depth: 0 };
        for (const selection of set?.selections ?? []) {
            const below =
                selection.kind === Kind.FRAGMENT_SPREAD
                    ? ofFragment(selection.name.value)
                    : ofSet(selection.selectionSet);
            total.fields += below.fields + (selection.kind === Kind.FIELD ? 1 : 0);
            total.depth = Math.max(total.depth, below.depth + 1);
        }
        return total;
    }

    function ofFragment(name: string): Weight {
        const known = weighed.get(name);
        if (known) return known;
        // Until it is weighed it counts as endless: should it be met inside itself, it is.
        weighed.set(name, { fields: Infinity, depth: Infinity });
        const weight = ofSet(fragments.get(name));
        weighed.set(name, weight);
        return weight;
    }

    const all = document.definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? [ofSet(each.selectionSet)] : []
    );
    return {
        fields: all.reduce((sum, { fields }) => sum + fields, 0),
        depth: Math.max(0, ...all.map(({ depth }) => depth))
    };
}
