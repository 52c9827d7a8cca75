import { GraphqlEndpoint, type GraphqlRequest } from './answerGraphql.ts';
import { ApiError } from '../apiError.ts';
import { NOT_FOUND, restErrors } from '../context/restErrors.ts';
import type { App, OrgContext } from '../context/orgContext.ts';
import { readJson } from '../context/readJson.ts';
import { createSchema, FIRST } from './schema.ts';

/** `POST /services/data/vXX.0/graphql` `{ query, variables?, operationName? }`. Errors in the document have status 200. */
export function graphqlRoutes(app: App, { store, variant }: OrgContext): void {
    let objects = store.objects;
    const endpoints = new Map<number, GraphqlEndpoint>();
    const endpointOf = (version: number): GraphqlEndpoint => {
        // A deployment can add and delete objects.
        if (objects !== store.objects) endpoints.clear();
        objects = store.objects;
        // Versions between two changes have the same schema.
        const since = Math.max(...Object.values(FIRST).filter((first) => first <= version));
        const endpoint =
            endpoints.get(since) ??
            new GraphqlEndpoint(createSchema(store.objects, variant, since), variant.mostOperations);
        endpoints.set(since, endpoint);
        return endpoint;
    };
    app.post('/services/data/:version/graphql', async (context) => {
        const version = Number.parseInt(context.req.param('version').slice(1), 10);
        if (version < FIRST.graphql) return context.json(NOT_FOUND, 404);
        const text = await context.req.text();
        let body: unknown;
        try {
            body = readJson(text);
        } catch (cause) {
            if (!(cause instanceof ApiError)) throw cause;
            return context.json(restErrors(cause.code, cause.message), 400);
        }
        const request = readRequest(body);
        if (!request)
            return context.json(
                restErrors('JSON_PARSER_ERROR', 'The request body must hold a query and, if any, variables'),
                400
            );
        return context.json(endpointOf(version).answer(store, context.get('session'), request));
    });
}

function readRequest(body: unknown): GraphqlRequest | null {
    if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string') return null;
    const variables = 'variables' in body ? body.variables : null;
    const operationName = 'operationName' in body ? body.operationName : null;
    if (variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
    if (operationName !== null && typeof operationName !== 'string') return null;
    return { query: body.query, variables: variables as Record<string, unknown> | null, operationName };
}
