import { overview, together, type Overview } from 'c/callCenters';
import type { Choice, Id, Org } from 'c/orgPort';

/**
 * Every center with its members: three requests at once, however large the org is. Where GraphQL does not know
 * CallCenter the flow is asked next, and `show` is called again with what it knows.
 * @throws OrgFault
 */
export async function readOverview(org: Org, show: (overview: Overview) => void): Promise<void> {
    const [answer, counts] = await Promise.all([org.callCenters(), org.memberCounts()]);
    show(overview(answer, counts));
    if (answer.answered.includes('graphql')) return;
    show(overview(together(answer, await org.flowCallCenters()), counts));
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
