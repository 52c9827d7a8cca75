import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { tokenOf } from '../access/sessions.ts';
import { bulkRoutes } from '../bulk/routes.ts';
import { bulkVersion1Routes } from '../bulk/version1Routes.ts';
import type { App, Env, OrgContext, Routes } from '../context/orgContext.ts';
import {
    DAILY_LIMIT_REACHED,
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    restErrors,
    SESSION_EXPIRED
} from '../context/restErrors.ts';
import { faultGate } from '../faultGate/faultGate.ts';
import { faultRoutes } from '../faultGate/routes.ts';
import { flowRoutes } from '../flows/flowRoutes.ts';
import { graphqlRoutes } from '../graphql/routes.ts';
import { restRoutes } from '../rest/routes.ts';
import { soapRoutes } from '../soap/routes.ts';
import { uiApiRoutes } from '../uiapi/routes.ts';
import { refuseForeignHosts } from './loopbackHost.ts';
import { frontdoorRoutes } from './frontdoorRoutes.ts';
import { identityRoutes } from './identityRoutes.ts';
import { knownVersion, versionRoutes } from './versions.ts';

/**
 * Bytes in a request body. REST allows 50 MB (documented). This limit is much lower, so that junk is rejected right away
 * (assumed).
 */
const MAX_BODY_BYTES = 12 * 1024 * 1024;

function isConnectionLost(error: Error): boolean {
    return 'code' in error && error.code === 'ECONNRESET';
}

/** @param more routes to add to those of the org */
export function createApp(org: OrgContext, more: readonly Routes[] = []): App {
    // Salesforce CLI requests //services/… when its stored address ends in a slash (observed).
    const app = new Hono<Env>({ getPath: (request) => new URL(request.url).pathname.replace(/^\/+/, '/') });
    app.use(async (context, next) => {
        const started = performance.now();
        await next();
        const { method, path } = context.req;
        org.log.add({ method, path, status: context.res.status, ms: performance.now() - started });
    });
    app.use(refuseForeignHosts);
    app.use(
        bodyLimit({
            maxSize: MAX_BODY_BYTES,
            onError: (context) =>
                context.json(restErrors('REQUEST_LIMIT_EXCEEDED', 'The request body is too large'), 413)
        })
    );
    faultRoutes(app, org);
    app.use(faultGate(org));
    identityRoutes(app, org);
    frontdoorRoutes(app, org);
    bulkVersion1Routes(app);
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
        // When a client disconnects in the middle of a request, that isn't an error of the org, and no one gets the answer.
        if (!isConnectionLost(error)) org.log.failures.push(error);
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
