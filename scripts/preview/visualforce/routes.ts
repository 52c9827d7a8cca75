import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { REPO } from '../../build/places.ts';
import { remoteModels } from '../../metadata/markup.ts';
import { query, type PreviewOrg } from '../org.ts';
import { protect } from '../protect.ts';
import { problem } from '../proxy.ts';
import { CriteriaRefused, criteriaSoql } from './criteria.ts';
import { renderPage } from './page.ts';

const PAGES = join(REPO, 'optional/visualforce/main/default/pages');
const PAGE_NAME = /^[A-Za-z]\w*$/;

/** Salesforce's own words for an object that Remote Objects don't support aren't known. These are assumed. */
const REFUSED = "sObject type 'CallCenter' is not supported.";

/**
 * The page SwitchboardCenters on the Visualforce origin, and the requests of its Remote Objects, which ask the org for rows
 * as any client would.
 * @param around origins that can frame the page: the tab, and Setup with its own frame
 */
export function visualforceRoutes(app: Hono, org: PreviewOrg, around: () => string[]): void {
    const look = org.visualforce ?? 'works';
    const markupOf = async (name: string): Promise<string | null> => {
        const file = join(PAGES, `${name}.page`);
        return PAGE_NAME.test(name) && look !== 'missing' && existsSync(file) ? readFile(file, 'utf8') : null;
    };

    app.get('/apex/:page', async (context) => {
        const persona = context.req.query('as') ?? '';
        if (!org.personas.includes(persona)) return problem(400, 'UNKNOWN_PERSONA', 'Unknown persona.');
        const markup = await markupOf(context.req.param('page'));
        if (markup === null) return context.html(missingPage(context), 404);
        const nonce = protect(context, { around: look === 'blocked' ? [] : [`'self'`, ...around()] });
        if (typeof look === 'object' && look.hostile === 'another origin') sandbox(context);
        const { origin } = new URL(context.req.url);
        return context.html(renderPage(markup, { persona, nonce, parents: [origin, ...around()], look }));
    });

    app.post('/preview/remote/:object', async (context) => {
        const persona = context.req.header('x-preview-persona') ?? '';
        if (!org.personas.includes(persona)) return problem(400, 'UNKNOWN_PERSONA', 'Unknown persona.');
        const markup = (await markupOf('SwitchboardCenters')) ?? '';
        const model = remoteModels(markup).find(({ object }) => object === context.req.param('object'));
        if (!model || look === 'refused') return context.json({ message: REFUSED });
        try {
            const answer = await query(org, persona, criteriaSoql(model, await context.req.json().catch(() => null)));
            return context.json(answer.ok ? { records: answer.body } : { message: answer.message });
        } catch (error) {
            if (!(error instanceof CriteriaRefused)) throw error;
            return context.json({ message: error.message });
        }
    });
}

/** As Visualforce reports a page that an org doesn't have. */
function missingPage(context: Context): string {
    protect(context, { around: [`'self'`] });
    return '<!doctype html><title>Page not found</title><p>This Visualforce page does not exist in this org.</p>';
}

/** Gives the page an origin of its own. */
function sandbox(context: Context): void {
    const policy = context.res.headers.get('content-security-policy') ?? '';
    context.header('content-security-policy', `${policy}; sandbox allow-scripts`);
}
