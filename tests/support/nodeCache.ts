/**
 * For programs that a test starts with an environment of their own. `npm test` sets a folder in which Node keeps compiled
 * code, because loading the Salesforce CLI or the embedded org takes more than a second without it.
 */
export const NODE_CACHE: Readonly<Record<string, string>> = process.env.NODE_COMPILE_CACHE
    ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
    : {};
