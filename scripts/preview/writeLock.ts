/** Keeps a production org from being changed until its name has been typed; once a start. */
export interface WriteLock {
    /** The name of the production org; null: the org may be changed. */
    name: string | null;
    /** What is said to whoever tries to write. */
    words: string;
    isClosed(): boolean;
    /** @returns whether that was the name, to the letter */
    open(typed: string): boolean;
}

export function makeWriteLock(production: string | undefined): WriteLock {
    let closed = production !== undefined;
    return {
        name: production ?? null,
        words: `${production} is a production org: type its name in the banner at the top of the page to allow changes, then try again.`,
        isClosed: () => closed,
        open(typed) {
            if (production === undefined || typed.trim() !== production.trim()) return false;
            closed = false;
            return true;
        }
    };
}
