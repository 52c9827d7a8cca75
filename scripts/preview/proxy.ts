import type { Context } from 'hono';
import { parse } from 'graphql';
import { RESPONSE_TIME_LIMIT } from '../org/exchange.ts';
import type { PreviewOrg } from './org.ts';
import type { WriteLock } from './writeLock.ts';

/** The requests of LDS. No others are forwarded, and no path can contain percent-encoding. */
const ALLOWED: readonly { methods: readonly string[]; path: RegExp }[] = [
    { methods: ['POST'], path: /^\/services\/data\/v\d\d\.\d\/graphql$/ },
    { methods: ['GET', 'PATCH'], path: /^\/services\/data\/v\d\d\.\d\/ui-api(\/[\w-]+)+$/ },
    { methods: ['POST'], path: /^\/services\/data\/v\d\d\.\d\/ui-api\/records$/ },
    { methods: ['DELETE'], path: /^\/services\/data\/v\d\d\.\d\/ui-api\/records\/\w+$/ }
];

const REQUEST_HEADERS = ['content-type', 'accept', 'if-unmodified-since'];
const RESPONSE_HEADERS = ['content-type', 'retry-after', 'sforce-limit-info'];

/** Forwards a request to the org with its token, which the browser never sees, and returns the response. */
export async function forward(context: Context, org: PreviewOrg, lock: WriteLock): Promise<Response> {
    const { method, raw } = context.req;
    const { pathname, search } = new URL(raw.url);
    const known = ALLOWED.filter(({ path }) => path.test(pathname));
    if (known.length === 0) return problem(404, 'NOT_FOUND', 'The preview forwards only GraphQL and UI API requests.');
    if (!known.some(({ methods }) => methods.includes(method)))
        return problem(405, 'METHOD_NOT_ALLOWED', `The preview doesn't forward ${method} requests to this address.`);

    const persona = raw.headers.get('x-preview-persona') ?? '';
    if (!org.personas.includes(persona)) return problem(400, 'UNKNOWN_PERSONA', 'Unknown persona.');

    const body = method === 'GET' ? undefined : await raw.arrayBuffer();
    if (lock.isClosed() && body && writes(method, pathname, body)) return problem(403, 'WRITES_LOCKED', lock.message);

    const send = (token: string): Promise<Response> => {
        const headers = copied(raw.headers, REQUEST_HEADERS);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(new URL(pathname + search, org.url), {
            method,
            headers,
            body,
            redirect: 'manual',
            signal: AbortSignal.timeout(RESPONSE_TIME_LIMIT)
        });
    };
    try {
        const token = await org.tokenFor(persona);
        let response = await send(token);
        if (response.status === 401) {
            // With a refused token, the org did nothing. Sending the request again can't write twice.
            const renewed = await org.renew?.(persona, token);
            if (renewed) response = await send(renewed);
            else org.forget(persona);
        }
        if (response.status >= 300 && response.status < 400)
            return problem(
                502,
                'ORG_REDIRECTS',
                "The org redirected the request. The preview doesn't follow redirects."
            );
        const content = response.status === 204 ? null : await response.arrayBuffer();
        return new Response(content, { status: response.status, headers: copied(response.headers, RESPONSE_HEADERS) });
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        const isTooSlow = error.name === 'TimeoutError';
        const message = isTooSlow ? "The org didn't respond in time." : "The org can't be reached.";
        return problem(502, 'ORG_UNREACHABLE', message);
    }
}

/** Whether a request can change the org. A body that can't be parsed counts as a change. */
function writes(method: string, path: string, body: ArrayBuffer): boolean {
    if (method !== 'POST' || !path.endsWith('/graphql')) return true;
    try {
        const { query } = JSON.parse(new TextDecoder().decode(body)) as { query: string };
        return parse(query).definitions.some(
            (definition) => definition.kind === 'OperationDefinition' && definition.operation !== 'query'
        );
    } catch {
        return true;
    }
}

function copied(from: Headers, names: readonly string[]): Headers {
    const to = new Headers();
    for (const name of names) {
        const value = from.get(name);
        if (value !== null) to.set(name, value);
    }
    return to;
}

/** An error in the format of the REST API. */
export function problem(status: number, errorCode: string, message: string): Response {
    return Response.json([{ message, errorCode }], { status });
}
