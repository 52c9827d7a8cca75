/** Long work in slices, so that the page stays responsive. */

/** Milliseconds of work before the page gets a turn. People notice a page that doesn't answer for 50 to 100. */
const SLICE = 40;

/** What work needs from the page, so that it can pause. */
export interface Turns {
    /** Milliseconds since any moment. */
    now(): number;
    /** Lets the page do what it has to do. */
    pause(): Promise<void>;
    isCancelled(): boolean;
}

/** Does work in slices, so that it never blocks the page for long. @returns null when it was cancelled */
export async function inSlices<Result>(steps: Generator<void, Result>, turns: Turns): Promise<Result | null> {
    let since = turns.now();
    for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (turns.now() - since < SLICE) continue;
        await turns.pause();
        if (turns.isCancelled()) return null;
        since = turns.now();
    }
}

/** Does the same work at once. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
    for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
    }
}
