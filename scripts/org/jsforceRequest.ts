import { PassThrough, type Duplex } from 'node:stream';
import { readReply, type HttpResponse } from './answer.ts';
import type { OrgRequest } from './connection.ts';
import { exchange, type HttpRequest } from './exchange.ts';

/** The part of a jsforce Connection that is used here. It adds the token and gets a new one when the org refuses it. */
export interface JsforceConnection {
    request(request: JsforceRequest, options?: object): Promise<unknown>;
}

interface JsforceRequest extends HttpRequest {
    method: 'GET' | 'POST' | 'PATCH';
    body?: string;
}

/** Requests over a jsforce connection. @param timeLimit for one response, in milliseconds */
export function jsforceRequest(connection: JsforceConnection, timeLimit?: number): OrgRequest {
    return async (method, url, body) => {
        const transport = new FetchTransport(timeLimit);
        const request: JsforceRequest = {
            method,
            url,
            headers: { 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) })
        };
        try {
            // jsforce rejects for an error status. The response has more detail than its error.
            await connection.request(request, { transport }).catch((error: unknown) => {
                if (transport.last === null) throw error;
            });
            return readReply(await transport.last!);
        } catch (cause) {
            return { kind: 'no response', cause: cause as Error };
        }
    };
}

/**
 * Node's fetch for jsforce, in place of its own transport (3.10). That one ends the process with an uncaught error when
 * a response breaks off halfway, and its promise never settles. It also repeats failed GETs for 15 seconds, and follows
 * redirects with the token.
 */
class FetchTransport {
    /** The response to the last request that jsforce sent. */
    last: Promise<HttpResponse> | null = null;
    readonly #timeLimit: number | undefined;

    constructor(timeLimit?: number) {
        this.#timeLimit = timeLimit;
    }

    httpRequest(request: HttpRequest): Promise<HttpResponse> & { stream(): Duplex } {
        const response = exchange(request, this.#timeLimit);
        this.last = response;
        // jsforce pipes the stream of every request. Only the promise is used here.
        return Object.assign(
            response.then((each) => each),
            { stream: () => new PassThrough() }
        );
    }
}
