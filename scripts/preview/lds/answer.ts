import { direct } from './direct.ts';
import { platform } from './platform.ts';
import { persona, transportName } from './settings.ts';
import { deepFreeze, isOk, type Received, type Transport } from './transport.ts';
import type { TransportName } from '../transports.ts';

/** The root of LDS requests, with the API version of the page. */
const SERVICES = '/services/data/v66.0';

const TRANSPORTS: Record<TransportName, Transport> = { platform, direct };

/** The transport of this page. */
export const transport = (): Transport => TRANSPORTS[transportName()];

/**
 * Sends a request to the org through the preview's own origin.
 * @returns the JSON of the response, frozen; undefined when a deletion's response is empty
 * @throws FetchResponse, like LDS, for any failure. After the session has ended, it may never settle.
 */
export async function askOrg(
    path: string,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    body?: unknown,
    headers: Record<string, string> = {}
): Promise<unknown> {
    const request = {
        method,
        headers: { 'content-type': 'application/json', 'x-preview-persona': persona(), ...headers },
        body: JSON.stringify(body)
    };
    const received = await exchange(`${SERVICES}${path}`, request);
    if (method === 'DELETE' && received?.text === '' && isOk(received.status)) return undefined;
    return deepFreeze(await transport().deliver(received));
}

async function exchange(url: string, request: RequestInit): Promise<Received | null> {
    try {
        const response = await fetch(url, request);
        const { status, statusText, headers } = response;
        return { status, statusText, headers, text: await response.text() };
    } catch {
        // `fetch` says no more than that the connection broke.
        return null;
    }
}
