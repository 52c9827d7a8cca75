import { planMoves, planUndo, planWishes, type Movable, type Plan } from 'c/movePlan';
import type { RunReport } from 'c/moveRun';
import type { Id, Membership, Org, User, UserSearch } from 'c/orgPort';
import type { Seen } from 'c/userFinder';

/** Users a page of a plan asks for: the most that UI API gives. */
const USERS_A_READ = 2000;

/** The plan of a selection: to the target; when all picked users are there already, out of it. */
export function planFor(users: User[], seen: Seen): Plan {
    const areHere = users.length > 0 && users.every((user) => user.callCenterId === seen.target);
    return planMoves(users, areHere ? null : seen.target, seen.kindOf);
}

/** Reads all users a search finds. @returns null when `goOn` said to stop. @throws OrgFault */
export async function readAll(
    org: Org,
    search: UserSearch,
    goOn: (readSoFar: number) => boolean
): Promise<User[] | null> {
    const users: User[] = [];
    let after: string | null = null;
    do {
        const page: { users: User[]; endCursor: string | null } = await org.users(search, after, {
            first: USERS_A_READ,
            fresh: true
        });
        users.push(...page.users);
        after = page.endCursor;
        if (!goOn(users.length)) return null;
    } while (after);
    return users;
}

/** Who was refused, as they are now. @throws OrgFault */
export async function retryPlan(report: RunReport, org: Org, seen: Seen): Promise<Plan> {
    const refused = report.settled.filter((settled) => settled.outcome === 'refused');
    const now = await memberships(
        org,
        refused.map((settled) => settled.userId)
    );
    const known = new Map<Id, Movable>(
        now.map((membership) => [membership.userId, { ...membership, id: membership.userId }])
    );
    const plan = planWishes(
        refused.map(({ userId, to }) => ({ userId, to })),
        known,
        seen.kindOf
    );
    return { ...plan, undoOf: report.undoOf };
}

/** Everyone a run moved, back to where they were, unless moved since. @throws OrgFault */
export async function undoPlan(report: RunReport, org: Org, seen: Seen): Promise<Plan> {
    const moved = report.settled.filter((settled) => settled.outcome === 'moved').map((settled) => settled.userId);
    return planUndo(report, await memberships(org, moved), seen.kindOf);
}

async function memberships(org: Org, userIds: Id[]): Promise<Membership[]> {
    const all: Membership[] = [];
    for (let start = 0; start < userIds.length; start += USERS_A_READ) {
        all.push(...(await org.memberships(userIds.slice(start, start + USERS_A_READ))));
    }
    return all;
}
