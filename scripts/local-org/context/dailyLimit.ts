/** API requests per day in a Developer Edition org (documented). */
export const DAILY_REQUESTS = 15_000;
/** Salesforce counts the last 24 hours (documented). Here, a day starts with the first request after the previous day. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** The daily limit of API requests. Logins and requests without a session don't count (documented). */
export class DailyLimit {
    readonly max: number;
    readonly #now: () => Date;
    #used = 0;
    #began = -Infinity;

    constructor(max: number, now: () => Date) {
        this.max = max;
        this.#now = now;
    }

    get used(): number {
        this.#renew();
        return this.#used;
    }

    /** Counts a request. @returns false when the limit is reached. The request then isn't counted or answered. */
    take(): boolean {
        this.#renew();
        if (this.#used >= this.max) return false;
        this.#used++;
        return true;
    }

    /** Sets the number of requests used, as if other clients had sent them. */
    set(used: number): void {
        this.#renew();
        this.#used = used;
    }

    /** The value of the header `Sforce-Limit-Info` (documented). */
    get usage(): string {
        return `api-usage=${this.used}/${this.max}`;
    }

    #renew(): void {
        const now = this.#now().getTime();
        if (now - this.#began < DAY_MS) return;
        this.#began = now;
        this.#used = 0;
    }
}
