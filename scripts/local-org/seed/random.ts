/** A random number generator that returns the same numbers for the same seed (mulberry32). */
export interface Random {
    /** A number from 0 (inclusive) to 1 (exclusive). */
    next(): number;
    /** A whole number from 0 (inclusive) to `end` (exclusive). */
    below(end: number): number;
    pick<Item>(items: readonly Item[]): Item;
}

export function randomFrom(seed: number): Random {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    const below = (end: number) => Math.floor(next() * end);
    return {
        next,
        below,
        pick: (items) => {
            const item = items[below(items.length)];
            if (item === undefined) throw new Error('There is nothing to pick from.');
            return item;
        }
    };
}
