/** The part of the Web Locks API that is used; `navigator.locks` is one. */
export interface LocksLike {
    request<T>(name: string, options: { ifAvailable: true }, held: (lock: unknown) => Promise<T>): Promise<T>;
}

/**
 * Does something while no other tab does anything under the same run id.
 * @param locks undefined where the browser has none: then nothing is locked
 * @returns `held: false` when another tab has the run, and nothing was done
 */
export async function lockRun<T>(
    locks: LocksLike | undefined,
    runId: string,
    act: () => Promise<T>
): Promise<{ held: true; value: T } | { held: false }> {
    const locked = async () => ({ held: true as const, value: await act() });
    if (locks === undefined) return locked();
    return locks.request<{ held: true; value: T } | { held: false }>(
        `switchboard.moves|${runId}`,
        { ifAvailable: true },
        async (lock) => (lock === null ? { held: false } : locked())
    );
}
