import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** The size of a document, measured before it is validated. */
export interface Weight {
    /** Selected fields. Those of a fragment count each time it is spread. Infinite when a fragment spreads itself. */
    fields: number;
    /** Nested selections, including those in fragments. */
    depth: number;
}

/** Measures each fragment once, so that nested fragments can't make this slow. */
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
        // Infinite until it is measured, in case the fragment contains itself.
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
