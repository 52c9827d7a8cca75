import type { Context } from 'hono';
import { parse } from 'graphql';
import type { PreviewOrg } from './org.ts';
import type { WriteLock } from './writeLock.ts';

/** What LDS asks of an org, and nothing else. Nothing in it can be percent-encoded. */
const ALLOWED: readonly { methods: readonly string[]; path: RegExp }[] = [
    { methods: ['POST'], path: /^\/services\/data\/v\d\d\.\d\/graphql$/ },
    { methods: ['GET', 'PATCH'], path: /^\/services\/data\/v\d\d\.\d\/ui-api(\/[\w-]+)+$/ }
];

const SENT_ON = ['content-type', 'accept', 'if-unmodified-since'];
const SENT_BACK = ['content-type', 'retry-after', 'sforce-limit-info'];

/** How long the org has, in milliseconds; Salesforce itself ends a request after two minutes. */
const PATIENCE = 120_000;

/** Hands a request on to the org with its token, which the browser never sees, and the answer back. */
export async function forward(context: Context, org: PreviewOrg, lock: WriteLock): Promise<Response> {
    const { method, raw } = context.req;
    const { pathname, search } = new URL(raw.url);
    const known = ALLOWED.filter(({ path }) => path.test(pathname));
    if (known.length === 0) return problem(404, 'NOT_FOUND', 'The preview forwards GraphQL and UI API only.');
    if (!known.some(({ methods }) => methods.includes(method)))
        return problem(405, 'METHOD_NOT_ALLOWED', `The preview does not forward ${method} here.`);

    const persona = raw.headers.get('x-preview-persona') ?? '';
    if (!org.personas.includes(persona)) return problem(400, 'UNKNOWN_PERSONA', 'The preview knows no such persona.');

    const body = method === 'GET' ? undefined : await raw.arrayBuffer();
    if (lock.isClosed() && body && writes(method, body)) return problem(403, 'WRITES_LOCKED', lock.words);

    const ask = (token: string): Promise<Response> => {
        const headers = copied(raw.headers, SENT_ON);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(new URL(pathname + search, org.url), {
            method,
            headers,
            body,
            redirect: 'manual',
            signal: AbortSignal.timeout(PATIENCE)
        });
    };
    try {
        const token = await org.tokenFor(persona);
        let answer = await ask(token);
        if (answer.status === 401) {
            // A refused token has done nothing, so that asking again writes nothing twice.
            const other = await org.renew?.(persona, token);
            if (other) answer = await ask(other);
            else org.forget(persona);
        }
        if (answer.status >= 300 && answer.status < 400)
            return problem(
                502,
                'ORG_REDIRECTS',
                'The org sent the request elsewhere, and the preview follows no redirect.'
            );
        const answered = answer.status === 204 ? null : await answer.arrayBuffer();
        return new Response(answered, { status: answer.status, headers: copied(answer.headers, SENT_BACK) });
    } catch (error) {
        if (!(error instanceof Error)) throw error;
        const why = error.name === 'TimeoutError' ? 'did not answer in time' : 'cannot be reached';
        return problem(502, 'ORG_UNREACHABLE', `The org ${why}.`);
    }
}

/** Whether a request can change the org. What cannot be read is taken for a change. */
function writes(method: string, body: ArrayBuffer): boolean {
    if (method !== 'POST') return true;
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

/** An error in the shape of the REST API's. */
export function problem(status: number, errorCode: string, message: string): Response {
    return Response.json([{ message, errorCode }], { status });
}
