import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { makeTickets } from './tickets.ts';

/** Lets only a browser that opened this start's address use the preview. */
export interface Gate {
    /** The secret of this start. */
    secret: string;
    /** Replaces the secret in an address. It works once. */
    ticket(): string;
    guard(port: () => number): MiddlewareHandler;
}

/** Pages that other sites link to: the frame's links into Setup. */
const LINKED_PAGES = /^\/lightning\//;
const BOUNCED = 'bounced';

/**
 * Checks three things. `Host` must be this server (against DNS rebinding), `Origin` must be this page (against forms and
 * scripts of other sites), and the request must have the secret, first in the address and then in a cookie (against
 * other users of this computer).
 */
export function makeGate(tickets = makeTickets()): Gate {
    const secret = randomBytes(24).toString('base64url');
    return {
        secret,
        ticket: () => tickets.issue(),
        guard: (port) => async (context, next) => {
            const refused = wrongHostOrOrigin(context, [`127.0.0.1:${port()}`, `localhost:${port()}`]);
            if (refused) return refused;

            // Cookies ignore the port. It's in the name, so that two previews can run at the same time.
            const cookie = `switchboard_${port()}`;
            const url = new URL(context.req.raw.url);
            const { method } = context.req;
            const { searchParams } = url;
            const isOpening = method === 'GET' && url.pathname === '/';
            if (
                isOpening &&
                (isEqual(searchParams.get('token'), secret) || tickets.redeem(searchParams.get('ticket')))
            ) {
                setCookie(context, cookie, secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
                searchParams.delete('token');
                searchParams.delete('ticket');
                return context.redirect(`/${url.search}`, 303);
            }
            if (!isEqual(getCookie(context, cookie), secret)) return bounce(context, url) ?? missingSecret(context);
            return next();
        }
    };
}

/** The response to a request for another host or from another origin; null when both are right. */
export function wrongHostOrOrigin(context: Context, hosts: readonly string[]): Response | null {
    const { headers, method } = context.req.raw;
    const host = headers.get('host') ?? '';
    if (!hosts.includes(host)) return context.text("This isn't the address of the preview.", 403);
    const origin = headers.get('origin');
    if (origin === null ? method !== 'GET' : origin !== `http://${host}`)
        return context.text('Only the preview itself can send this request.', 403);
    return null;
}

export function missingSecret(context: Context): Response {
    return context.text('Open the full address that npm start printed, including the token.', 403);
}

export function isEqual(given: string | null | undefined, secret: string): boolean {
    const [one, other] = [Buffer.from(given ?? ''), Buffer.from(secret)];
    return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * For a link from another site, such as the Setup frame, browsers don't send a SameSite=Strict cookie. The response is
 * an empty page that opens the same address again. Then the browser sends the cookie, if there is one. This happens only
 * once, because it would never end otherwise.
 */
function bounce(context: Context, url: URL): Response | null {
    const { headers, method } = context.req.raw;
    const followed = headers.get('sec-fetch-site') === 'cross-site' && headers.get('sec-fetch-mode') === 'navigate';
    if (method !== 'GET' || !followed || !LINKED_PAGES.test(url.pathname) || url.searchParams.has(BOUNCED)) return null;
    url.searchParams.set(BOUNCED, '1');
    const again = (url.pathname + url.search).replace(/[&"<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    context.header('content-security-policy', `default-src 'none'; frame-ancestors 'none'`);
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', 'no-store');
    return context.html(`<!doctype html><meta http-equiv="refresh" content="0; url=${again}">`) as Response;
}
