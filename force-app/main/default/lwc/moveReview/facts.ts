import { counted, LABELS } from 'c/labels';
import type { PlannedUser } from 'c/movePlan';
import type { Id, User } from 'c/orgPort';

/** What is worth knowing about users before they move. Empty unless all of them were read. */
export function factsOf(users: readonly PlannedUser[], read: ReadonlyMap<Id, User>): string {
    let inactive = 0;
    let neverLoggedIn = 0;
    for (const { userId } of users) {
        const user = read.get(userId);
        if (!user) return '';
        if (!user.isActive) inactive += 1;
        else if (user.lastLogin === null) neverLoggedIn += 1;
    }
    const activity = inactive ? counted(inactive, LABELS.someInactiveOne, LABELS.someInactive) : LABELS.allActive;
    const logins = neverLoggedIn ? counted(neverLoggedIn, LABELS.neverLoggedInOne, LABELS.neverLoggedIn) : '';
    return [activity, logins].filter(Boolean).join(' ');
}
