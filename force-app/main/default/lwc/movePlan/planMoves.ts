import { toId18, type Id } from 'c/orgPort';
import {
    asksOf,
    blockedByCenters,
    sharedTarget,
    type BlockReason,
    type KindOf,
    type Plan,
    type PlannedUser
} from './plan.ts';

/** What a plan needs to know of a user; every `User` of the org is one. */
export interface Movable {
    id: Id;
    name: string;
    callCenterId: Id | null;
    isActive: boolean;
    /** The platform's UserType. */
    userType: string;
}

/** One line of what somebody wants: this user into that center (null: into none). Ids of 15 or 18 characters. */
export interface Wish {
    userId: Id;
    to: Id | null;
}

/** The plan that puts users into `target` (null: removes them from theirs). A user who is listed twice moves once. */
export function planMoves(users: Movable[], target: Id | null, kindOf: KindOf): Plan {
    const known = new Map(users.map((user) => [user.id, user]));
    const plan = planWishes(
        [...known.keys()].map((userId) => ({ userId, to: target })),
        known,
        kindOf
    );
    return { ...plan, target: target === null ? null : (toId18(target) ?? target) };
}

/**
 * The plan that fulfils wishes of any targets, as a file has them.
 * The same wish twice counts once; a user wished to two places is blocked, once, with the first of them as `to`.
 */
export function planWishes(wishes: Wish[], known: ReadonlyMap<Id, Movable>, kindOf: KindOf): Plan {
    const targets = new Map<Id, (Id | null)[]>();
    for (const wish of wishes) {
        const userId = toId18(wish.userId) ?? wish.userId;
        const to = wish.to === null ? null : (toId18(wish.to) ?? wish.to);
        const earlier = targets.get(userId) ?? [];
        if (!earlier.includes(to)) earlier.push(to);
        targets.set(userId, earlier);
    }
    const users = [...targets].map(([userId, places]) => planUser(userId, places, known.get(userId), kindOf));
    return { target: sharedTarget(users), users, asks: asksOf(users, kindOf), undoOf: null };
}

function planUser(userId: Id, places: (Id | null)[], user: Movable | undefined, kindOf: KindOf): PlannedUser {
    const to = places[0];
    const planned = { userId, name: user?.name ?? userId, from: user?.callCenterId ?? null, to, by: null };
    const blocked = (reason: BlockReason): PlannedUser => ({ ...planned, verdict: 'blocked', reason });
    if (user === undefined) return blocked('unknown user');
    if (places.length > 1) return blocked('two targets');
    if (to !== null && (toId18(to) === null || kindOf(to) === null)) return blocked('unknown target');
    if (user.callCenterId === to) return { ...planned, verdict: 'already there', reason: null };
    const reason = blockedByCenters(user.callCenterId, to, kindOf) ?? blockedByUser(user, to);
    return reason === null ? { ...planned, verdict: 'move', reason: null } : blocked(reason);
}

/**
 * Removing is open to everyone; joining, only to users whom the standard pages would offer too. An inactive member may
 * follow the others to another center, so that a center can be emptied.
 */
function blockedByUser(user: Movable, to: Id | null): BlockReason | null {
    if (to === null) return null;
    if (user.userType !== 'Standard') return 'portal user';
    return user.isActive || user.callCenterId !== null ? null : 'inactive user';
}
