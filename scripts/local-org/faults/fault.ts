/** What a request is about, as a fault rule names it. */
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

/** Which rows of the request, counted from 1; all when left out. */
export interface Rows {
    rows?: number[];
}

export const ROW_CODES = ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'INSUFFICIENT_ACCESS_OR_READONLY'] as const;

export type Fault =
    | { fault: 'latency'; ms: number }
    /** 503; with `retryAfter`, in seconds, it carries that header. */
    | { fault: 'unavailable'; retryAfter?: number }
    | { fault: 'html page' }
    /** The org's own no to some rows; in the words given, else in the usual ones. */
    | ({ fault: 'row refused'; code: (typeof ROW_CODES)[number]; message?: string } & Rows)
    | ({ fault: 'row locked' } & Rows)
    /** Nothing of the request is done. */
    | { fault: 'document refused'; message?: string }
    /** The request is done; the connection ends without an answer. */
    | { fault: 'answer dropped' }
    /** The request is done; half of the answer arrives, then the connection ends, or with `clean` as if that were all. */
    | { fault: 'answer truncated'; clean?: boolean }
    /** The token ends; a new login helps. */
    | { fault: 'session expired' }
    /** The profile of whoever asks loses a permission, until the plan is changed. */
    | { fault: 'permission taken'; permission?: string }
    /** Right before the request somebody moves users it names: to a center by id, to none, or to another than theirs. */
    | ({ fault: 'moved meanwhile'; to?: string | null } & Rows)
    /** From this request on the day's requests are used up, until the plan is changed. */
    | { fault: 'daily limit reached' };
export type FaultName = Fault['fault'];

/** When a rule strikes, among the requests of its kind since it was set. Without any of these: every time. */
export interface When {
    /** From 1. */
    nth?: number[];
    /** 3: the third, the sixth, … */
    every?: number;
    /** From 0 to 1; the same `seed` makes the same choices. */
    probability?: number;
    seed?: number;
}

export type FaultRule = { on: RequestKind | 'any' } & When & Fault;

export interface FaultPlan {
    rules: FaultRule[];
}

export const NO_FAULTS: FaultPlan = { rules: [] };
