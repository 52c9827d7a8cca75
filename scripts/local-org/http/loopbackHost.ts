import type { MiddlewareHandler } from 'hono';
import type { Env } from '../context/orgContext.ts';
import { restErrors } from '../context/restErrors.ts';

/** Names of this machine, with or without a port. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Answers 403 to a request for another host. Otherwise a website could let its own name lead to 127.0.0.1 (DNS
 * rebinding), and read the org from the browser of a person who runs it. A real org has no such answer.
 */
export const refuseForeignHosts: MiddlewareHandler<Env> = async (context, next) => {
    const host = context.req.header('Host') ?? new URL(context.req.url).host;
    if (LOOPBACK.test(host)) return next();
    return context.json(restErrors('FORBIDDEN', 'The embedded org answers only requests to localhost.'), 403);
};
