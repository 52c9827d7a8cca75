import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { makeTickets } from './tickets.ts';

/** Who may talk to the preview: only a browser that was opened with this start's address. */
export interface Gate {
    /** The secret of this start. */
    secret: string;
    /** Stands for the secret in an address, once. */
    ticket(): string;
    guard(port: () => number): MiddlewareHandler;
}

/** Pages that links of other sites lead to: the frame's links into Setup. */
const FROM_ELSEWHERE = /^\/lightning\//;
const BOUNCED = 'bounced';

/**
 * Three locks. `Host` must be this server (against DNS rebinding), `Origin` must be this page (against forms and
 * scripts of other sites), and the secret must have come along, in the opened address or since then in a cookie
 * (against other users of this machine).
 */
export function makeGate(tickets = makeTickets()): Gate {
    const secret = randomBytes(24).toString('base64url');
    return {
        secret,
        ticket: () => tickets.issue(),
        guard: (port) => async (context, next) => {
            const refused = notOurs(context, [`127.0.0.1:${port()}`, `localhost:${port()}`]);
            if (refused) return refused;

            // Cookies do not tell ports apart: the name does, so that two previews can run side by side.
            const cookie = `switchboard_${port()}`;
            const opened = new URL(context.req.raw.url);
            const { method } = context.req;
            const { searchParams } = opened;
            const isOpening = method === 'GET' && opened.pathname === '/';
            if (isOpening && (same(searchParams.get('token'), secret) || tickets.take(searchParams.get('ticket')))) {
                setCookie(context, cookie, secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
                searchParams.delete('token');
                searchParams.delete('ticket');
                return context.redirect(`/${opened.search}`, 303);
            }
            if (!same(getCookie(context, cookie), secret)) return bounce(context, opened) ?? withoutSecret(context);
            return next();
        }
    };
}

/** The answer to a request for another host or from another origin; null when it is for us and from us. */
export function notOurs(context: Context, hosts: readonly string[]): Response | null {
    const { headers, method } = context.req.raw;
    const host = headers.get('host') ?? '';
    if (!hosts.includes(host)) return context.text('This is not the address of the preview.', 403);
    const origin = headers.get('origin');
    if (origin === null ? method !== 'GET' : origin !== `http://${host}`)
        return context.text('Only the preview itself may ask this.', 403);
    return null;
}

export function withoutSecret(context: Context): Response {
    return context.text('Open the whole address that npm start printed, token included.', 403);
}

export function same(given: string | null | undefined, secret: string): boolean {
    const [one, other] = [Buffer.from(given ?? ''), Buffer.from(secret)];
    return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * A link from another site (the Setup frame is one) comes without a SameSite=Strict cookie. The answer is an empty
 * page that goes to the same place again by itself: then the cookie comes along, if there is one. Once, or it would
 * go round for ever.
 */
function bounce(context: Context, opened: URL): Response | null {
    const { headers, method } = context.req.raw;
    const followed = headers.get('sec-fetch-site') === 'cross-site' && headers.get('sec-fetch-mode') === 'navigate';
    if (method !== 'GET' || !followed || !FROM_ELSEWHERE.test(opened.pathname) || opened.searchParams.has(BOUNCED))
        return null;
    opened.searchParams.set(BOUNCED, '1');
    const again = (opened.pathname + opened.search).replace(/[&"<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    context.header('content-security-policy', `default-src 'none'; frame-ancestors 'none'`);
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', 'no-store');
    return context.html(`<!doctype html><meta http-equiv="refresh" content="0; url=${again}">`) as Response;
}
