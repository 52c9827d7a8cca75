import { centersToSave, overview, together, type Overview, type Saving } from 'c/callCenters';
import { OrgFault, type CallCenterAnswer, type Choice, type Id, type MemberCount, type Org } from 'c/orgPort';

/**
 * Every center with its members: three requests at once, however large the org is. Where GraphQL doesn't know CallCenter,
 * a Visualforce page is asked next, and then a flow. `show` is called with what is known so far. Both of them load
 * something into the page, so they wait for `firstRows`.
 * @throws OrgFault
 */
export async function readOverview(
    org: Org,
    show: (overview: Overview) => void,
    firstRows: Promise<void>
): Promise<CallCenterAnswer> {
    const [first, counts] = await Promise.all([org.callCenters(), readCounts(org)]);
    let answer = first;
    show(overview(answer, counts));
    if (answer.answered.includes('graphql')) return answer;
    await firstRows;
    for (const ask of [() => org.visualforceCallCenters(), () => org.flowCallCenters()]) {
        const more = await ask();
        answer = together(answer, more);
        show(overview(answer, counts));
        if (more.answered.length > 0) break;
    }
    return answer;
}

/** Saves what a live source found for people who don't have that source, once a day. @param now in milliseconds */
export async function saveCenters(org: Org, answer: CallCenterAnswer, now: number): Promise<Saving> {
    // Without the registry's records, everything would be created again.
    const records = answer.answered.includes('registry') ? centersToSave(answer, now) : [];
    if (!records.length) return { status: 'none' };
    try {
        const words = await org.saveCenters(records);
        return words === null ? { status: 'saved' } : { status: 'refused', words };
    } catch (thrown) {
        if (!(thrown instanceof OrgFault)) throw thrown;
        return { status: 'refused', words: thrown.words };
    }
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
