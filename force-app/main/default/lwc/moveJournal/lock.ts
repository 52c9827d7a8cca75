/** The part of the Web Locks API that the journal uses. `navigator.locks` implements it. */
export interface LocksLike {
    request<T>(name: string, options: { ifAvailable: true }, held: (lock: unknown) => Promise<T>): Promise<T>;
}

/**
 * Does something while no other tab holds the lock of the same run ID.
 * Chromium can deny locks and storage to a frame of another site, as in Setup (SecurityError). Then, and
 * in browsers without locks (`locks` undefined), it runs unlocked, because fresh reads still protect users.
 * @returns `held: false` when another tab holds the lock and nothing was done
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
