import { overview, type Overview } from 'c/callCenters';
import type { Choice, Id, Org } from 'c/orgPort';

/** Every center with its members: two requests at once, however large the org is. @throws OrgFault */
export async function readOverview(org: Org): Promise<Overview> {
    const [answer, counts] = await Promise.all([org.callCenters(), org.memberCounts()]);
    return overview(answer, counts);
}

/** @throws OrgFault */
export async function readChoices(org: Org): Promise<{ profiles: Choice[]; roles: Choice[] }> {
    const [profiles, roles] = await Promise.all([org.profiles(), org.roles()]);
    return { profiles, roles };
}

/** The name of a user; their id when the org does not show them. @throws OrgFault */
export async function readName(org: Org, userId: Id): Promise<string> {
    const [membership] = await org.memberships([userId]);
    return membership?.name ?? userId;
}
