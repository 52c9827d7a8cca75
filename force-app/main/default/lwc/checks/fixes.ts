/** The fix of a finding is a plan: reviewed, run, reported, and undone like every other. */
import { MAX_ROWS_PER_READ, OrgFault, type ChecksOrg, type Id, type User, type UserGroup } from 'c/orgPort';
import { planTargets, type KindOf, type Plan } from 'c/movePlan';
import { driftOf } from 'c/rules';
import type { Finding } from './findings.ts';
import { groupOf } from './groups.ts';
import type { ReadChecks } from './readChecks.ts';

/** Users, and the call center to move them to (null: to none). */
export interface Fix {
    group: UserGroup;
    to: Id | null;
}

/**
 * Reads everyone whom these fixes mean, and plans their moves. Plans of several fixes name a user once: the first fix counts.
 * @throws OrgFault
 */
export async function planFix(
    fixes: readonly Fix[],
    org: Pick<ChecksOrg, 'groupUsers'>,
    kindOf: KindOf
): Promise<{ plan: Plan; users: User[] }> {
    const known = new Map<Id, User>();
    const wanted: { userId: Id; to: Id | null }[] = [];
    for (const { group, to } of fixes) {
        for (const user of await readGroup(org, group)) {
            if (known.has(user.id)) continue;
            known.set(user.id, user);
            wanted.push({ userId: user.id, to });
        }
    }
    return { plan: planTargets(wanted, known, kindOf), users: [...known.values()] };
}

async function readGroup(org: Pick<ChecksOrg, 'groupUsers'>, group: UserGroup): Promise<User[]> {
    const users: User[] = [];
    let after: string | null = null;
    do {
        const page: Awaited<ReturnType<ChecksOrg['groupUsers']>> = await org.groupUsers(group, after, {
            first: MAX_ROWS_PER_READ,
            newestFirst: false
        });
        // A plan starts from where users are now.
        if (page.hidesMemberships) throw new OrgFault('hidden', '');
        users.push(...page.users);
        after = page.endCursor;
    } while (after);
    return users;
}

/** The users whom a finding means; null if those aren't users, or nothing can be done. */
export function findingGroup({ key, rule }: Finding, read: ReadChecks): UserGroup | null {
    switch (key) {
        case 'inactive':
        case 'quiet':
        case 'portal':
        case 'onboarding':
            return groupOf(key, read.settings, read.at);
        case 'drift': {
            const except = read.settings.of.drift.ignored.map(({ userId }) => userId);
            return rule && rule.target !== null ? driftOf({ ...rule, target: rule.target }, read.rules, except) : null;
        }
        case 'unnamed':
        case 'same name':
            return null;
    }
}

/** The fixes of findings. Users go to `to`, unless their rule says where. */
export function fixesOf(findings: readonly Finding[], read: ReadChecks, to: Id | null): Fix[] {
    return findings.flatMap((finding) => {
        const group = findingGroup(finding, read);
        return group ? [{ group, to: finding.rule ? finding.rule.target : to }] : [];
    });
}
