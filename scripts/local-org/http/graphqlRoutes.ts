import type { GraphqlRequest } from '../graphql/answerGraphql.ts';
import { ApiError } from '../apiError.ts';
import { restErrors } from './answers.ts';
import type { App, OrgContext } from './app.ts';
import { readJson } from './readJson.ts';

/** `POST /services/data/vXX.0/graphql` `{ query, variables?, operationName? }`. Errors of the document come with 200. */
export function graphqlRoutes(app: App, org: OrgContext): void {
    app.post('/services/data/:version/graphql', async (context) => {
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
        return context.json(org.graphql.answer(org.store, context.get('session'), request));
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
