import fc from 'fast-check';
import { API, call, encoded, type RequestParts, type WeightedCalls } from './requestParts.ts';
import { soql } from './soqlText.ts';
import { junk } from './text.ts';

/** Calls of all other services: bulk jobs, deployments, SOAP, OAuth, and the embedded org itself. */
export function serviceCalls({ segment, json, ingest, jobId, csv, xml }: RequestParts): WeightedCalls {
    return [
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
    ];
}
