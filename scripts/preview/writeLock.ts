/** Blocks changes to a production org until someone types its name. Typing it once is enough for one start. */
export interface WriteLock {
    /** The name of the production org; null for any other org, which can be changed. */
    name: string | null;
    /** Shown when someone tries to change the org. */
    message: string;
    isClosed(): boolean;
    /** @returns whether the name matches exactly */
    open(typed: string): boolean;
}

export function makeWriteLock(production: string | undefined): WriteLock {
    let closed = production !== undefined;
    return {
        name: production ?? null,
        message: `${production} is a production org. To allow changes, type its name in the banner at the top of the page, then try again.`,
        isClosed: () => closed,
        open(typed) {
            if (production === undefined || typed.trim() !== production.trim()) return false;
            closed = false;
            return true;
        }
    };
}
