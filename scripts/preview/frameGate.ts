import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { notOurs, same, withoutSecret } from './gate.ts';
import { makeTickets } from './tickets.ts';

/** Who may talk to the origin in the Setup frame: a frame that the shell has opened. */
export interface FrameGate {
    /** Where the shell sends its frame: an address that opens the frame once. */
    open(search: string): string;
    guard: MiddlewareHandler;
}

/**
 * The frame is another site than the shell, as in Setup, so that the shell's cookie never comes here. The shell hands
 * out a ticket that buys a cookie with a secret of its own. That cookie is partitioned: a browser sends it only in a
 * frame of the same outer site. `Secure` goes with that; browsers take it from http://localhost, which they trust.
 * @param shell the shell's origin
 */
export function makeFrameGate(port: () => number, shell: () => string, tickets = makeTickets()): FrameGate {
    const secret = randomBytes(24).toString('base64url');
    return {
        open(search) {
            const query = new URLSearchParams(search);
            query.set('ticket', tickets.issue());
            return `http://localhost:${port()}/?${query}`;
        },
        guard: async (context, next) => {
            const refused = notOurs(context, [`localhost:${port()}`]);
            if (refused) return refused;

            const { method, raw } = context.req;
            const opened = new URL(raw.url);
            // A link out of the frame: Setup is the shell's. It says nothing, so it takes no secret.
            if (method === 'GET' && opened.pathname.startsWith('/lightning/'))
                return context.redirect(`${shell()}${opened.pathname}${opened.search}`, 303);

            const site = raw.headers.get('sec-fetch-site');
            const isOpening = method === 'GET' && opened.pathname === '/';
            // Nothing but the opening of the frame comes from elsewhere.
            if (!isOpening && site !== null && site !== 'same-origin')
                return context.text('Only the preview itself may ask this.', 403);

            const cookie = `switchboard_frame_${port()}`;
            if (isOpening && tickets.take(opened.searchParams.get('ticket'))) {
                setCookie(context, cookie, secret, {
                    httpOnly: true,
                    secure: true,
                    sameSite: 'None',
                    partitioned: true,
                    path: '/'
                });
                opened.searchParams.delete('ticket');
                context.header('referrer-policy', 'no-referrer');
                context.header('cache-control', 'no-store');
                return context.redirect(`/${opened.search}`, 303);
            }
            if (!same(getCookie(context, cookie), secret)) return withoutSecret(context);
            return next();
        }
    };
}
