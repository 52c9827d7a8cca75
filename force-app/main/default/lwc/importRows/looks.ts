import { toId18, type UserKey } from 'c/orgPort';
import { meaningOf } from './keys.ts';
import type { ReadTarget } from './targets.ts';

/** Cells of a column that are looked at. */
const SAMPLE = 200;
/** Of these cells, how many must look alike. The others are the awkward rows. */
const MOST = 0.6;

/** What the cells of a column look like: users by this key, call centers, or nothing in particular. */
export type Looks = UserKey | 'target' | null;

/**
 * Tells what a column holds by its cells. Employee numbers, aliases, and federation IDs look like anything, so only their
 * header tells. `read` knows the call centers of the org.
 */
export function looksOf(cells: readonly string[], read: (cell: string) => ReadTarget): Looks {
    const sample = cells
        .map(meaningOf)
        .filter((text) => text !== '')
        .slice(0, SAMPLE);
    if (sample.length === 0) return null;
    const are = (looks: (text: string) => boolean) => sample.filter(looks).length >= MOST * sample.length;
    if (are((text) => 'destination' in read(text) || idWith('04v', text))) return 'target';
    if (are((text) => idWith('005', text))) return 'id';
    if (are((text) => /^\S+@\S+\.\S+$/.test(text))) return 'username or email';
    if (are((text) => NAME.test(text))) return 'name';
    return null;
}

/** Two to five words of letters, or "Byron, Ada". */
const NAME = /^[\p{Letter}\p{Mark}.'’-]+(,? [\p{Letter}\p{Mark}.'’"-]+){1,4}$/u;

function idWith(prefix: string, text: string): boolean {
    return toId18(text)?.startsWith(prefix) === true;
}
