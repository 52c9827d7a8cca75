import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Who may talk to the preview: only a browser that was opened with this start's address. */
export interface Gate {
    /** The secret of this start. */
    secret: string;
    guard(port: () => number): MiddlewareHandler;
}

/**
 * Three locks. `Host` must be this server (against DNS rebinding), `Origin` must be this page (against forms and
 * scripts of other sites), and the secret must have come along, in the opened address or since then in a cookie
 * (against other users of this machine).
 */
export function makeGate(): Gate {
    const secret = randomBytes(24).toString('base64url');
    return {
        secret,
        guard: (port) => async (context, next) => {
            const { headers, method, url } = context.req.raw;
            const host = headers.get('host') ?? '';
            if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`)
                return context.text('This is not the address of the preview.', 403);
            const origin = headers.get('origin');
            if (origin === null ? method !== 'GET' : origin !== `http://${host}`)
                return context.text('Only the preview itself may ask this.', 403);

            // Cookies do not tell ports apart: the name does, so that two previews can run side by side.
            const cookie = `switchboard_${port()}`;
            const opened = new URL(url);
            if (method === 'GET' && opened.pathname === '/' && same(opened.searchParams.get('token'), secret)) {
                setCookie(context, cookie, secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
                opened.searchParams.delete('token');
                return context.redirect(`/${opened.search}`, 303);
            }
            if (!same(getCookie(context, cookie), secret))
                return context.text('Open the whole address that npm start printed, token included.', 403);
            return next();
        }
    };
}

function same(given: string | null | undefined, secret: string): boolean {
    const [one, other] = [Buffer.from(given ?? ''), Buffer.from(secret)];
    return one.length === other.length && timingSafeEqual(one, other);
}
