import type { Context } from 'hono';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { ServerResponse } from 'node:http';
import { restErrors } from '../context/restErrors.ts';

/** As seen in public reports. The body of a real 503 is JSON or a page, depending on what is down. */
export function unavailable(retryAfter: number | undefined): Response {
    const body = restErrors('SERVER_UNAVAILABLE', 'The server is temporarily unavailable. Try again later.');
    const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
    return Response.json(body, { status: 503, headers });
}

/** A page that a proxy or a maintenance window sends instead of an answer. */
export function htmlPage(): Response {
    const page =
        '<!doctype html><html><head><title>We are down for maintenance</title></head><body>Sorry.</body></html>';
    return new Response(page, { status: 503, headers: { 'Content-Type': 'text/html; charset=UTF-8' } });
}

/** A GraphQL document that didn't run has status 200 and no data. The type of the error is assumed. */
export function documentRefused(isGraphql: boolean, given: string | undefined): Response {
    const message = given ?? 'The request could not be processed.';
    if (!isGraphql) return Response.json(restErrors('UNKNOWN_EXCEPTION', message), { status: 400 });
    const error = { message, locations: [], paths: [], extensions: { ErrorType: 'ExecutionAborted' } };
    return Response.json({ data: {}, errors: [error] });
}

/** Ends the connection without an answer. A call in the same process has no connection, so its body breaks off instead. */
export function dropped(context: Context): Response {
    const outgoing = outgoingOf(context);
    if (!outgoing) return new Response(brokenOff(new Uint8Array()));
    outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
}

/** Sends half of an answer. Its Content-Length promises all of it, unless the cut must look clean. */
export async function truncated(context: Context, whole: Response, isClean: boolean): Promise<Response> {
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const half = bytes.slice(0, Math.floor(bytes.length / 2));
    const headers = new Headers(whole.headers);
    headers.delete('Content-Length');
    if (isClean) return new Response(half, { status: whole.status, headers });
    const outgoing = outgoingOf(context);
    if (!outgoing) return new Response(brokenOff(half), { status: whole.status, headers });
    outgoing.writeHead(whole.status, { ...Object.fromEntries(headers), 'Content-Length': bytes.length });
    outgoing.write(half, () => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
}

function outgoingOf({ env }: Context): ServerResponse | undefined {
    return (env as { outgoing?: ServerResponse } | undefined)?.outgoing;
}

function brokenOff(sent: Uint8Array): ReadableStream {
    return new ReadableStream({
        start: (controller) => controller.enqueue(sent),
        pull: (controller) => controller.error(new Error('The connection was closed.'))
    });
}
