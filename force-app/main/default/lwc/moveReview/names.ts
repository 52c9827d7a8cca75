import { fill, LABELS } from 'c/labels';
import type { PlannedUser } from 'c/movePlan';
import { userUrl, type NameOf } from 'c/wording';

export interface NamedUser {
    id: string;
    name: string;
    url: string;
}

/** Names shown of each group at first. */
export const FIRST_NAMES = 5;
/** Names that one click adds. A browser lays out so many links without a pause. */
export const MORE_NAMES = 500;

export function namesOf(users: readonly PlannedUser[], shown: number, nameOf: NameOf): NamedUser[] {
    return users.slice(0, shown).map((user) => ({
        id: user.userId,
        name: user.verdict === 'kept' ? keptName(user, nameOf) : user.name,
        url: userUrl(user.userId)
    }));
}

/** What the button below the names of a group shows; null when all are shown from the start. */
export function moreLabel(total: number, shown: number): string | null {
    if (total <= FIRST_NAMES) return null;
    if (shown >= total) return LABELS.showLess;
    return total - shown <= MORE_NAMES ? fill(LABELS.showAllCount, total) : fill(LABELS.showMoreCount, MORE_NAMES);
}

/** How many names are shown after that button was selected. */
export function shownNext(total: number, shown: number): number {
    return shown >= total ? FIRST_NAMES : Math.min(total, shown + MORE_NAMES);
}

/** A user that someone moved since, and where they are now. */
function keptName({ name, from, by }: PlannedUser, nameOf: NameOf): string {
    if (from === null) return by ? fill(LABELS.keptNowNoneBy, name, by) : fill(LABELS.keptNowNone, name);
    return by ? fill(LABELS.keptNowBy, name, nameOf(from), by) : fill(LABELS.keptNow, name, nameOf(from));
}
