import type { Overview } from 'c/callCenters';
import type { KindOf } from 'c/movePlan';
import type { Id, MembershipFilter } from 'c/orgPort';
import type { Page } from './page.ts';

/** Where users are seen from. A new object whenever anything in it changes, because each one redraws the table. */
export interface Viewpoint extends PageViewpoint {
    /** The name of a call center; null is no call center. */
    nameOf(callCenterId: Id | null): string;
}

/** The part of a viewpoint that the page's state knows. */
export interface PageViewpoint {
    /** `everyone`, `none`, or the id of a call center. */
    chosen: string;
    /**
     * False only when the user who is working is known to lack the permission to edit users, or can't see their call
     * centers: a plan starts from where users are. The org decides.
     */
    mayEdit: boolean;
    /** Field-level security hides the call centers of users. */
    hidesMemberships: boolean;
    /** The call center to move users to; null for `everyone` and `none`. */
    target: Id | null;
    kindOf: KindOf;
    /** The members of a call center, and for null the users without one. Null when they couldn't be counted. */
    membersOf(callCenterId: Id | null): number | null;
    /** Users with a move in progress or just ended: their buttons don't work. */
    moving: ReadonlySet<Id>;
    /** Users of the run in progress: their rows have no buttons. */
    inRun: ReadonlySet<Id>;
    /** How many users each membership has, seen from the target; null while that isn't known. */
    counts: MembershipCounts | null;
    /** By user: what the latest click that can be undone did. */
    clicked: ReadonlyMap<Id, ClickedMove>;
}

export type MembershipCounts = Record<MembershipFilter, number>;

/** From where to where a click moved a user; null is no call center. */
export interface ClickedMove {
    from: Id | null;
    to: Id | null;
}

export function viewpointOf({ overview, chosen, permission, moving, resting, inRun, clicks }: Page): PageViewpoint {
    const members = new Map(overview.value?.centers.map((center) => [center.id, center.members]));
    const kinds = new Map(overview.value?.centers.map((center) => [center.id, center.kind]));
    // A call center that no source names may still exist, unless the list is known to be complete.
    const unlisted = overview.value?.mayLackEmptyCenters === false ? null : 'unknown';
    const hidesMemberships = overview.value?.everyone === null;
    const target = chosen === 'everyone' || chosen === 'none' ? null : chosen;
    return {
        chosen,
        mayEdit: permission !== 'missing' && !hidesMemberships,
        hidesMemberships,
        target,
        kindOf: (id) => kinds.get(id) ?? unlisted,
        membersOf: (id) => (id === null ? (overview.value?.withoutCenter ?? null) : (members.get(id) ?? null)),
        moving: new Set([...moving, ...resting]),
        inRun,
        counts: countsOf(overview.value, target),
        clicked: new Map(clicks.map(({ user, run: { settled } }) => [user.id, settled]))
    };
}

function countsOf(overview: Overview | null, target: Id | null): MembershipCounts | null {
    if (!overview || overview.everyone === null || overview.withoutCenter === null) return null;
    const { everyone, withoutCenter: none } = overview;
    const here = overview.centers.find(({ id }) => id === target)?.members ?? 0;
    return { everyone, here, elsewhere: everyone - none - here, none };
}
