import type { AskedSource } from 'c/orgPort';
import { CHECKS } from './checks.ts';
import type { Results } from './runChecks.ts';

/**
 * - `works`: everything that Switchboard needs works
 * - `shows`: users are shown, but can't be moved
 * - `fails`: not even that
 * - `unknown`: something that it needs couldn't be checked
 */
export type Verdict = 'works' | 'shows' | 'fails' | 'unknown';

export function verdictOf(results: Results): Verdict {
    const failing = (needed: 'to work' | 'to move') =>
        CHECKS.some(({ id, isNeeded }) => isNeeded === needed && results.get(id)?.status === 'fails');
    if (failing('to work')) return 'fails';
    if (failing('to move')) return 'shows';
    const isKnown = CHECKS.every(({ id, isNeeded }) => isNeeded === 'no' || results.get(id)?.status === 'works');
    return isKnown ? 'works' : 'unknown';
}

/** Best first, as the page asks them. */
const SOURCES: readonly AskedSource[] = ['graphql', 'visualforce', 'flow', 'registry'];

/** Where the names of call centers come from in this org. `used`: nowhere, so it's their IDs. Null: not known yet. */
export function sourceInUse(results: Results): AskedSource | 'used' | null {
    const found = SOURCES.find((source) => results.get(source)?.status === 'works');
    if (found) return found;
    return SOURCES.every((source) => results.has(source)) ? 'used' : null;
}
