import mayManageUsers from '@salesforce/userPermission/ManageInternalUsers';
import type { Overview } from 'c/callCenters';
import type { Id } from 'c/orgPort';
import type { Seen } from 'c/userFinder';
import { namesOf } from 'c/wording';

/** Where the page is looked at from. @param chosen `everyone`, `none` or a call center */
export function see(overview: Overview | null, chosen: string, moving: ReadonlySet<Id>): Seen {
    const centers = overview?.centers ?? [];
    const kinds = new Map(centers.map((center) => [center.id, center.kind]));
    // A center that no source names may be there all the same, unless the list is known to be whole.
    const unnamed = overview?.mayLackEmptyCenters === false ? null : 'unknown';
    return {
        chosen,
        target: chosen === 'everyone' || chosen === 'none' ? null : chosen,
        nameOf: namesOf(centers),
        kindOf: (id) => kinds.get(id) ?? unnamed,
        mayEdit: mayManageUsers === true,
        moving
    };
}
