import type { Id } from 'c/orgPort';
import { waits } from './choosePlan.ts';
import { unsureAboutCenters, type KindOf, type Plan, type PlannedUser } from './plan.ts';
import { routeKey } from './routes.ts';

/** What the admin decided in a review. */
export interface Answers {
    /** Call centers of unknown type that aren't Voice contact centers, says the admin. */
    notVoice: readonly Id[];
    /** Keys of the routes whose users stay where they are. */
    leftOut: readonly string[];
}

export const NO_ANSWERS: Answers = { notVoice: [], leftOut: [] };

/**
 * The plan as the answers change it, which is the plan that runs. Users of routes that are left out aren't part of it. Users
 * who wait move once neither of their call centers may be Voice; the others stay blocked.
 */
export function answered(plan: Plan, { notVoice, leftOut }: Answers, kindOf: KindOf): Plan {
    const isNotVoice = new Set(notVoice);
    const isLeftOut = new Set(leftOut);
    const kinds: KindOf = (center) => (isNotVoice.has(center) ? 'open-cti' : kindOf(center));
    const users = plan.users
        .filter((user) => !isLeftOut.has(routeKey(user)) || !isOpen(user))
        .map((user): PlannedUser => {
            if (!waits(user.reason)) return user;
            const reason = unsureAboutCenters(user.from, user.to, kinds);
            return reason === null ? { ...user, verdict: 'move', reason } : { ...user, reason };
        });
    return { ...plan, users };
}

/** Whether a user moves, or would with an answer. Whoever stays anyway can't be left out. */
function isOpen({ verdict, reason }: PlannedUser): boolean {
    return verdict === 'move' || waits(reason);
}
