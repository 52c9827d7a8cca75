import type { Id } from 'c/orgPort';
import { planMoves, type Movable } from './planMoves.ts';
import type { BlockReason, KindOf, Plan } from './plan.ts';

/** The plan behind the button of one row: to the target, or out of it for a user who is already there. */
export function planRow(user: Movable, target: Id | null, kindOf: KindOf): Plan {
    return planMoves([user], user.callCenterId === target ? null : target, kindOf);
}

/** The plan of a selection: to the target, or out of it when all selected users are already there. */
export function planSelection(users: Movable[], target: Id | null, kindOf: KindOf): Plan {
    const areHere = users.length > 0 && users.every((user) => user.callCenterId === target);
    return planMoves(users, areHere ? null : target, kindOf);
}

/** Whether a plan can run without a review: it asks nothing, and no user is blocked. */
export function isPlain(plan: Plan): boolean {
    return plan.asks.length === 0 && plan.users.every((user) => user.verdict !== 'blocked');
}

/** Whether one click opens a review instead of moving: the plan asks something, or concerns a Voice center. */
export function needsReview(plan: Plan): boolean {
    return plan.asks.length > 0 || plan.users.some((user) => isVoiceReason(user.reason));
}

/** Whether the move can be made in Setup instead, which the review then explains. */
export function isVoiceReason(reason: BlockReason | null): boolean {
    return reason === 'leaves a voice center' || reason === 'enters a voice center';
}
