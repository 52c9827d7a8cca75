import type { Id } from 'c/orgPort';
import type { BlockReason, Plan } from './plan.ts';

/** Where one click takes a user: to the target, and who is there already out of it. */
export function destination(user: { callCenterId: Id | null }, target: Id | null): Id | null {
    return user.callCenterId === target ? null : target;
}

/** Whether a person must look at a plan before it is run: it asks something, or a Voice center has a say in it. */
export function needsReview(plan: Plan): boolean {
    return plan.asks.length > 0 || plan.users.some((user) => isVoiceReason(user.reason));
}

/** Reasons that are settled in Setup, so that they are explained instead of refused. */
export function isVoiceReason(reason: BlockReason | null): boolean {
    return reason === 'leaves a voice center' || reason === 'enters a voice center';
}
