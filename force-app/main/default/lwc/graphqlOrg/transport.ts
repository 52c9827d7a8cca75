import type { Id } from 'c/orgPort';

/** What UI API GraphQL answers. Salesforce reports `paths`; the specification says `path`: both are read. */
export interface GraphqlAnswer {
    data?: unknown;
    errors?: GraphqlError[] | null;
}

export interface GraphqlError {
    message?: string;
    path?: unknown;
    paths?: unknown;
    extensions?: Record<string, unknown>;
}

/**
 * How documents reach an org. May throw anything: `readFault` makes an `OrgFault` of it.
 * The page's transport is LDS; tests and the command line use HTTP.
 */
export interface GraphqlTransport {
    query(document: string, variables: Record<string, unknown>, fresh: boolean): Promise<GraphqlAnswer>;
    mutate(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer>;
    /**
     * Runs an autolaunched flow. @returns its output variables by name. Absent where no flow can be run.
     * @throws anything, when the flow is not there, not active or fails
     */
    runFlow?(apiName: string): Promise<Record<string, unknown>>;
    /** Keeps a word for as long as the browser's session lasts, or for no time at all. */
    session?: { get(key: string): string | null; set(key: string, value: string): void };
    /** One record by UI API, refused with 412 when it was modified after `unmodifiedSince` (ISO 8601). */
    updateUser(userId: Id, fields: Record<string, unknown>, unmodifiedSince: string): Promise<void>;
}
