import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isEqual, missingSecret, wrongHostOrOrigin } from './gate.ts';
import { makeTickets } from './tickets.ts';

/** Pages that the shell opens in a frame: Switchboard itself, and a Visualforce page. */
const OPENED = /^\/(apex\/\w+)?$/;

/** Lets only a frame that the shell opened use the origin of the Setup frame. */
export interface FrameGate {
    /** The address that the shell sends its frame to. It works once. */
    open(search: string, path?: string): string;
    guard: MiddlewareHandler;
}

/**
 * The frame is on a different site than the shell, as in Setup, so the shell's cookie never gets here. The shell issues
 * a ticket, which the frame exchanges for a cookie with its own secret. The cookie is partitioned: browsers send it only
 * in frames of the same outer site. Partitioned cookies must be `Secure`, which browsers accept from http://localhost.
 * @param shell the shell's origin
 */
export function makeFrameGate(port: () => number, shell: () => string, tickets = makeTickets()): FrameGate {
    const secret = randomBytes(24).toString('base64url');
    return {
        open(search, path = '/') {
            const query = new URLSearchParams(search);
            query.set('ticket', tickets.issue());
            return `http://localhost:${port()}${path}?${query}`;
        },
        guard: async (context, next) => {
            const refused = wrongHostOrOrigin(context, [`localhost:${port()}`]);
            if (refused) return refused;

            const { method, raw } = context.req;
            const url = new URL(raw.url);
            // A link out of the frame leads to the shell's Setup. The redirect reveals nothing, so it needs no secret.
            if (method === 'GET' && url.pathname.startsWith('/lightning/'))
                return context.redirect(`${shell()}${url.pathname}${url.search}`, 303);

            const site = raw.headers.get('sec-fetch-site');
            const isOpening = method === 'GET' && OPENED.test(url.pathname);
            // Only the request that opens the frame can come from another site.
            if (!isOpening && site !== null && site !== 'same-origin')
                return context.text('Only the preview itself can send this request.', 403);

            const cookie = `switchboard_frame_${port()}`;
            if (isOpening && tickets.redeem(url.searchParams.get('ticket'))) {
                setCookie(context, cookie, secret, {
                    httpOnly: true,
                    secure: true,
                    sameSite: 'None',
                    partitioned: true,
                    path: '/'
                });
                url.searchParams.delete('ticket');
                context.header('referrer-policy', 'no-referrer');
                context.header('cache-control', 'no-store');
                return context.redirect(url.pathname + url.search, 303);
            }
            if (!isEqual(getCookie(context, cookie), secret)) return missingSecret(context);
            return next();
        }
    };
}
