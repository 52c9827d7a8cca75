import { planUndo, type KindOf, type Plan, type RecordedRun } from 'c/movePlan';
import type { Membership, Org } from 'c/orgPort';

/** Users one read asks for: the port's limit. */
const USERS_A_READ = 2000;

/** Everyone a run moved, back to where they were, unless moved since. @throws OrgFault */
export async function undoPlanOf(run: RecordedRun, org: Pick<Org, 'memberships'>, kindOf: KindOf): Promise<Plan> {
    const moved = [...new Set(run.settled.filter((move) => move.outcome === 'moved').map((move) => move.userId))];
    const now: Membership[] = [];
    for (let start = 0; start < moved.length; start += USERS_A_READ) {
        now.push(...(await org.memberships(moved.slice(start, start + USERS_A_READ))));
    }
    return planUndo(run, now, kindOf);
}
