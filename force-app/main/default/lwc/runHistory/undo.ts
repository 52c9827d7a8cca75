import { mayHaveMoved, planUndo, type KindOf, type Plan, type RecordedRun } from 'c/movePlan';
import { MAX_ROWS_PER_READ, type Membership, type Org } from 'c/orgPort';

/** The plan that moves everyone a run moved, or may have moved, back to where they were. @throws OrgFault */
export async function undoPlanOf(run: RecordedRun, org: Pick<Org, 'memberships'>, kindOf: KindOf): Promise<Plan> {
    const moved = [...new Set(run.settled.filter(mayHaveMoved).map((move) => move.userId))];
    const now: Membership[] = [];
    for (let start = 0; start < moved.length; start += MAX_ROWS_PER_READ) {
        now.push(...(await org.memberships(moved.slice(start, start + MAX_ROWS_PER_READ))));
    }
    return planUndo(run, now, kindOf);
}
