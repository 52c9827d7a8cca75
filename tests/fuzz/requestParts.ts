import fc from 'fast-check';
import { soql } from './soqlText.ts';
import { fieldName, junk, objectName } from './text.ts';

export const API = '/services/data/v66.0';
export const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'];

export interface Call {
    method: string;
    path: string;
    body: string | null;
}

export type WeightedCalls = fc.WeightedArbitrary<Call>[];

export type RequestParts = ReturnType<typeof requestParts>;

/**
 * Generators for the parts of requests.
 * @param knownIds ids of records in the org
 */
export function requestParts(knownIds: readonly string[], token: string) {
    const id = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...knownIds) },
        { weight: 2, arbitrary: fc.constantFrom(...knownIds).map((each) => `${each.slice(0, 15)}AAA`) },
        {
            weight: 1,
            arbitrary: fc.constantFrom(
                '005000000000000',
                '04v000000000000AAA',
                '01gHp0000000001IAA-2000',
                '750Hp0000000001IAA'
            )
        },
        { weight: 1, arbitrary: junk }
    );
    const segment = fc.oneof(id, fieldName, objectName).map(encoded);
    const value = fc.oneof(
        { weight: 3, arbitrary: id },
        { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
        { weight: 2, arbitrary: junk }
    );
    const record = fc
        .tuple(objectName, id, fc.dictionary(fieldName, value, { maxKeys: 4 }))
        .map(([type, Id, fields]) => ({ attributes: { type }, Id, ...fields }));
    const json = (content: fc.Arbitrary<unknown>) =>
        fc.oneof(
            { weight: 12, arbitrary: content.map((each) => JSON.stringify(each) ?? '') },
            { weight: 2, arbitrary: content.map((each) => (JSON.stringify(each) ?? '').slice(0, -1)) },
            { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((each) => JSON.stringify(each)) },
            { weight: 1, arbitrary: fc.nat(5000).map((deep) => '['.repeat(deep) + ']'.repeat(deep)) },
            { weight: 1, arbitrary: junk }
        );
    const variables = fc.oneof(
        fc.constant({}),
        fc.dictionary(fc.constantFrom('v', 'where', 'first'), fc.jsonValue({ maxDepth: 3 }))
    );

    const query = (name: string) => soql.map((text) => `${API}/${name}?q=${encoded(text)}`);
    const ingest = fc.record(
        {
            object: objectName,
            operation: fc.constantFrom('insert', 'update', 'upsert', 'delete', 'hardDelete'),
            contentType: fc.constantFrom('CSV', 'JSON'),
            externalIdFieldName: fieldName,
            lineEnding: fc.constantFrom('LF', 'CRLF', 'toString')
        },
        { requiredKeys: ['object', 'operation'] }
    );
    const jobId = fc.oneof(
        fc.nat(30).map((n) => `750Hp000000000${n.toString(36)}`),
        segment
    );
    const csv = fc
        .array(fc.array(fc.oneof(fieldName, id, junk), { maxLength: 3 }), { maxLength: 5 })
        .map((rows) => rows.map((cells) => cells.join(',')).join('\n'));
    const xml = fc
        .tuple(fc.constantFrom('login', 'deploy', 'checkDeployStatus', 'query', '!DOCTYPE x ['), junk, junk)
        .map(
            ([name, one, other]) =>
                `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></env:Header><env:Body><${name}><username>${one}</username><ZipFile>${other}</ZipFile><asyncProcessId>${one}</asyncProcessId></${name}></env:Body></env:Envelope>`
        );
    const subrequest = fc.record({
        method: fc.constantFrom(...METHODS),
        url: fc.oneof(
            segment.map((each) => `${API}/sobjects/User/${each}`),
            query('query'),
            fc.constantFrom(`${API}/composite`, '@{a.id}', '//x', `${API}/sobjects/@{b.records[0].Id}`),
            junk
        ),
        referenceId: fc.oneof(fc.constantFrom('a', 'b', 'c'), junk),
        body: fc.jsonValue({ maxDepth: 2 })
    });
    return { id, segment, value, record, json, variables, query, ingest, jobId, csv, xml, subrequest };
}

export function call(
    method: string,
    path: fc.Arbitrary<string> | string,
    body: fc.Arbitrary<string | null> = fc.constant(null)
): fc.Arbitrary<Call> {
    return fc.record({ method: fc.constant(method), path: typeof path === 'string' ? fc.constant(path) : path, body });
}

/** Encodes text for a URL. Replaces lone surrogates, which can't be percent-encoded. */
export function encoded(text: string): string {
    return encodeURIComponent(text.toWellFormed());
}
