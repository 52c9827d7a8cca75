import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppSource } from '../build/appBundle.ts';
import { BuildFault } from '../build/buildFault.ts';
import { CACHE } from '../build/places.ts';
import { platformBundle } from '../build/platformBundle.ts';
import { changes } from './changes.ts';
import { files, script } from './files.ts';
import { makeGate } from './gate.ts';
import { faultHtml, pageHtml, securityPolicy } from './html.ts';
import { OrgSilent, people, type PreviewOrg } from './org.ts';
import { excerpt, PAGE, pageBuild } from './pageBuild.ts';
import { forward, problem } from './proxy.ts';

/** Bytes; far more than a mutation of 200 users. */
const LARGEST_REQUEST = 5_000_000;

export interface PreviewOptions {
    org: PreviewOrg;
    /** 0: any free port. */
    port: number;
    source?: AppSource;
    /** Who looks at the page when the address does not say (`?as=`). */
    persona?: string;
    /** Reload the page when its files change. */
    live?: boolean;
}

export interface Preview {
    /** Origin, without the secret. */
    url: string;
    /** What to open: the origin with the secret of this start. */
    address: string;
    port: number;
    close(): Promise<void>;
}

/**
 * Serves the page on 127.0.0.1. It is compiled when it is asked for, as far as its files have changed.
 * @throws the listen error (`EADDRINUSE`) of the port
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
    const { org, source = PAGE, live = false, persona: usual = org.personas[0]! } = options;
    const { routes, platformUrl, preload } = await files(await platformBundle(CACHE));
    const gate = makeGate();
    const watched = live ? changes([source.lwcRoot, source.labelsFile]) : null;
    const build = pageBuild(source);
    const person = people(org);
    let port = 0;
    // Compiled while the browser opens; what is wrong with it the page says.
    build().catch(() => undefined);

    const app = new Hono();
    app.use(gate.guard(() => port));
    app.use(bodyLimit({ maxSize: LARGEST_REQUEST }));
    app.route('/', routes);

    app.get('/', async (context) => {
        const nonce = protect(context);
        const persona = context.req.query('as') ?? usual;
        if (!org.personas.includes(persona))
            return context.text(`There is no persona ${persona}, only ${org.personas.join(', ')}.`, 404);
        try {
            const { stamp } = await build();
            return context.html(
                pageHtml({ persona, personas: org.personas, platformUrl, preload, stamp, nonce, live })
            );
        } catch (error) {
            if (!(error instanceof BuildFault)) throw error;
            return context.html(faultHtml(error.message, excerpt(error), live), 500);
        }
    });
    app.get('/app.js', async () => script((await build()).code));
    app.get('/preview/changes', (context) => watched?.stream(context) ?? context.notFound());
    app.get('/preview/who/:persona/user/Id', async (context) => {
        const { userId } = await person(context.req.param('persona'));
        return script(`export default ${JSON.stringify(userId)};`);
    });
    app.get('/preview/who/:persona/userPermission/:name', async (context) => {
        const { has } = await person(context.req.param('persona'));
        return script(`export default ${(await has(context.req.param('name'))) ? 'true' : 'undefined'};`);
    });
    app.all('/services/*', (context) => forward(context, org));

    app.notFound(() => problem(404, 'NOT_FOUND', 'There is nothing here.'));
    app.onError((error) => {
        if (error instanceof OrgSilent) return problem(502, 'ORG_UNREACHABLE', `${error.message}.`);
        if (error instanceof BuildFault) return problem(500, 'BUILD_FAULT', error.message);
        process.stderr.write(`${error.stack}\n`);
        return problem(500, 'PREVIEW_FAULT', 'Something broke in the preview; its console says what.');
    });

    const server = await listen(app, options.port);
    port = (server.address() as AddressInfo).port;
    const url = `http://127.0.0.1:${port}`;
    return {
        url,
        address: `${url}/?token=${gate.secret}`,
        port,
        close: () =>
            new Promise((resolve) => {
                watched?.close();
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

/** Headers of a document; gives the nonce of its inline script. */
function protect(context: Context): string {
    const nonce = randomBytes(16).toString('base64url');
    context.header('content-security-policy', securityPolicy(nonce));
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', 'no-store');
    return nonce;
}

function listen(app: Hono, port: number): Promise<Server> {
    return new Promise((resolve, reject) => {
        const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server)) as Server;
        server.once('error', reject);
    });
}
