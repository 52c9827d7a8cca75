import { toId18, type Id } from 'c/orgPort';
import {
    blockedByCenters,
    sharedTarget,
    unsureAboutCenters,
    type BlockReason,
    type KindOf,
    type Plan,
    type PlannedUser
} from './plan.ts';

/** What a plan needs to know about a user. Every `User` of the org is one. */
export interface Movable {
    id: Id;
    name: string;
    callCenterId: Id | null;
    isActive: boolean;
    /** The platform's UserType. */
    userType: string;
}

/** A user, and the call center to move them to (null: to none). IDs have 15 or 18 characters. */
export interface UserTarget {
    userId: Id;
    to: Id | null;
}

/** Plans to move users to `target` (null: to remove them from theirs). A user who is listed twice moves once. */
export function planMoves(users: Movable[], target: Id | null, kindOf: KindOf): Plan {
    const known = new Map(users.map((user) => [user.id, user]));
    const plan = planTargets(
        [...known.keys()].map((userId) => ({ userId, to: target })),
        known,
        kindOf
    );
    return { ...plan, target: target === null ? null : (toId18(target) ?? target) };
}

/**
 * Plans moves with a target for each user, as a file lists them. A line that is listed twice counts once.
 * A user with two different targets is blocked once, with the first target as `to`.
 */
export function planTargets(requested: UserTarget[], known: ReadonlyMap<Id, Movable>, kindOf: KindOf): Plan {
    const targets = new Map<Id, (Id | null)[]>();
    for (const one of requested) {
        const userId = toId18(one.userId) ?? one.userId;
        const to = one.to === null ? null : (toId18(one.to) ?? one.to);
        const earlier = targets.get(userId) ?? [];
        if (!earlier.includes(to)) earlier.push(to);
        targets.set(userId, earlier);
    }
    const users = [...targets].map(([userId, wanted]) => planUser(userId, wanted, known.get(userId), kindOf));
    return { field: 'CallCenterId', target: sharedTarget(users), users, undoOf: null };
}

/** What a plan would do with one user, whose IDs have 18 characters. */
export function planOne(user: Movable, to: Id | null, kindOf: KindOf): PlannedUser {
    return planUser(user.id, [to], user, kindOf);
}

function planUser(userId: Id, wanted: (Id | null)[], user: Movable | undefined, kindOf: KindOf): PlannedUser {
    const to = wanted[0];
    const planned = { userId, name: user?.name ?? userId, from: user?.callCenterId ?? null, to, by: null };
    const blocked = (reason: BlockReason): PlannedUser => ({ ...planned, verdict: 'blocked', reason });
    if (user === undefined) return blocked('unknown user');
    if (wanted.length > 1) return blocked('two targets');
    if (to !== null && (toId18(to) === null || kindOf(to) === null)) return blocked('unknown target');
    if (user.callCenterId === to) return { ...planned, verdict: 'already there', reason: null };
    const reason =
        blockedByCenters(user.callCenterId, to, kindOf) ??
        blockedByUser(user, to) ??
        unsureAboutCenters(user.callCenterId, to, kindOf);
    return reason === null ? { ...planned, verdict: 'move', reason: null } : blocked(reason);
}

/**
 * Anyone can be removed. Only users that Setup would offer, too, can be added. An inactive member can follow the others to
 * another center, so that a center can be emptied.
 */
function blockedByUser(user: Movable, to: Id | null): BlockReason | null {
    if (to === null) return null;
    if (user.userType !== 'Standard') return 'portal user';
    return user.isActive || user.callCenterId !== null ? null : 'inactive user';
}
