import type { FetchResponse } from 'lightning/uiRecordApi';
import { deepFreeze, errorBody, isOk, parse, type Received, type Transport } from './transport.ts';

/** Hands on the response as it came: with its status, its headers, and the org's words. Kinder than the platform. */
export const direct: Transport = {
    deliver(received) {
        if (!received) throw fetchResponse(NOTHING, { message: "The server didn't respond." });
        const answer = parse(received.text);
        if (answer === undefined) throw fetchResponse(received, { message: "The server's response isn't JSON." });
        if (!isOk(received.status)) throw fetchResponse(received, errorBody(answer));
        return answer;
    },
    wireErrors(failed) {
        const { message } = Array.isArray(failed.body) ? failed.body[0]! : failed.body;
        return [{ message, ...failed }];
    }
};

const NOTHING: Omit<Received, 'text'> = { status: 0, statusText: '', headers: new Headers() };

function fetchResponse(
    { status, statusText, headers }: Omit<Received, 'text'>,
    body: Record<string, unknown>
): FetchResponse {
    return deepFreeze({
        ok: false,
        status,
        statusText,
        headers: Object.fromEntries(headers),
        body: { message: statusText, statusCode: status, ...body }
    });
}
