import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCookie, setCookie } from 'hono/cookie';
import { tokenOf } from '../access/sessions.ts';
import type { App, OrgContext } from '../context/orgContext.ts';

const PAGES = fileURLToPath(new URL('../../../force-app/main/default/pages', import.meta.url));

/** One-time addresses that are kept. A new one replaces the oldest. */
const MAX_KEPT = 100;

const NO_PAGES = '<!doctype html><title>Embedded org</title><p>The embedded org has no pages. Run npm start.</p>';

/**
 * `singleaccess` exchanges a token for the address of a page, as `sf org open` does (documented: "Generate a Frontdoor
 * URL"). The address works once. The embedded org has no pages, but it answers with the headers of the Visualforce pages of
 * force-app.
 */
export function frontdoorRoutes(app: App, { sessions, variant }: OrgContext): void {
    /** Tokens by the one-time password of their address. */
    const tokens = new Map<string, string>();

    app.on(['GET', 'POST'], '/services/oauth2/singleaccess', (context) => {
        const token = tokenOf(context.req.header('Authorization'));
        // An expired token gets 403, not 401 (observed in Salesforce CLI).
        if (token === null || !sessions.of(token)) return context.text('Bad_OAuth_Token', 403);
        const { origin, searchParams } = new URL(context.req.url);
        const frontdoor = new URL('/secur/frontdoor.jsp', origin);
        const otp = randomUUID();
        const oldest = tokens.keys().next();
        if (tokens.size >= MAX_KEPT && !oldest.done) tokens.delete(oldest.value);
        tokens.set(otp, token);
        frontdoor.searchParams.set('otp', otp);
        const startUrl = searchParams.get('redirect_uri');
        if (startUrl !== null) frontdoor.searchParams.set('startURL', startUrl);
        return context.json({ frontdoor_uri: frontdoor.href });
    });

    app.get('/secur/frontdoor.jsp', (context) => {
        const otp = context.req.query('otp') ?? '';
        const start = context.req.query('startURL') ?? '';
        const token = tokens.get(otp);
        if (token === undefined || !/^\/apex\/\w+$/.test(start)) return context.html(NO_PAGES, 404);
        tokens.delete(otp);
        setCookie(context, 'sid', encodeURIComponent(token), { httpOnly: true, sameSite: 'Lax', path: '/' });
        return context.redirect(start);
    });

    app.get('/apex/:page', (context) => {
        const token = decodeURIComponent(getCookie(context, 'sid') ?? '');
        const page = context.req.param('page');
        const isThere = /^\w+$/.test(page) && existsSync(join(PAGES, `${page}.page`));
        if (!sessions.of(token) || !isThere || variant.withoutPages) return context.html(NO_PAGES, 404);
        // Both headers, as Help describes "Allow framing by the same origin only" (the exact values are assumed).
        if (variant.settings?.enableClickjackNonsetupUserHeaderless) {
            context.header('X-Frame-Options', 'SAMEORIGIN');
            context.header('Content-Security-Policy', "frame-ancestors 'self'");
        }
        return context.html(NO_PAGES);
    });
}
