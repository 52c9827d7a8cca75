import type { HttpResponse } from './answer.ts';

export interface HttpRequest {
    url: string;
    method: string;
    headers?: Record<string, string>;
    body?: string | null;
}

/** Longest time for one response, in milliseconds. Salesforce ends a request after two minutes. */
export const RESPONSE_TIME_LIMIT = 120_000;

/**
 * Sends one request and reads the whole response within the time limit. Redirects aren't followed, because the token
 * would go with them.
 * @throws Error when the response doesn't arrive, breaks off, or takes too long
 */
export async function exchange(
    { url, method, headers = {}, body = null }: HttpRequest,
    timeLimit = RESPONSE_TIME_LIMIT
): Promise<HttpResponse> {
    const response = await fetch(url, {
        method,
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeLimit)
    });
    const text = await response.text();
    return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: text };
}
