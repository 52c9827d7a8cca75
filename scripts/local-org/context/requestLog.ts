export interface LoggedRequest {
    method: string;
    path: string;
    status: number;
    /** From the request's arrival to its answer, in milliseconds. */
    ms: number;
}

/** Requests kept, newest last. */
const REQUESTS_KEPT = 10_000;

/** What was asked of the org. */
export class RequestLog {
    /** All requests since the start, also those no longer kept. */
    count = 0;
    readonly kept: LoggedRequest[] = [];
    /** Errors of the org itself, which answered 500. None is expected, ever. */
    readonly failures: Error[] = [];

    add(request: LoggedRequest): void {
        this.count++;
        this.kept.push(request);
        if (this.kept.length > REQUESTS_KEPT) this.kept.shift();
    }

    clear(): void {
        this.count = 0;
        this.kept.length = 0;
    }
}
