import { counted, fill, LABELS } from 'c/labels';
import { BLOCK_REASONS, summary, type BlockReason, type Plan, type PlannedUser } from 'c/movePlan';
import { CENTERS_URL, centerUrl, isRemoval, listText, reasonText, type NameOf } from 'c/wording';

/** Users that a plan doesn't move, for one reason. */
export interface LeftAlone {
    key: string;
    count: string;
    text: string;
    names: string;
    /** The page in Setup where an admin can move these users instead. */
    url: string | null;
    offersCsv: boolean;
}

/** Names shown per group. No one would read more. */
const NAMES_SHOWN = 5;

export function sourcesOf(plan: Plan, nameOf: NameOf): { key: string; text: string }[] {
    return summary(plan).from.map(({ callCenterId, users }) => ({
        key: callCenterId ?? 'none',
        text:
            callCenterId === null ? fill(LABELS.newcomers, users) : fill(LABELS.fromCenter, users, nameOf(callCenterId))
    }));
}

export function leftAloneOf(plan: Plan, nameOf: NameOf): LeftAlone[] {
    const alreadyThere = plan.users.filter((user) => user.verdict === 'already there');
    const kept = plan.users.filter((user) => user.verdict === 'kept');
    const alreadyText = isRemoval(plan, plan.users) ? LABELS.groupAlreadyRemoved : LABELS.groupAlreadyThere;
    const groups = [
        group('already there', alreadyThere, alreadyText, null),
        group('kept', kept, LABELS.keptText, null, (user) => keptName(user, nameOf)),
        ...BLOCK_REASONS.map((reason) =>
            group(
                reason,
                plan.users.filter((user) => user.reason === reason),
                reasonText(reason),
                reason
            )
        )
    ];
    return groups.filter((one) => one !== null);
}

function group(
    key: string,
    users: PlannedUser[],
    text: string,
    reason: BlockReason | null,
    show = (user: PlannedUser) => user.name
): LeftAlone | null {
    if (!users.length) return null;
    return {
        key,
        count: counted(users.length, LABELS.groupUsersOne, LABELS.groupUsers),
        text,
        names: namesText(users.map(show)),
        url: setupUrl(users[0], reason),
        offersCsv: reason === 'enters a voice center'
    };
}

/** A user that someone moved since, and where they are now. */
function keptName({ name, from, by }: PlannedUser, nameOf: NameOf): string {
    if (from === null) return by ? fill(LABELS.keptNowNoneBy, name, by) : fill(LABELS.keptNowNone, name);
    return by ? fill(LABELS.keptNowBy, name, nameOf(from), by) : fill(LABELS.keptNow, name, nameOf(from));
}

function namesText(names: string[]): string {
    const shown = listText(names.slice(0, NAMES_SHOWN));
    return names.length > NAMES_SHOWN ? fill(LABELS.namesAndMore, shown, names.length - NAMES_SHOWN) : shown;
}

function setupUrl(user: PlannedUser, reason: BlockReason | null): string | null {
    switch (reason) {
        case 'enters a voice center':
            return user.to === null ? CENTERS_URL : centerUrl(user.to);
        case 'leaves a voice center':
            return user.from === null ? CENTERS_URL : centerUrl(user.from);
        default:
            return null;
    }
}
