import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { securityPolicy } from './html.ts';

/** Sets the headers of a document. @returns the nonce for its inline script */
export function protect(
    context: Context,
    { around = [], frames = [] }: { around?: readonly string[]; frames?: readonly string[] }
): string {
    const nonce = randomBytes(16).toString('base64url');
    context.header('content-security-policy', securityPolicy(nonce, around, frames));
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', 'no-store');
    return nonce;
}
