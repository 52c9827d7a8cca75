import type { StorageLike } from 'c/moveJournal';

/** Web Storage in memory. Its `capacity` counts the characters of keys and values, as browsers do. */
export class MemoryStorage implements StorageLike {
    #items = new Map<string, string>();
    #capacity: number;

    constructor(capacity = Infinity) {
        this.#capacity = capacity;
    }

    get length(): number {
        return this.#items.size;
    }

    key(index: number): string | null {
        return [...this.#items.keys()][index] ?? null;
    }

    getItem(key: string): string | null {
        return this.#items.get(key) ?? null;
    }

    setItem(key: string, value: string): void {
        let used = key.length + value.length;
        for (const [other, held] of this.#items) if (other !== key) used += other.length + held.length;
        if (used > this.#capacity) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        this.#items.set(key, value);
    }

    removeItem(key: string): void {
        this.#items.delete(key);
    }
}
