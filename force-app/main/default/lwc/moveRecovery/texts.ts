import { fill, LABELS } from 'c/labels';
import type { JournalEntry, SetAside } from 'c/moveJournal';
import { countOutcomes } from 'c/moveRun';
import { OrgFault, type Org } from 'c/orgPort';
import { isRemoval, momentText, type NameOf } from 'c/wording';

export function recoveryText({ plan, startedAt }: JournalEntry, moved: number, nameOf: NameOf, now: number): string {
    const total = plan.users.length;
    const when = momentText(startedAt, now);
    const isOne = total === 1;
    if (plan.target !== null)
        return fill(isOne ? LABELS.recoveredOne : LABELS.recovered, moved, total, nameOf(plan.target), when);
    return isRemoval(plan, plan.users)
        ? fill(isOne ? LABELS.recoveredRemovedOne : LABELS.recoveredRemoved, moved, total, when)
        : fill(isOne ? LABELS.recoveredMixedOne : LABELS.recoveredMixed, moved, total, when);
}

/** Counts the users who moved. Reads those whose write was in flight. Writes nothing, not even to the journal. */
export async function movedByReading(
    { settled, inFlight }: JournalEntry,
    org: Pick<Org, 'memberships'>
): Promise<{ moved: number; uncertain: number }> {
    const { moved } = countOutcomes(settled);
    if (!inFlight.length) return { moved, uncertain: 0 };
    try {
        const now = await org.memberships(inFlight.map((intent) => intent.userId));
        const places = new Map(now.map((membership) => [membership.userId, membership.callCenterId]));
        return { moved: moved + inFlight.filter(({ userId, to }) => places.get(userId) === to).length, uncertain: 0 };
    } catch (thrown) {
        if (!(thrown instanceof OrgFault)) throw thrown;
        // The page shows these users as not confirmed. Every button reads them again.
        return { moved, uncertain: inFlight.length };
    }
}

/** Each reason once, even if it applies to several runs. */
export function setAsideTexts(setAside: SetAside[]): string[] {
    return [...new Set(setAside.map(({ why }) => asideText(why)))];
}

function asideText(why: SetAside['why']): string {
    switch (why) {
        case 'other version':
            return LABELS.asideVersion;
        case 'other org':
            return LABELS.asideOrg;
        case 'other user':
            return LABELS.asideUser;
        case 'damaged':
            return LABELS.asideDamaged;
    }
}
