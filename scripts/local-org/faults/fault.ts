/** The kinds of requests that a fault rule can name. */
export const REQUEST_KINDS = [
    'graphql query',
    'graphql mutation',
    'ui-api read',
    'ui-api update',
    'query',
    'record',
    'collection',
    'composite',
    'bulk',
    'login',
    'other'
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The rows of the request that a fault strikes, counted from 1. All rows by default. */
export interface Rows {
    rows?: number[];
}

export const ROW_CODES = ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'INSUFFICIENT_ACCESS_OR_READONLY'] as const;

export type Fault =
    | { fault: 'latency'; ms: number }
    /** Status 503, with a Retry-After header when `retryAfter` (in seconds) is set. */
    | { fault: 'unavailable'; retryAfter?: number }
    | { fault: 'html page' }
    /** The org rejects some rows, with the given message or the usual one. */
    | ({ fault: 'row refused'; code: (typeof ROW_CODES)[number]; message?: string } & Rows)
    | ({ fault: 'row locked' } & Rows)
    /** The org does nothing of the request. */
    | { fault: 'document refused'; message?: string }
    /** The org completes the request, but the connection ends without an answer. */
    | { fault: 'answer dropped' }
    /**
     * The org completes the request, but only half of the answer arrives. Then the connection breaks, or with `clean` ends
     * as if the answer were complete.
     */
    | { fault: 'answer truncated'; clean?: boolean }
    /** The token ends. Logging in again helps. */
    | { fault: 'session expired' }
    /** The caller's profile loses a permission until the plan changes. */
    | { fault: 'permission taken'; permission?: string }
    /**
     * Right before the request, someone else moves the users it names: to the call center with this id, to none (null), or
     * by default to a different one.
     */
    | ({ fault: 'moved meanwhile'; to?: string | null } & Rows)
    /** From this request on, the daily requests are used up until the plan changes. */
    | { fault: 'daily limit reached' };
export type FaultName = Fault['fault'];

/** When a rule strikes, counted over requests of its kind since the plan was set. By default, every time. */
export interface When {
    /** Counted from 1. */
    nth?: number[];
    /** 3 means the third, the sixth, and so on. */
    every?: number;
    /** From 0 to 1. The same `seed` makes the same choices. */
    probability?: number;
    seed?: number;
}

export type FaultRule = { on: RequestKind | 'any' } & When & Fault;

export interface FaultPlan {
    rules: FaultRule[];
}

export const NO_FAULTS: FaultPlan = { rules: [] };
