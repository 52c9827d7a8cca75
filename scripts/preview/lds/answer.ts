import type { FetchResponse } from 'lightning/uiRecordApi';

/** The root of LDS requests, with the API version of the page. */
const SERVICES = '/services/data/v66.0';

/**
 * Sends a request to the org through the preview's own origin.
 * @returns the JSON of the response, frozen; undefined when a deletion's response is empty
 * @throws FetchResponse, like LDS, for a status other than 2xx, a response that isn't JSON, or no response
 */
export async function askOrg(
    path: string,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    body?: unknown,
    headers: Record<string, string> = {}
): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
        response = await fetch(`${SERVICES}${path}`, {
            method,
            headers: { 'content-type': 'application/json', 'x-preview-persona': persona(), ...headers },
            body: JSON.stringify(body)
        });
        text = await response.text();
    } catch {
        throw fetchResponse({ status: 0, statusText: '' }, { message: "The server didn't respond." });
    }
    if (method === 'DELETE' && response.ok && text === '') return undefined;
    const answer = parse(text);
    if (answer === undefined) throw fetchResponse(response, { message: "The server's response isn't JSON." });
    if (!response.ok) throw fetchResponse(response, errorBody(answer));
    return deepFreeze(answer);
}

/** Freezes a value and everything in it, like LDS does. */
export function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const inner of Object.values(value)) deepFreeze(inner);
    }
    return value;
}

function persona(): string {
    return document.querySelector<HTMLMetaElement>('meta[name="preview-persona"]')?.content ?? '';
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/** The REST API returns a list with one error. LDS returns the error itself. */
function errorBody(answer: unknown): Record<string, unknown> {
    const error: unknown = Array.isArray(answer) ? answer[0] : answer;
    return typeof error === 'object' && error !== null ? { ...error } : {};
}

function fetchResponse(
    response: { status: number; statusText: string; headers?: Headers },
    body: Record<string, unknown>
): FetchResponse {
    const { status, statusText } = response;
    return deepFreeze({
        ok: false,
        status,
        statusText,
        headers: Object.fromEntries(response.headers ?? []),
        body: { message: statusText, statusCode: status, ...body }
    });
}
