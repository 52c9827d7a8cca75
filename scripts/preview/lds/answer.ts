import type { FetchResponse } from 'lightning/uiRecordApi';

/** Where LDS sends its requests: the version of the page's API. */
const SERVICES = '/services/data/v66.0';

/**
 * Asks the org through the preview's own origin and reads the answer as JSON, frozen.
 * @throws FetchResponse, as LDS rejects: for any status but 2xx, for an answer that is not JSON, for no answer
 */
export async function askOrg(
    path: string,
    method: 'POST' | 'PATCH',
    body: unknown,
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
        throw fetchResponse({ status: 0, statusText: '' }, { message: 'No answer came from the server.' });
    }
    const answer = parse(text);
    if (answer === undefined) throw fetchResponse(response, { message: 'The answer of the server is not JSON.' });
    if (!response.ok) throw fetchResponse(response, errorBody(answer));
    return deepFreeze(answer);
}

/** Frozen all the way down, as LDS hands values out. */
export function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const part of Object.values(value)) deepFreeze(part);
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

/** REST answers a list of one error; LDS hands on the error itself. */
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
