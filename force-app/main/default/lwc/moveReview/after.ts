import { daysUntilRetirement, OPEN_CTI_RETIRES } from 'c/callCenters';
import { fill, LABELS } from 'c/labels';
import { movingRoutes } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import type { Known, Reviewed } from './sections.ts';

/** The members of a call center before and after a move. */
export interface After {
    key: string;
    name: string;
    now: string;
    after: string;
    /** Both numbers, for screen readers. */
    text: string;
}

/** Call centers shown with their members. The picture shows no more, either. */
const CENTERS_SHOWN = 6;

/** Call centers that gain members first, then those that lose the most. Those whose members aren't known are left out. */
export function afterOf({ plan }: Reviewed, { nameOf, membersOf }: Known): After[] {
    const changes = new Map<Id | null, number>();
    const change = (center: Id | null, by: number) => changes.set(center, (changes.get(center) ?? 0) + by);
    for (const { from, to, users } of movingRoutes(plan)) {
        change(to, users.length);
        change(from, -users.length);
    }
    const gains = ([, by]: [Id | null, number]) => (by > 0 ? 1 : 0);
    return [...changes]
        .sort((one, other) => gains(other) - gains(one) || Math.abs(other[1]) - Math.abs(one[1]))
        .flatMap(([center, by]) => {
            const now = membersOf(center);
            if (now === null) return [];
            // The counts can be older than the plan.
            const after = Math.max(0, now + by);
            const text = fill(LABELS.reviewAfterRow, now, after);
            const shown = { now: now.toLocaleString(), after: after.toLocaleString(), text };
            return [{ key: center ?? 'none', name: nameOf(center), ...shown }];
        })
        .slice(0, CENTERS_SHOWN);
}

/** Says that Open CTI retires, if that's what users move to. */
export function retirementOf({ plan: { target } }: Reviewed, { nameOf, kindOf }: Known, now: number): string {
    if (target === null || kindOf(target) !== 'open-cti' || daysUntilRetirement(now) <= 0) return '';
    const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });
    return fill(LABELS.reviewRetires, nameOf(target), day.format(Date.parse(OPEN_CTI_RETIRES)));
}
