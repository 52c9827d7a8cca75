import type { Id } from 'c/orgPort';

/** What UI API's GraphQL answers. Salesforce reports `paths`; the specification says `path`. Both are read. */
export interface GraphqlAnswer {
    data?: unknown;
    errors?: GraphqlError[] | null;
}

export interface GraphqlError {
    message?: string;
    path?: unknown;
    paths?: unknown;
    extensions?: Record<string, unknown>;
    /** Only when a wire hands on a failed response as an error. */
    status?: number;
    body?: unknown;
}

/**
 * How documents reach an org. May throw anything: `readFault` turns it into an `OrgFault`.
 * The page's transport is LDS; tests and the command line use HTTP.
 */
export interface GraphqlTransport {
    query(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer>;
    mutate(document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer>;
    /**
     * Runs an autolaunched flow. Absent where no flow can be run.
     * @returns the flow's output variables by name
     * @throws anything, when the flow doesn't exist, isn't active or fails
     */
    runFlow?(apiName: string): Promise<Record<string, unknown>>;
    /**
     * Reads every call center through a Visualforce page. Absent where there is none.
     * @returns what the page sent: records of CallCenter, if it can be trusted, which the caller must check
     * @throws anything, when the page doesn't exist, doesn't answer, or says why it can't read them
     */
    visualforceCenters?(): Promise<unknown>;
    /** Remembers text for as long as the browser's session lasts, or not at all. */
    session?: { get(key: string): string | null; set(key: string, value: string): void };
    /**
     * Updates one record through UI API. Fails with 412 if it was modified after `unmodifiedSince` (ISO 8601).
     * @returns the record as UI API answers it
     */
    updateRecord(recordId: Id, fields: Record<string, unknown>, unmodifiedSince: string): Promise<unknown>;
}

/** A query that waits for a wire's answer: what the wire asks for, and how its emission settles the query. */
export interface PendingQuery {
    /** The document, as `gql` parsed it. */
    readonly query: unknown;
    readonly variables: Record<string, unknown>;
    settle(answer: GraphqlAnswer): void;
    fail(reason: unknown): void;
}

/** An input of a document: a filter, or an order. */
export type Input = Record<string, unknown>;
