import { createRequire } from 'node:module';

type TypeScript = typeof import('typescript');

/** Loaded on first use, because loading takes longer than most commands, and results are often kept. */
export function typescript(): TypeScript {
    return createRequire(import.meta.url)('typescript');
}
