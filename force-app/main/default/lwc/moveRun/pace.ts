/**
 * How many users one mutation moves. The largest number of operations the platform takes is not documented;
 * one Collections call takes 200 (documented), so that is where growing ends.
 */
const FIRST_BATCH = 50;
const LARGEST_BATCH = 200;

/** Clean batches at a size that once failed above before a larger one is tried again. */
const CLEAN_BEFORE_LARGER = 3;

/** The size of the next batch: grows while answers are clean, halves on a fault of the whole document. */
export class Pace {
    size = FIRST_BATCH;
    private ceiling = LARGEST_BATCH;
    private ownClean = 0;

    clean(): void {
        this.ownClean += 1;
        if (this.size < this.ceiling) {
            this.size = Math.min(this.ceiling, this.size * 2);
        } else if (this.ownClean >= CLEAN_BEFORE_LARGER) {
            this.ceiling = Math.min(LARGEST_BATCH, this.ceiling * 2);
            this.ownClean = 0;
        }
    }

    /** A document of `users` failed. @param tooLarge the document itself may be why, so growing stops below it. */
    failed(users: number, tooLarge: boolean): void {
        this.size = Math.max(1, Math.floor(users / 2));
        this.ownClean = 0;
        if (tooLarge) this.ceiling = this.size;
    }

    /** The one user who made documents fail was found: size was not the reason. */
    isolated(): void {
        this.ceiling = LARGEST_BATCH;
    }
}

/** Pauses between tries in milliseconds: they double from the first to the longest. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** A server that asks for more than this many milliseconds is asked again all the same. */
const LONGEST_RETRY_AFTER = 600_000;

/**
 * How long to wait before a try, in milliseconds.
 * @param failures how many tries failed in a row, from 1
 * @param random 0 to 1: spreads those who failed together, adding up to a half
 */
export function pauseAfter(failures: number, retryAfter: number | null, random: number): number {
    const pause =
        retryAfter === null
            ? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1))
            : Math.min(LONGEST_RETRY_AFTER, retryAfter);
    return Math.round(pause * (1 + random / 2));
}
