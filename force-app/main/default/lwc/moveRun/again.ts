import { fileOf, planTargets, rowOf, type KindOf, type Movable, type Plan } from 'c/movePlan';
import { MAX_ROWS_PER_READ, type Id, type Org } from 'c/orgPort';
import type { RunReport, Settled } from './report.ts';

/**
 * Which users of a report to try again. `rest`: users that a stopped run didn't reach, or whose result isn't known. Not among
 * them are users that someone else moved.
 */
export type Again = 'refused' | 'rest' | { userIds: Id[] };

/** Users to retry. Users that someone else moved are retried only when named. */
export function usersToRetry(report: RunReport, again: Again): Settled[] {
    const named = new Set(typeof again === 'object' ? again.userIds : []);
    return report.settled.filter((settled) => {
        if (again === 'refused') return settled.outcome === 'refused';
        if (again === 'rest') {
            return (
                (settled.outcome === 'uncertain' && settled.nowIn === undefined) ||
                (settled.outcome === 'not attempted' && settled.reason === null)
            );
        }
        return named.has(settled.userId);
    });
}

/** Plans to move users of a report again, from where they are now. @throws OrgFault */
export async function planAgain(
    report: RunReport,
    again: Again,
    org: Pick<Org, 'memberships'>,
    kindOf: KindOf
): Promise<Plan> {
    const retried = usersToRetry(report, again);
    const known = new Map<Id, Movable>();
    for (let start = 0; start < retried.length; start += MAX_ROWS_PER_READ) {
        const ids = retried.slice(start, start + MAX_ROWS_PER_READ).map((settled) => settled.userId);
        for (const membership of await org.memberships(ids)) {
            known.set(membership.userId, { ...membership, id: membership.userId });
        }
    }
    const plan = planTargets(
        retried.map(({ userId, to }) => ({ userId, to })),
        known,
        kindOf
    );
    const settled = new Map(retried.map((one) => [one.userId, one]));
    const users = plan.users.map((user) => ({ ...user, ...rowOf(settled.get(user.userId) ?? {}) }));
    return { ...plan, users, undoOf: report.undoOf, ...fileOf(report) };
}
