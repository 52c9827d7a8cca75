/** Documented daily limit of a Developer Edition org. */
export const DAILY_REQUESTS = 15_000;
/** Requests of the last 24 hours count (documented). Here a day begins with the first request after the last day. */
const DAY = 24 * 60 * 60 * 1000;

/** How many API requests the org answers a day. Logins, and what carries no session, do not count (documented). */
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

    /** @returns false when the request is one too many: then it is not answered, and not counted */
    take(): boolean {
        this.#renew();
        if (this.#used >= this.max) return false;
        this.#used++;
        return true;
    }

    /** As if others had used all, or `used`, of it. */
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
        if (now - this.#began < DAY) return;
        this.#began = now;
        this.#used = 0;
    }
}
