import { child, childText, readXml, type Element } from '../../metadata/xml.ts';
import { ApiError } from '../apiError.ts';

/** A SOAP request: the operation, its content, and the session id. */
export interface SoapCall {
    operation: string;
    content: Element;
    sessionId: string | null;
}

/** @throws ApiError UNKNOWN_EXCEPTION when the text isn't a SOAP envelope */
export function readEnvelope(text: string): SoapCall {
    const read = readXml(text);
    if ('fault' in read) {
        throw new ApiError('UNKNOWN_EXCEPTION', `The request is not well formed: ${read.fault.message}`);
    }
    const { root } = read;
    const content = child(root, 'Body')?.children[0];
    if (root.name !== 'Envelope' || !content)
        throw new ApiError('UNKNOWN_EXCEPTION', 'The request is no SOAP envelope.');
    const header = child(root, 'Header');
    const session = header && child(header, 'SessionHeader');
    const sessionId = session && childText(session, 'sessionId');
    return { operation: content.name, content, sessionId: sessionId ?? null };
}

/** `<loginResponse><result>…</result></loginResponse>` in an envelope. A list becomes several elements of one name. */
export function soapAnswer(
    operation: string,
    namespace: string,
    result: Record<string, unknown> | Record<string, unknown>[]
): string {
    const body = `<${operation}Response>${elements({ result })}</${operation}Response>`;
    return envelope(`xmlns="${namespace}"`, body);
}

/** Faults have HTTP status 500. Clients look for `sf:INVALID_SESSION_ID` in the code (observed). */
export function soapFault(error: ApiError, prefix: string): string {
    const message = `${error.code}: ${error.message}`;
    const code = escaped(`${prefix}${error.code}`);
    const detail = `<sf:fault><sf:exceptionCode>${escaped(error.code)}</sf:exceptionCode><sf:exceptionMessage>${escaped(error.message)}</sf:exceptionMessage></sf:fault>`;
    const fault = `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escaped(message)}</faultstring><detail>${detail}</detail></soapenv:Fault>`;
    return envelope('xmlns:sf="urn:fault.partner.soap.sforce.com"', fault);
}

function envelope(namespaces: string, body: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${namespaces}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function elements(value: Record<string, unknown>): string {
    return Object.entries(value)
        .map(([name, each]) =>
            Array.isArray(each) ? each.map((one: unknown) => element(name, one)).join('') : element(name, each)
        )
        .join('');
}

function element(name: string, value: unknown): string {
    if (value === null || value === undefined) return `<${name} xsi:nil="true"/>`;
    const content = typeof value === 'object' ? elements(value as Record<string, unknown>) : escaped(String(value));
    return `<${name}>${content}</${name}>`;
}

/** XML 1.0 doesn't allow control characters, even escaped. */
function escaped(text: string): string {
    return text
        .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
