import type { CallCenter } from 'c/callCenters';
import type { Viewpoint } from 'c/pageState';
import { namesOf } from 'c/wording';
import { DIALER, KINDS, LOBBY, NAMES, VOICE, WORK } from './people.ts';

/** As many as the people of the small org. */
const MEMBERS = new Map([
    [WORK, 1],
    [DIALER, 2],
    [VOICE, 1],
    [LOBBY, 1]
]);

export const nameOf = namesOf([...NAMES].map(([id, name]) => ({ id, name }) as CallCenter));

/** Where the small org is seen from: `everyone`, `none`, or a call center. */
export function viewFrom(chosen: string, more: Partial<Viewpoint> = {}): Viewpoint {
    const target = chosen === 'everyone' || chosen === 'none' ? null : chosen;
    return {
        chosen,
        target,
        nameOf,
        kindOf: (id) => KINDS.get(id) ?? null,
        membersOf: (id) => (id === null ? 4 : (MEMBERS.get(id) ?? null)),
        mayEdit: true,
        hidesMemberships: false,
        moving: new Set(),
        inRun: new Set(),
        counts: null,
        clicked: new Map(),
        ...more
    };
}
