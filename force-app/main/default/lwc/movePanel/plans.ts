import { planMoves, planWishes, type Movable, type Plan } from 'c/movePlan';
import type { RunReport, Settled } from 'c/moveRun';
import type { Id, Org, User, UserSearch } from 'c/orgPort';
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

/** Which users of a report are tried again: `rest` are those whom a stopped run did not come to. */
export type Again = 'refused' | 'rest' | { userId: Id };

/** Who of a report is meant by that; a user whom somebody else moved only by name. */
export function toTryAgain(report: RunReport, again: Again): Settled[] {
    return report.settled.filter((settled) => {
        if (again === 'refused') return settled.outcome === 'refused';
        if (again === 'rest') return settled.outcome === 'not attempted' && settled.reason === null;
        return settled.userId === again.userId;
    });
}

/** The plan that tries users again, from where they are now. @throws OrgFault */
export async function againPlan(report: RunReport, again: Again, org: Org, seen: Seen): Promise<Plan> {
    const wished = toTryAgain(report, again);
    const known = new Map<Id, Movable>();
    for (let start = 0; start < wished.length; start += USERS_A_READ) {
        const some = wished.slice(start, start + USERS_A_READ).map((settled) => settled.userId);
        for (const membership of await org.memberships(some)) {
            known.set(membership.userId, { ...membership, id: membership.userId });
        }
    }
    const plan = planWishes(
        wished.map(({ userId, to }) => ({ userId, to })),
        known,
        seen.kindOf
    );
    return { ...plan, undoOf: report.undoOf };
}
