/** Documented in the LWC guide, "GraphQL wire adapter" and "Mutate data with GraphQL" (API 66). */
declare module 'lightning/graphql' {
    import type { WireAdapterConstructor } from 'lwc';

    /** The opaque result of `gql`. */
    export interface GraphQLDocument {
        readonly __document: unique symbol;
    }

    export interface GraphQLError {
        message: string;
        locations?: { line: number; column: number }[];
        /** Salesforce's name for GraphQL's `path`. */
        paths?: (string | number)[];
        path?: (string | number)[];
        extensions?: Record<string, unknown>;
    }

    export interface GraphQLConfig {
        /** No request is sent while this is undefined. */
        query: GraphQLDocument | undefined;
        variables?: Record<string, unknown>;
        operationName?: string;
    }

    /** What the wire provides: first without data or errors, then with the response. */
    export interface GraphQLResult<T = unknown> {
        data: T | undefined;
        errors: GraphQLError[] | undefined;
        /** Sends the request again, without the cache. Settles when the wire has the new response. */
        refresh?: () => Promise<void>;
    }

    export interface MutationResult<T = unknown> {
        data: T | null | undefined;
        errors: GraphQLError[] | undefined;
    }

    /** What doesn't parse comes as `errors` when the document is used. @throws Error for text that can't be read */
    export function gql(
        literals: readonly string[] | string,
        ...substitutions: (string | GraphQLDocument)[]
    ): GraphQLDocument;

    export const graphql: WireAdapterConstructor<GraphQLConfig, GraphQLResult>;

    /**
     * Without a document, nothing is sent and there is no answer.
     * @throws FetchResponse (see lightning/uiRecordApi) when there is no GraphQL response; Error for a document that
     * `gql` didn't make, or that isn't a mutation
     */
    export function executeMutation<T = unknown>(mutation: GraphQLConfig): Promise<MutationResult<T> | undefined>;
}

/**
 * Documented in the LWC guide, "getRecord", "createRecord(recordInput)", "updateRecord(recordInput, clientOptions)",
 * "deleteRecord(recordId)", and "Handle errors in LDS".
 */
declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';

    type FieldValues = Record<string, string | number | boolean | null>;

    export interface RecordInput {
        fields: { Id: string } & FieldValues;
    }

    export interface NewRecordInput {
        apiName: string;
        fields: FieldValues;
    }

    /** A field's name, such as `User.Name`, or an import of `@salesforce/schema`. */
    export type FieldId = string | { objectApiName: string; fieldApiName: string };

    /** No request is sent until the record and some fields or layouts are named. */
    export interface GetRecordConfig {
        recordId: string | undefined;
        fields?: FieldId | FieldId[];
        optionalFields?: FieldId | FieldId[];
        layoutTypes?: string | string[];
        modes?: string | string[];
    }

    /** What the wire provides: first neither, then the record or the error. */
    export type GetRecordResult =
        { data: RecordRepresentation; error: undefined } | { data: undefined; error: FetchResponse | undefined };

    export interface RecordRepresentation {
        apiName: string;
        id: string;
        fields: Record<string, { displayValue: string | null; value: unknown }>;
        lastModifiedDate: string;
        weakEtag: number;
    }

    export interface RecordErrorEntry {
        constituentField: string | null;
        duplicateRecordError: unknown;
        errorCode: string;
        field: string | null;
        fieldLabel: string | null;
        message: string;
    }

    /** What LDS rejects with. `body` is an array for reads through REST, and an object otherwise. */
    export interface FetchResponse {
        ok: false;
        status: number;
        statusText: string;
        headers: Record<string, string>;
        body:
            | {
                  message: string;
                  statusCode?: number;
                  errorCode?: string;
                  enhancedErrorType?: string;
                  output?: { errors: RecordErrorEntry[]; fieldErrors: Record<string, RecordErrorEntry[]> };
              }
            | { message: string; errorCode: string }[];
    }

    export const getRecord: WireAdapterConstructor<GetRecordConfig, GetRecordResult>;

    /** @throws FetchResponse */
    export function createRecord(record: NewRecordInput): Promise<RecordRepresentation>;

    /** @throws FetchResponse */
    export function deleteRecord(recordId: string): Promise<void>;

    /** @throws FetchResponse; status 412 when the record was modified after `ifUnmodifiedSince`. */
    export function updateRecord(
        record: RecordInput,
        options?: { ifUnmodifiedSince?: string }
    ): Promise<RecordRepresentation>;
}
