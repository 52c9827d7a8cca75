import { planOne, sharedTarget, type KindOf, type Plan, type PlannedUser } from 'c/movePlan';
import type { Membership } from 'c/orgPort';

/**
 * The plan of a request, with verdicts made from where its users are now. A user who was moved elsewhere since the request was
 * sent is `kept`: the person who asked didn't know of that, so no one's change is overwritten.
 *
 * `asked` is what the request says, and `now` are memberships that were just read; a user who isn't among them is blocked as
 * unknown.
 */
export function freshPlan(asked: Plan, now: readonly Membership[], kindOf: KindOf): Plan {
    const memberships = new Map(now.map((membership) => [membership.userId, membership]));
    const users = asked.users.map((user) => freshUser(user, memberships.get(user.userId), kindOf));
    return { ...asked, target: sharedTarget(users), users };
}

function freshUser(asked: PlannedUser, now: Membership | undefined, kindOf: KindOf): PlannedUser {
    if (now === undefined) return { ...asked, verdict: 'blocked', reason: 'unknown user' };
    const planned = planOne({ ...now, id: now.userId }, asked.to, kindOf);
    if (planned.verdict === 'already there' || planned.from === asked.from) return planned;
    return { ...planned, verdict: 'kept', reason: null, by: now.lastModifiedBy };
}
