import { restErrors } from '../context/restErrors.ts';
import { ApiError } from '../apiError.ts';
import { createMany, removeMany, updateMany, upsertMany } from './collectionResource.ts';
import { compositeResource } from './compositeResource.ts';
import { basics, describe, describeGlobal } from './describeResource.ts';
import {
    json,
    notFound,
    errorAnswer,
    type Handler,
    type Method,
    type RestAnswer,
    type RestOrg,
    type RestRequest
} from './exchange.ts';
import { limitsResource } from './limitsResource.ts';
import { query, queryMore } from './queryResource.ts';
import { create, remove, removeByField, retrieve, retrieveByField, update, upsert } from './recordResource.ts';
import { retrieveMany } from './retrieveMany.ts';
import { createTree } from './treeResource.ts';

/** The resources of a version. A `*` matches one step of the path, which the handler receives. Exact patterns come first. */
const RESOURCES: [pattern: string, handlers: Partial<Record<Method, Handler>>][] = [
    ['query', { GET: query }],
    ['queryAll', { GET: query }],
    ['query/*', { GET: queryMore }],
    ['queryAll/*', { GET: queryMore }],
    ['sobjects', { GET: describeGlobal }],
    ['sobjects/*', { GET: basics, POST: create }],
    ['sobjects/*/describe', { GET: describe }],
    ['sobjects/*/*', { GET: retrieve, PATCH: update, DELETE: remove }],
    ['sobjects/*/*/*', { GET: retrieveByField, PATCH: upsert, DELETE: removeByField }],
    ['composite/sobjects', { POST: createMany, PATCH: updateMany, DELETE: removeMany }],
    ['composite/sobjects/*', { GET: retrieveMany, POST: retrieveMany }],
    ['composite/sobjects/*/*', { PATCH: upsertMany }],
    ['composite/tree/*', { POST: createTree }],
    ['composite', { POST: compositeResource((org, request) => answerRest(org, request) ?? notFound()) }],
    ['limits', { GET: limitsResource }]
];

const COMPILED = RESOURCES.map(([pattern, handlers]) => ({
    expression: new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}/?$`),
    handlers
}));

/** @returns null when the resource doesn't exist */
export function answerRest(org: RestOrg, request: RestRequest): RestAnswer | null {
    for (const { expression, handlers } of COMPILED) {
        const found = expression.exec(request.path);
        if (!found) continue;
        const method = request.method === 'HEAD' ? 'GET' : request.method;
        const handler = Object.entries(handlers).find(([name]) => name === method)?.[1];
        if (!handler) return notAllowed(request.method, Object.keys(handlers));
        try {
            return handler(org, request, found.slice(1).map(decodeURIComponent));
        } catch (cause) {
            if (cause instanceof ApiError) return errorAnswer(cause);
            if (cause instanceof URIError) return notFound();
            throw cause;
        }
    }
    return null;
}

/** The message is as seen in public reports. */
function notAllowed(method: string, allowed: string[]): RestAnswer {
    const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`;
    return json(restErrors('METHOD_NOT_ALLOWED', message), 405, { Allow: allowed.join(', ') });
}
