import { overview, together, type Overview } from 'c/callCenters';
import { OrgFault, type Choice, type Id, type MemberCount, type Org } from 'c/orgPort';

/**
 * Every center with its members: three requests at once, however large the org is. Where GraphQL does not know
 * CallCenter the flow is asked next, and `show` is called again with what it knows.
 * @throws OrgFault
 */
export async function readOverview(org: Org, show: (overview: Overview) => void): Promise<void> {
    const [answer, counts] = await Promise.all([org.callCenters(), readCounts(org)]);
    show(overview(answer, counts));
    if (answer.answered.includes('graphql')) return;
    show(overview(together(answer, await org.flowCallCenters()), counts));
}

/** @returns null when field-level security hides the call centers of users. @throws OrgFault */
export async function readCounts(org: Pick<Org, 'memberCounts'>): Promise<MemberCount[] | null> {
    try {
        return await org.memberCounts();
    } catch (thrown) {
        if (thrown instanceof OrgFault && thrown.kind === 'hidden') return null;
        throw thrown;
    }
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
