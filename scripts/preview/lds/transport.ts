import type { GraphQLError } from 'lightning/graphql';
import type { FetchResponse } from 'lightning/uiRecordApi';

/** A response of the org, and its text. */
export interface Received {
    status: number;
    statusText: string;
    headers: Headers;
    text: string;
}

/** How LDS hands on what the org answered. */
export interface Transport {
    /**
     * The JSON of a response. May never settle.
     * @param received null when the connection broke before the response was complete
     * @throws FetchResponse for any failure
     */
    deliver(received: Received | null): unknown;
    /** What a GraphQL wire emits as `errors` when its request failed. */
    wireErrors(failed: FetchResponse): GraphQLError[];
}

/** @returns undefined for text that isn't JSON */
export function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

export const isOk = (status: number): boolean => status >= 200 && status < 300;

/** The REST API returns a list with one error. LDS returns the error itself. */
export function errorBody(answer: unknown): Record<string, unknown> {
    const error: unknown = Array.isArray(answer) ? answer[0] : answer;
    return typeof error === 'object' && error !== null ? { ...error } : {};
}

/** Freezes a value and everything in it, like LDS does. */
export function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const inner of Object.values(value)) deepFreeze(inner);
    }
    return value;
}
