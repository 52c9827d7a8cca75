/** Suites that run side by side, when none of them uses all cores. */
const SIDE_BY_SIDE = 2;

/**
 * Runs every suite, in order: those that use all cores alone, and the others two at a time.
 * @param run never rejects for a failed test
 */
export async function inTurn<Item extends { usesAllCores?: boolean }>(
    suites: readonly Item[],
    run: (suite: Item) => Promise<void>
): Promise<void> {
    const running = new Set<Promise<void>>();
    for (const suite of suites) {
        const most = suite.usesAllCores ? 1 : SIDE_BY_SIDE;
        while (running.size >= most) await Promise.race(running);
        const ending = run(suite).finally(() => running.delete(ending));
        running.add(ending);
        if (suite.usesAllCores) await ending;
    }
    await Promise.all(running);
}
