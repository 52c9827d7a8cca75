import { fill, LABELS } from 'c/labels';
import { BLOCK_REASONS, summary, type BlockReason, type Plan, type PlannedUser } from 'c/movePlan';
import { CENTERS_URL, centerUrl, reasonText, type NameOf } from 'c/wording';

/** Users a plan leaves alone for one reason. */
export interface LeftAlone {
    key: string;
    count: string;
    text: string;
    names: string;
    /** Where the matter can be settled instead. */
    url: string | null;
    offersCsv: boolean;
}

/** Names said of a group; more would not be read. */
const NAMES_SAID = 5;

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
    const groups = [
        group('already there', alreadyThere, fill(LABELS.alreadyThere, '').trim(), null),
        group('kept', kept, fill(LABELS.keptText, '').trim(), null, (user) => keptName(user, nameOf)),
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
    said = (user: PlannedUser) => user.name
): LeftAlone | null {
    if (!users.length) return null;
    return {
        key,
        count: users.length.toLocaleString(),
        text,
        names: namesText(users.map(said)),
        url: setupUrl(users[0], reason),
        offersCsv: reason === 'enters a voice center'
    };
}

/** Who was moved since, and where they are now. */
function keptName({ name, from, by }: PlannedUser, nameOf: NameOf): string {
    return by ? fill(LABELS.keptNowBy, name, nameOf(from), by) : fill(LABELS.keptNow, name, nameOf(from));
}

function namesText(names: string[]): string {
    const said = new Intl.ListFormat(undefined, { type: 'unit' }).format(names.slice(0, NAMES_SAID));
    return names.length > NAMES_SAID ? fill(LABELS.namesAndMore, said, names.length - NAMES_SAID) : said;
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
