/**
 * How the stand-ins for LDS hand on what the org answered. `platform` does it like Aura's transport, which loses most of
 * a failure. `direct` hands on the response as it came, for when the page's requests don't travel by Aura.
 */
export const TRANSPORTS = ['platform', 'direct'] as const;
export type TransportName = (typeof TRANSPORTS)[number];
