/**
 * Hands on what came as Aura's transport does (forcedotcom/aura; LDS's network adapter for Aura). UI API's own errors keep
 * their status. Every other failure is a 500 whose only content is a sentence in `body.error`. There are no headers, so no
 * Retry-After, and nothing is sent again.
 */
import type { GraphQLError } from 'lightning/graphql';
import type { FetchResponse } from 'lightning/uiRecordApi';
import { deepFreeze, errorBody, isOk, parse, type Transport } from './transport.ts';

const DISCONNECTED = 'Disconnected or Canceled';
const COMMUNICATION_ERROR = 'Communication error, please retry or reload the page';
const ADAPTER_ERROR = 'Internal error in GraphQL adapter occurred';

/** Statuses that come from in front of UI API, with a page of HTML or nothing that Aura can read. */
const NOT_FROM_UI_API: readonly number[] = [429, 502, 503, 504];
const STATUS_TEXTS: Readonly<Record<number, string>> = { 400: 'Bad Request', 404: 'Not Found', 500: 'Server Error' };

export const platform: Transport = {
    deliver(received) {
        if (!received) throw fetchResponse(500, { error: DISCONNECTED });
        const { status, text } = received;
        // Aura asks for another token and then reloads the page. The callbacks of the request don't run.
        if (status === 401) return new Promise(() => {});
        const answer = parse(text);
        if (answer === undefined || NOT_FROM_UI_API.includes(status))
            throw fetchResponse(500, { error: COMMUNICATION_ERROR });
        if (!isOk(status)) throw fetchResponse(status, { statusCode: status, ...errorBody(answer) });
        return answer;
    },

    /**
     * The first version of the wire adapter hands on the response, which has no `message`. The second hides what was thrown
     * inside. Which failures count as thrown isn't known, so a page has to cope with both (assumed).
     */
    wireErrors(failed) {
        if (errorOf(failed) === COMMUNICATION_ERROR) return [{ message: ADAPTER_ERROR }];
        return [failed as unknown as GraphQLError];
    }
};

function errorOf({ body }: FetchResponse): unknown {
    return (body as { error?: unknown }).error;
}

function fetchResponse(status: number, body: Record<string, unknown>): FetchResponse {
    const statusText = STATUS_TEXTS[status] ?? `Unexpected HTTP Status Code: ${status}`;
    return deepFreeze({ ok: false, status, statusText, headers: {}, body }) as unknown as FetchResponse;
}
