/** The part of the Web Locks API that is used; `navigator.locks` is one. */
export interface LocksLike {
    request<T>(name: string, options: { ifAvailable: true }, held: (lock: unknown) => Promise<T>): Promise<T>;
}

/**
 * Does something while no other tab does anything under the same run id.
 * A frame of another site, as in Setup, may be denied locks with all its storage (Chromium: SecurityError). Then, as
 * where the browser has none (`locks` undefined), nothing is locked: moving matters more, and fresh reads still hold.
 * @returns `held: false` when another tab has the run, and nothing was done
 */
export async function lockRun<T>(
    locks: LocksLike | undefined,
    runId: string,
    act: () => Promise<T>
): Promise<{ held: true; value: T } | { held: false }> {
    let isAsked = false;
    const locked = async () => {
        isAsked = true;
        return { held: true as const, value: await act() };
    };
    if (locks === undefined) return locked();
    try {
        return await locks.request<{ held: true; value: T } | { held: false }>(
            `switchboard.moves|${runId}`,
            { ifAvailable: true },
            async (lock) => (lock === null ? { held: false } : locked())
        );
    } catch (thrown) {
        if (isAsked || (thrown as Error | null)?.name !== 'SecurityError') throw thrown;
        return locked();
    }
}
