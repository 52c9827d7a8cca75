import fc from 'fast-check';
import { graphql } from './graphqlText.ts';
import { API, call, type RequestParts, type WeightedCalls } from './requestParts.ts';
import { fieldName } from './text.ts';

/** Calls that read or write records: SOQL, GraphQL, UI API, sobjects, and composite. */
export function recordCalls({
    id,
    segment,
    value,
    record,
    json,
    variables,
    query,
    subrequest
}: RequestParts): WeightedCalls {
    return [
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
        }
    ];
}
