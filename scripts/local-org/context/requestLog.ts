export interface LoggedRequest {
    method: string;
    path: string;
    status: number;
    /** Milliseconds from the request's arrival to its answer. */
    ms: number;
}

/** The log drops older requests. */
const MAX_KEPT_REQUESTS = 10_000;

/** The requests that the org received. */
export class RequestLog {
    /** All requests since the start, including those that were dropped. */
    count = 0;
    /** The newest request is last. */
    readonly kept: LoggedRequest[] = [];
    /** Errors that the org answered with 500. Each one is a bug in the embedded org. */
    readonly failures: Error[] = [];

    add(request: LoggedRequest): void {
        this.count++;
        this.kept.push(request);
        if (this.kept.length > MAX_KEPT_REQUESTS) this.kept.shift();
    }

    clear(): void {
        this.count = 0;
        this.kept.length = 0;
    }
}
