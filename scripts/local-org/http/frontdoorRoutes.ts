import { randomUUID } from 'node:crypto';
import { tokenOf } from '../access/sessions.ts';
import type { App, OrgContext } from '../context/orgContext.ts';

/**
 * `singleaccess` exchanges a token for the address of a page, as `sf org open` does (documented: "Generate a Frontdoor
 * URL"). The embedded org has no pages, so the address leads to one that says so.
 */
export function frontdoorRoutes(app: App, { sessions }: OrgContext): void {
    app.on(['GET', 'POST'], '/services/oauth2/singleaccess', (context) => {
        const token = tokenOf(context.req.header('Authorization'));
        // An expired token gets 403, not 401 (observed in Salesforce CLI).
        if (token === null || !sessions.of(token)) return context.text('Bad_OAuth_Token', 403);
        const { origin, searchParams } = new URL(context.req.url);
        const frontdoor = new URL('/secur/frontdoor.jsp', origin);
        frontdoor.searchParams.set('otp', randomUUID());
        const startUrl = searchParams.get('redirect_uri');
        if (startUrl !== null) frontdoor.searchParams.set('startURL', startUrl);
        return context.json({ frontdoor_uri: frontdoor.href });
    });
    app.get('/secur/frontdoor.jsp', (context) =>
        context.html(
            '<!doctype html><title>Embedded org</title><p>The embedded org has no pages. Run npm start.</p>',
            404
        )
    );
}
