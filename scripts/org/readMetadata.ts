import { METADATA_NAMESPACE, child, descendants, readXml, type Element } from '../metadata/xml.ts';
import type { Answer } from './answer.ts';
import { exchange } from './exchange.ts';

/** Reads one component over the Metadata API: the text of each of its elements that has no other, by name. */
export type ReadMetadata = (type: string, fullName: string) => Promise<Answer<ReadonlyMap<string, string>>>;

export interface MetadataLogin {
    url: string;
    /** Such as `66.0`. */
    apiVersion: string;
    accessToken(): Promise<string> | string;
}

/** `readMetadata` is a SOAP call (Metadata API guide). It has no counterpart in REST. Never rejects. */
export function metadataReader({ url, apiVersion, accessToken }: MetadataLogin): ReadMetadata {
    return async (type, fullName) => {
        try {
            const { body } = await exchange({
                url: `${url}/services/Soap/m/${apiVersion}`,
                method: 'POST',
                headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
                body: envelope(await accessToken(), type, fullName)
            });
            return readAnswer(body);
        } catch (cause) {
            return { ok: false, code: '', message: (cause as Error).message };
        }
    };
}

function envelope(token: string, type: string, fullName: string): string {
    const header = `<SessionHeader><sessionId>${escaped(token)}</sessionId></SessionHeader>`;
    const call = `<readMetadata><type>${escaped(type)}</type><fullNames>${escaped(fullName)}</fullNames></readMetadata>`;
    return `<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${METADATA_NAMESPACE}"><e:Header>${header}</e:Header><e:Body>${call}</e:Body></e:Envelope>`;
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function readAnswer(text: string): Answer<ReadonlyMap<string, string>> {
    const read = readXml(text);
    if ('fault' in read) return { ok: false, code: '', message: 'The answer of the Metadata API is no XML.' };
    const [fault] = descendants(read.root, 'faultstring');
    if (fault) {
        const [, code = '', message = ''] = /^(?:\w+:)?([A-Z_]+):\s*([\s\S]*)$/.exec(fault.text) ?? [];
        return { ok: false, code, message: message || fault.text };
    }
    const [record] = descendants(read.root, 'records');
    // A component that the org doesn't have comes as a record without a name.
    if (!record || !child(record, 'fullName')) return { ok: false, code: '', message: 'The org has no such metadata.' };
    const values = new Map<string, string>();
    const keep = (element: Element): void => {
        for (const part of element.children) {
            if (part.children.length === 0) values.set(part.name, part.text);
            else keep(part);
        }
    };
    keep(record);
    return { ok: true, body: values };
}
