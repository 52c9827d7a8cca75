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

/** Whether a plan can run without a review: no user is blocked, or waits for an answer. */
export function isPlain(plan: Plan): boolean {
    return plan.users.every((user) => user.verdict !== 'blocked');
}

/** Whether one click opens a review instead of moving: the plan concerns a Voice center, or one that may be Voice. */
export function needsReview(plan: Plan): boolean {
    return plan.users.some((user) => isVoiceReason(user.reason));
}

/** Whether a user is blocked because of Voice, known or possible. The review then says what to do, or asks. */
export function isVoiceReason(reason: BlockReason | null): boolean {
    return reason === 'leaves a voice center' || reason === 'enters a voice center' || waits(reason);
}

/** Whether a user waits for an answer: `answered` moves them once the admin says that a call center isn't Voice. */
export function waits(reason: BlockReason | null): boolean {
    return reason === 'may leave a voice center' || reason === 'may enter a voice center';
}
