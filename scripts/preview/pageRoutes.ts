import { join } from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppSource } from '../build/appBundle.ts';
import { BuildFault } from '../build/buildFault.ts';
import { REPO } from '../build/places.ts';
import { UserError } from '../terminal/userError.ts';
import type { Changes } from './changes.ts';
import { faultControls, faultPanel } from './faultControls.ts';
import { script } from './files.ts';
import { runFlow } from './flow/runFlow.ts';
import { faultHtml, pageHtml } from './html.ts';
import { people, type PreviewOrg } from './org.ts';
import { excerpt, pageBuild } from './pageBuild.ts';
import { protect } from './protect.ts';
import { forward, problem } from './proxy.ts';
import type { WriteLock } from './writeLock.ts';

/** Bytes; far more than a mutation of 200 users. */
const LARGEST_REQUEST = 5_000_000;
const FLOWS = join(REPO, 'force-app/main/default/flows');

export interface PageParts {
    org: PreviewOrg;
    source: AppSource;
    /** Who looks when the address does not say (`?as=`). */
    usual: string;
    lock: WriteLock;
    /** Null: the page does not reload itself. */
    watched: Changes | null;
    files: { routes: Hono; platformUrl: string; preload: string[] };
}

/** One origin that serves the page: the tab's, or the Setup frame's. */
export interface PageOrigin {
    /** What stands above the page. */
    bar(persona: string): string;
    /** Origins that may frame the page. */
    around(): string[];
}

/** The page, its scripts and the way to the org; the same for every origin that shows it. */
export function pageRoutes({ org, source, usual, lock, watched, files }: PageParts) {
    const build = pageBuild(source);
    const person = people(org);
    // Compiled while the browser opens; what is wrong with it the page says.
    build().catch(() => undefined);

    return (app: Hono, origin: PageOrigin): void => {
        app.use(bodyLimit({ maxSize: LARGEST_REQUEST }));
        app.route('/', files.routes);
        app.get('/', async (context) => {
            const nonce = protect(context, { around: origin.around() });
            const persona = context.req.query('as') ?? usual;
            if (!org.personas.includes(persona))
                return context.text(`There is no persona ${persona}, only ${org.personas.join(', ')}.`, 404);
            const { platformUrl, preload } = files;
            const live = watched !== null;
            try {
                const { stamp } = await build();
                const ours = origin.bar(persona);
                const bar = ours && ours + faultPanel(org);
                return context.html(pageHtml({ persona, bar, platformUrl, preload, stamp, nonce, live }));
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
        app.get('/preview/flow/:name', async (context) => {
            const persona = context.req.header('x-preview-persona') ?? '';
            if (!org.personas.includes(persona))
                return problem(400, 'UNKNOWN_PERSONA', 'The preview knows no such persona.');
            // As the platform tells a flow that may not read what it names (assumed).
            const refused = 'The flow failed: its Get Records may not read CallCenter.';
            if (org.flowsRefused) return context.json({ status: 'ERROR', message: refused, outputVariables: [] });
            const ended = await runFlow(org, persona, FLOWS, context.req.param('name'));
            return ended ? context.json(ended) : problem(404, 'NOT_FOUND', 'There is no such flow.');
        });
        faultControls(app, org);
        app.all('/services/*', (context) => forward(context, org, lock));

        app.notFound(() => problem(404, 'NOT_FOUND', 'There is nothing here.'));
        app.onError((error) => {
            if (error instanceof UserError) return problem(502, 'ORG_UNREACHABLE', error.message);
            if (error instanceof BuildFault) return problem(500, 'BUILD_FAULT', error.message);
            process.stderr.write(`${error.stack}\n`);
            return problem(500, 'PREVIEW_FAULT', 'Something broke in the preview; its console says what.');
        });
    };
}
