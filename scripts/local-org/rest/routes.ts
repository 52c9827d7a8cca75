import { readJson } from '../context/readJson.ts';
import { ApiError } from '../apiError.ts';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { restErrors } from '../context/restErrors.ts';
import type { App, Env, OrgContext } from '../context/orgContext.ts';
import { Cursors } from './cursors.ts';
import type { RestRequest } from './exchange.ts';
import { answerRest } from './resources.ts';

/** Longer addresses are answered with 414 or 431 (documented). */
const MAX_URL_BYTES = 16_384;

/** SOQL, records, describes, collections, composite requests, and limits: all of REST except UI API. */
export function restRoutes(app: App, org: OrgContext): void {
    const rest = { ...org, cursors: new Cursors(() => org.store.now()) };
    app.use('/services/data/*', async (context, next) => {
        const { pathname, search } = new URL(context.req.url);
        if (pathname.length + search.length <= MAX_URL_BYTES) return next();
        return context.json(restErrors('URI_TOO_LONG', 'The URI of the request is too long'), 414);
    });
    for (const version of ['/services/data/:version', '/services/data/:version/']) {
        app.get(version, (context) => context.json(resourcesOf(context, org)));
    }
    app.use('/services/data/:version/*', async (context, next) => {
        const prefix = `/services/data/${context.req.param('version')}/`;
        const path = context.req.path.slice(prefix.length);
        if (/^(graphql|ui-api|jobs|metadata)(\/|$)/.test(path)) return next();
        const body = await readBody(context);
        if ('refused' in body) return context.json(body.refused, body.status);
        const url = new URL(context.req.url);
        const request: RestRequest = {
            session: context.get('session'),
            version: context.req.param('version'),
            origin: url.origin,
            method: context.req.method,
            path,
            query: url.searchParams,
            header: (name) => context.req.header(name) ?? null,
            body: body.content
        };
        const answer = answerRest(rest, request);
        if (!answer) return next();
        for (const [name, value] of Object.entries(answer.headers ?? {})) context.header(name, value);
        if (answer.body === undefined) return context.body(null, 204);
        return context.json(answer.body, answer.status as ContentfulStatusCode);
    });
}

/** `GET /services/data/vXX.0`: the resources. Clients use `identity` to find out who is logged in (observed). */
function resourcesOf(context: Context<Env>, { sessions }: OrgContext): Record<string, string> {
    const url = new URL(context.req.url);
    const base = `/services/data/${context.req.param('version')}`;
    const names = ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'graphql', 'ui-api', 'jobs', 'metadata'];
    return {
        ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])),
        identity: `${url.origin}/id/${sessions.organizationId()}/${context.get('session').userId}`
    };
}

type Body = { content: unknown } | { refused: unknown; status: 400 | 415 };

async function readBody(context: Context<Env>): Promise<Body> {
    if (!['POST', 'PATCH', 'PUT'].includes(context.req.method)) return { content: undefined };
    const text = await context.req.text();
    const type = context.req.header('Content-Type') ?? 'application/json';
    if (text !== '' && !/^application\/json\b/i.test(type)) {
        const message = `Content type of request body is not supported: ${type}`;
        return { refused: restErrors('UNSUPPORTED_MEDIA_TYPE', message), status: 415 };
    }
    if (text === '') return { content: undefined };
    try {
        return { content: readJson(text) };
    } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        return { refused: restErrors(cause.code, cause.message), status: 400 };
    }
}
