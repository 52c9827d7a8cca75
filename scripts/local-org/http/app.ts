import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Session } from '../access/session.ts';
import { tokenOf, type Sessions } from '../access/sessions.ts';
import { bulkRoutes } from '../bulk/routes.ts';
import { flowRoutes } from '../flows/flowRoutes.ts';
import { faultGate } from '../faults/faultGate.ts';
import { Faults } from '../faults/faults.ts';
import { faultRoutes } from '../faults/routes.ts';
import type { RowFault } from '../faults/rowFault.ts';
import { GraphqlEndpoint } from '../graphql/answerGraphql.ts';
import { createSchema } from '../graphql/schema.ts';
import { restRoutes } from '../rest/routes.ts';
import { soapRoutes } from '../soap/routes.ts';
import type { Store } from '../store/store.ts';
import { uiApiRoutes } from '../uiapi/routes.ts';
import { DAILY_LIMIT_REACHED, METHOD_NOT_ALLOWED, NOT_FOUND, restErrors, SESSION_EXPIRED } from './answers.ts';
import { DAILY_REQUESTS, DailyLimit } from './dailyLimit.ts';
import { graphqlRoutes } from './graphqlRoutes.ts';
import { identityRoutes } from './identityRoutes.ts';
import type { Variant } from '../variants/variant.ts';
import type { RequestLog } from './requestLog.ts';
import { knownVersion, versionRoutes } from './versions.ts';

/** What every route can reach. */
export interface OrgContext {
    store: Store;
    sessions: Sessions;
    log: RequestLog;
    graphql: GraphqlEndpoint;
    daily: DailyLimit;
    faults: Faults;
    variant: Variant;
}

/** What a request carries once it is known whose it is. */
export interface Env {
    Variables: { session: Session; rowFault: RowFault | null };
}
export type App = Hono<Env>;
export type Routes = (app: App, org: OrgContext) => void;

/** Documented: REST request bodies of up to 50 MB; far less is served, so that junk is answered at once (assumed). */
const LARGEST_BODY = 12 * 1024 * 1024;

export function orgContext(
    store: Store,
    sessions: Sessions,
    log: RequestLog,
    dailyRequests: number = DAILY_REQUESTS,
    variant: Variant = { says: 'as it is' }
): OrgContext {
    const graphql = new GraphqlEndpoint(createSchema(store.objects, variant), variant.mostOperations);
    const daily = new DailyLimit(dailyRequests, () => store.now());
    return { store, sessions, log, graphql, daily, faults: new Faults(), variant };
}

function isGone(error: Error): boolean {
    return 'code' in error && error.code === 'ECONNRESET';
}

/** @param more routes beyond GraphQL, UI API and identity, such as SOQL's */
export function createApp(org: OrgContext, more: readonly Routes[] = []): App {
    // Salesforce CLI asks for //services/… when its stored address ends in a slash (observed).
    const app = new Hono<Env>({ getPath: (request) => new URL(request.url).pathname.replace(/^\/+/, '/') });
    app.use(async (context, next) => {
        const started = performance.now();
        await next();
        const { method, path } = context.req;
        org.log.add({ method, path, status: context.res.status, ms: performance.now() - started });
    });
    app.use(
        bodyLimit({
            maxSize: LARGEST_BODY,
            onError: (context) =>
                context.json(restErrors('REQUEST_LIMIT_EXCEEDED', 'The request body is too large'), 413)
        })
    );
    faultRoutes(app, org);
    app.use(faultGate(org));
    identityRoutes(app, org);
    versionRoutes(app, org.variant.newestVersion);
    app.use('/services/data/:version/*', async (context, next) => {
        if (!knownVersion(context.req.param('version'), org.variant.newestVersion)) return context.json(NOT_FOUND, 404);
        const token = tokenOf(context.req.header('Authorization'));
        const session = token === null ? undefined : org.sessions.of(token);
        if (!session) return context.json(SESSION_EXPIRED, 401);
        if (!org.daily.take()) {
            return context.json(DAILY_LIMIT_REACHED, 403, { 'Sforce-Limit-Info': org.daily.usage });
        }
        context.set('session', { ...session, rowFault: context.get('rowFault') });
        await next();
        context.header('Sforce-Limit-Info', org.daily.usage);
    });
    for (const routes of [graphqlRoutes, uiApiRoutes, restRoutes, flowRoutes, bulkRoutes, soapRoutes, ...more])
        routes(app, org);
    app.all('/services/data/:version/graphql', (context) => context.json(METHOD_NOT_ALLOWED, 405));
    app.notFound((context) => context.json(NOT_FOUND, 404));
    app.onError((error, context) => {
        // A client that leaves in mid-request is nobody's failure, and hears nothing any more.
        if (!isGone(error)) org.log.failures.push(error);
        return context.json(
            restErrors(
                'UNKNOWN_EXCEPTION',
                'An unexpected error occurred. Please include this ErrorId if you contact support'
            ),
            500
        );
    });
    return app;
}
