import fc from 'fast-check';
import { fieldName, graphql, junk, objectName, soql } from './text.ts';

/** A request as plain data, so that a failure prints everything needed to repeat it. */
export interface FuzzRequest {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | null;
}

const API = '/services/data/v66.0';
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'];
const TYPES = [
    'application/json',
    'application/json; charset=UTF-8',
    'text/csv',
    'text/xml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'x',
    ''
];

/** @param knownIds ids of records in the org */
export function fuzzRequest(knownIds: readonly string[], token: string): fc.Arbitrary<FuzzRequest> {
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

    const call = (
        method: string,
        path: fc.Arbitrary<string> | string,
        body: fc.Arbitrary<string | null> = fc.constant(null)
    ) => fc.record({ method: fc.constant(method), path: typeof path === 'string' ? fc.constant(path) : path, body });
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

    const anyCall = fc.oneof(
        { weight: 8, arbitrary: call('GET', query('query')) },
        {
            weight: 2,
            arbitrary: call(
                'GET',
                query('queryAll').map((path) => `${path}&columns=true`)
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'GET',
                segment.map((each) => `${API}/query/${each}`)
            )
        },
        {
            weight: 10,
            arbitrary: call(
                'POST',
                `${API}/graphql`,
                json(fc.tuple(graphql, variables).map(([text, given]) => ({ query: text, variables: given })))
            )
        },
        {
            weight: 3,
            arbitrary: call(
                'GET',
                fc
                    .tuple(segment, segment)
                    .map(([one, field]) => `${API}/ui-api/records/${one}?fields=User.${field}&optionalFields=${field}`)
            )
        },
        {
            weight: 3,
            arbitrary: call(
                'PATCH',
                segment.map((each) => `${API}/ui-api/records/${each}`),
                json(fc.record({ fields: fc.dictionary(fieldName, value, { maxKeys: 3 }) }))
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'GET',
                segment.map((each) => `${API}/ui-api/object-info/${each}`)
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'GET',
                fc.tuple(segment, segment).map((parts) => `${API}/sobjects/${parts.join('/')}`)
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'GET',
                fc.tuple(segment, segment, segment).map((parts) => `${API}/sobjects/${parts.join('/')}`)
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'GET',
                segment.map((each) => `${API}/sobjects/${each}/describe`)
            )
        },
        {
            weight: 3,
            arbitrary: call(
                'POST',
                segment.map((each) => `${API}/sobjects/${each}`),
                json(record)
            )
        },
        {
            weight: 3,
            arbitrary: call(
                'PATCH',
                fc.tuple(segment, segment).map((parts) => `${API}/sobjects/${parts.join('/')}`),
                json(fc.dictionary(fieldName, value, { maxKeys: 3 }))
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'PATCH',
                fc.tuple(segment, segment, segment).map((parts) => `${API}/sobjects/${parts.join('/')}`),
                json(fc.dictionary(fieldName, value, { maxKeys: 3 }))
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'DELETE',
                fc.tuple(segment, segment).map((parts) => `${API}/sobjects/${parts.join('/')}`)
            )
        },
        {
            weight: 4,
            arbitrary: call(
                'PATCH',
                `${API}/composite/sobjects`,
                json(
                    fc.record({
                        allOrNone: fc.oneof(fc.boolean(), fc.jsonValue({ maxDepth: 1 })),
                        records: fc.array(record, { maxLength: 4 })
                    })
                )
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'POST',
                `${API}/composite/sobjects`,
                json(fc.record({ records: fc.array(record, { maxLength: 4 }) }))
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'PATCH',
                fc.tuple(segment, segment).map((parts) => `${API}/composite/sobjects/${parts.join('/')}`),
                json(fc.record({ records: fc.array(record, { maxLength: 4 }) }))
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'POST',
                segment.map((each) => `${API}/composite/sobjects/${each}`),
                json(fc.record({ ids: fc.array(id, { maxLength: 4 }), fields: fc.array(fieldName, { maxLength: 3 }) }))
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'DELETE',
                fc.array(segment, { maxLength: 4 }).map((all) => `${API}/composite/sobjects?ids=${all.join(',')}`)
            )
        },
        {
            weight: 3,
            arbitrary: call(
                'POST',
                `${API}/composite`,
                json(fc.record({ allOrNone: fc.boolean(), compositeRequest: fc.array(subrequest, { maxLength: 4 }) }))
            )
        },
        { weight: 2, arbitrary: call('POST', `${API}/jobs/ingest`, json(ingest)) },
        {
            weight: 2,
            arbitrary: call(
                'PUT',
                jobId.map((each) => `${API}/jobs/ingest/${each}/batches`),
                csv
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'PATCH',
                jobId.map((each) => `${API}/jobs/ingest/${each}`),
                json(fc.record({ state: fc.constantFrom('UploadComplete', 'Aborted', 'x') }))
            )
        },
        {
            weight: 2,
            arbitrary: call(
                'GET',
                fc
                    .tuple(
                        jobId,
                        fc.constantFrom('', '/successfulResults', '/failedResults', '/unprocessedrecords', '/x')
                    )
                    .map((parts) => `${API}/jobs/ingest/${parts.join('')}`)
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'POST',
                `${API}/jobs/query`,
                json(soql.map((text) => ({ operation: 'query', query: text })))
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'GET',
                fc
                    .tuple(jobId, junk)
                    .map(
                        ([job, at]) =>
                            `${API}/jobs/query/${job}/results?locator=${encoded(at)}&maxRecords=${encoded(at)}`
                    )
            )
        },
        {
            weight: 1,
            arbitrary: call('POST', `${API}/metadata/deployRequest`, json(fc.constant({ deployOptions: {} })))
        },
        {
            weight: 1,
            arbitrary: call(
                'GET',
                segment.map((each) => `${API}/metadata/deployRequest/${each}?includeDetails=true`)
            )
        },
        { weight: 1, arbitrary: call('POST', '/services/Soap/u/60.0', fc.oneof(xml, junk)) },
        { weight: 1, arbitrary: call('POST', '/services/Soap/m/60.0', fc.oneof(xml, junk)) },
        {
            weight: 1,
            arbitrary: call(
                'POST',
                '/services/oauth2/token',
                fc
                    .tuple(fc.constantFrom('password', 'client_credentials', 'x'), junk)
                    .map(([kind, text]) => `grant_type=${kind}&username=${text}&password=${text}&client_id=${text}`)
            )
        },
        { weight: 1, arbitrary: call('POST', '/services/oauth2/revoke', junk) },
        {
            weight: 1,
            arbitrary: call(
                'GET',
                fc.constantFrom(
                    '/services/oauth2/userinfo',
                    '/services/data',
                    API,
                    `${API}/`,
                    `${API}/limits`,
                    `${API}/sobjects`,
                    '/id/x/y',
                    '//services//data',
                    '/embedded/faults'
                )
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'PUT',
                '/embedded/faults',
                fc.jsonValue({ maxDepth: 3 }).map((each) => JSON.stringify({ rules: [each] }))
            )
        },
        {
            weight: 1,
            arbitrary: call(
                'GET',
                fc.array(segment, { maxLength: 5 }).map((all) => `/${all.join('/')}`)
            )
        }
    );
    const validToken = `Bearer ${token}`;
    const headers = fc.record({
        authorization: fc.oneof(
            { weight: 30, arbitrary: fc.constant(validToken) },
            { weight: 1, arbitrary: fc.constantFrom('', 'Bearer', 'Bearer x', `OAuth ${token}`, `Basic ${token}`) }
        ),
        type: fc.oneof(
            { weight: 8, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.constantFrom(...TYPES) }
        ),
        since: fc.oneof(
            { weight: 8, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.constantFrom('yesterday', '2026-11-22T00:00:00.000Z', '-1', '') }
        )
    });
    const method = fc.oneof(
        { weight: 15, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...METHODS) }
    );
    return fc
        .tuple(anyCall, headers, method)
        .map(([{ method: defaultMethod, path, body }, { authorization, type, since }, otherMethod]) => {
            const chosen = otherMethod ?? defaultMethod;
            return {
                method: chosen,
                path,
                headers: {
                    authorization,
                    'content-type': type ?? typeOf(path),
                    ...(since === null ? {} : { 'if-unmodified-since': since })
                },
                body: chosen === 'GET' || chosen === 'HEAD' ? null : body
            };
        });
}

function typeOf(path: string): string {
    if (path.endsWith('/batches')) return 'text/csv';
    if (path.includes('/Soap/')) return 'text/xml';
    return path.includes('/oauth2/') ? 'application/x-www-form-urlencoded' : 'application/json';
}

/** Encodes text for a URL. Replaces lone surrogates, which can't be percent-encoded. */
function encoded(text: string): string {
    return encodeURIComponent(text.toWellFormed());
}
