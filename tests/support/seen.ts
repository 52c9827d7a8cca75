import type { CallCenter } from 'c/callCenters';
import type { Seen } from 'c/userFinder';
import { namesOf } from 'c/wording';
import { KINDS, NAMES } from './people.ts';

export const nameOf = namesOf([...NAMES].map(([id, name]) => ({ id, name }) as CallCenter));

/** Where the small org is seen from: `everyone`, `none` or a center. */
export function seenFrom(chosen: string, more: Partial<Seen> = {}): Seen {
    const target = chosen === 'everyone' || chosen === 'none' ? null : chosen;
    return { chosen, target, nameOf, kindOf: (id) => KINDS.get(id) ?? null, mayEdit: true, moving: new Set(), ...more };
}
