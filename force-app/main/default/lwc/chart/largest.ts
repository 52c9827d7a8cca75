export interface Counted {
    size: number;
}

export interface Largest<Item> {
    /** The largest, largest first. */
    named: Item[];
    /** How many others there are, and their sizes together; null when all are named. */
    others: { count: number; size: number } | null;
}

/** Names so many of them, and counts the others together. A single other one is named, too: it takes no more room. */
export function largest<Item extends Counted>(items: readonly Item[], most: number): Largest<Item> {
    const sorted = [...items].sort((one, other) => other.size - one.size);
    if (sorted.length <= most + 1) return { named: sorted, others: null };
    const rest = sorted.slice(most);
    return {
        named: sorted.slice(0, most),
        others: { count: rest.length, size: rest.reduce((sum, { size }) => sum + size, 0) }
    };
}
