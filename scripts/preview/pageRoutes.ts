import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppSource } from '../build/appSource.ts';
import { BuildFault } from '../build/buildFault.ts';
import { REPO } from '../build/places.ts';
import { UserError } from '../terminal/userError.ts';
import type { Changes } from './changes.ts';
import { faultControls } from './faultControls.ts';
import { script } from './files.ts';
import { runFlow } from './flow/runFlow.ts';
import { faultHtml, type PageParts } from './html.ts';
import { people, type PreviewOrg } from './org.ts';
import { excerpt, pageBuild } from './pageBuild.ts';
import { protect } from './protect.ts';
import { forward, problem } from './proxy.ts';
import type { TransportName } from './transports.ts';
import type { WriteLock } from './writeLock.ts';

/** Bytes of a request, at most. A mutation of 200 users is far smaller. */
const MAX_REQUEST_SIZE = 5_000_000;
const FLOWS = join(REPO, 'optional/flow/main/default/flows');

export interface PageSetup {
    org: PreviewOrg;
    source: AppSource;
    /** The persona when the address has no `?as=`. */
    defaultPersona: string;
    transport: TransportName;
    lock: WriteLock;
    /** Null when the page doesn't reload itself. */
    watched: Changes | null;
    files: { routes: Hono; platformUrl: string; preload: string[] };
}

/** An origin that serves the page: that of the tab, or that of the Setup frame. */
export interface PageOrigin {
    /** Where the page is. */
    path: string;
    html(parts: Omit<PageParts, 'bar'>): string;
    /** Origins that can frame the page. */
    around(): string[];
    /** Origins that the page can frame. */
    frames(): string[];
    /** Where the page SwitchboardCenters opens, and the origin that it answers from. */
    visualforce(persona: string): { src: string; origin: string };
}

/**
 * The module that tells the page of a permission: true or undefined, as on the platform. A permission that couldn't be
 * read isn't missing: it is null, and the module asks until it knows. The page sees the change, because imports are live.
 */
export function permissionModule(isGranted: boolean | null): string {
    if (isGranted !== null) return `export default ${isGranted ? 'true' : 'undefined'};`;
    return `let has = null;
export { has as default };
async function ask(pause) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const answer = await fetch(import.meta.url + '?again').catch(() => null);
    const isGranted = answer?.ok ? await answer.json() : null;
    if (isGranted === null) return ask(Math.min(2 * pause, 30000));
    has = isGranted || undefined;
}
void ask(1000);
`;
}

/** Routes of the page, its scripts, and its requests to the org. Every origin has the same ones. */
export function pageRoutes({ org, source, defaultPersona, transport, lock, watched, files }: PageSetup) {
    const build = pageBuild(source);
    const person = people(org);
    // Compiles while the browser opens. The page shows any errors.
    build().catch(() => undefined);

    return (app: Hono, origin: PageOrigin): void => {
        app.use(
            bodyLimit({
                maxSize: MAX_REQUEST_SIZE,
                onError: () => problem(413, 'REQUEST_TOO_LARGE', 'The request is too large.')
            })
        );
        app.route('/', files.routes);
        app.get(origin.path, async (context) => {
            const nonce = protect(context, { around: origin.around(), frames: origin.frames() });
            const persona = context.req.query('as') ?? defaultPersona;
            if (!org.personas.includes(persona))
                return context.text(`Unknown persona "${persona}". Choose from: ${org.personas.join(', ')}.`, 404);
            const { platformUrl, preload } = files;
            const live = watched !== null;
            try {
                const { stamp } = await build();
                const visualforce = origin.visualforce(persona);
                const parts = { persona, transport, visualforce, platformUrl, preload, stamp, nonce, live };
                return context.html(origin.html(parts));
            } catch (error) {
                if (!(error instanceof BuildFault)) throw error;
                return context.html(faultHtml(error, excerpt(error), live), 500);
            }
        });
        app.get('/app.js', async () => script((await build()).code));
        app.get('/preview/changes', (context) => watched?.stream(context) ?? context.notFound());
        app.use('/preview/who/:persona/*', async (context, next) => {
            if (org.personas.includes(context.req.param('persona'))) return next();
            return problem(404, 'UNKNOWN_PERSONA', 'Unknown persona.');
        });
        app.get('/preview/who/:persona/user/Id', async (context) => {
            const { userId } = await person(context.req.param('persona'));
            return script(`export default ${JSON.stringify(userId)};`);
        });
        app.get('/preview/who/:persona/userPermission/:name', async (context) => {
            const { has } = await person(context.req.param('persona'));
            const isGranted = await has(context.req.param('name'));
            if (context.req.query('again') !== undefined) return context.json(isGranted);
            return script(permissionModule(isGranted));
        });
        app.get('/preview/flow/:name', async (context) => {
            const persona = context.req.header('x-preview-persona') ?? '';
            if (!org.personas.includes(persona)) return problem(400, 'UNKNOWN_PERSONA', 'Unknown persona.');
            // As the platform reports a flow that can't read its object (assumed).
            const refused = "The flow failed because its Get Records element can't read CallCenter.";
            if (org.flowsRefused) return context.json({ status: 'ERROR', message: refused, outputVariables: [] });
            const ended = await runFlow(org, persona, FLOWS, context.req.param('name'));
            return ended ? context.json(ended) : problem(404, 'NOT_FOUND', 'Unknown flow.');
        });
        faultControls(app, org);
        app.all('/services/*', (context) => forward(context, org, lock));

        app.notFound(() => problem(404, 'NOT_FOUND', "This page doesn't exist."));
        app.onError((error) => {
            if (error instanceof UserError) return problem(502, 'ORG_UNREACHABLE', error.message);
            if (error instanceof BuildFault) return problem(500, 'BUILD_FAULT', error.message);
            process.stderr.write(`${error.stack}\n`);
            return problem(500, 'PREVIEW_FAULT', 'The preview had an internal error. Its console shows the details.');
        });
    };
}
