/**
 * How many users one mutation moves. How many operations the platform accepts isn't documented.
 * A Collections call accepts 200 (documented), so batches don't grow beyond that.
 */
const FIRST_BATCH = 50;
const LARGEST_BATCH = 200;
/** How many times larger the batches after a clean one are. */
const GROWTH = 4;

/**
 * How many batches run at once. Salesforce documents no limit for requests that take less than 20 seconds. Lightning Out
 * shares few connections (assumed), and the page needs some for its own reads.
 */
const MOST_LANES = 3;

/** After a larger size failed: how many clean batches it takes before that size is tried again. */
const CLEAN_BEFORE_LARGER = 3;
/** After a fault or a locked row: how many clean batches in a row it takes before more than one runs at once again. */
const CLEAN_BEFORE_LANES = 3;

/**
 * The size of the next batch, and how many batches run at once. The size grows while answers are clean, and halves on a fault
 * of the whole document. The first batch runs alone.
 */
export class Pace {
    size = FIRST_BATCH;
    lanes = 1;
    private ceiling = LARGEST_BATCH;
    private cleanAtCeiling = 0;
    private cleanBeforeLanes = 1;

    /** A batch that began after the last trouble was answered, and no row in it was locked. */
    clean(): void {
        this.cleanBeforeLanes -= 1;
        if (this.cleanBeforeLanes <= 0) this.lanes = MOST_LANES;
        this.cleanAtCeiling += 1;
        if (this.size < this.ceiling) {
            this.size = Math.min(this.ceiling, this.size * GROWTH);
        } else if (this.cleanAtCeiling >= CLEAN_BEFORE_LARGER) {
            this.ceiling = Math.min(LARGEST_BATCH, this.ceiling * 2);
            this.cleanAtCeiling = 0;
        }
    }

    /** A document failed, or a row was locked: one batch at a time, until some were clean. */
    alone(): void {
        this.lanes = 1;
        this.cleanBeforeLanes = CLEAN_BEFORE_LANES;
    }

    /** A document of `users` failed. @param tooLarge its size may be the reason, so later batches stay smaller */
    failed(users: number, tooLarge: boolean): void {
        this.size = Math.max(1, Math.min(this.size, Math.floor(users / 2)));
        this.cleanAtCeiling = 0;
        if (tooLarge) this.ceiling = this.size;
    }

    /** The user who made documents fail was found, so size wasn't the reason. */
    isolated(): void {
        this.ceiling = LARGEST_BATCH;
    }
}

/** Pauses between tries, in milliseconds. They double from the first to the longest. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** The longest wait that a server can ask for, in milliseconds. */
const LONGEST_RETRY_AFTER = 600_000;

/**
 * How long to wait before a try, in milliseconds.
 * @param failures how many tries failed in a row, from 1
 * @param random 0 to 1: adds up to half, so that clients that failed together don't retry together
 */
export function pauseAfter(failures: number, retryAfter: number | null, random: number): number {
    const pause =
        retryAfter === null
            ? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1))
            : Math.min(LONGEST_RETRY_AFTER, retryAfter);
    return Math.round(pause * (1 + random / 2));
}
