import { LABELS } from 'c/labels';
import type { Viewpoint } from 'c/pageState';

/** Null where users can't be found by call center. */
export function membershipOptionsFor({
    target,
    hidesMemberships
}: Viewpoint): { label: string; value: string }[] | null {
    if (hidesMemberships) return null;
    if (target) {
        return [
            { label: LABELS.filterEveryone, value: 'everyone' },
            { label: LABELS.filterHere, value: 'here' },
            { label: LABELS.filterElsewhere, value: 'elsewhere' },
            { label: LABELS.withoutCenter, value: 'none' }
        ];
    }
    return [
        { label: LABELS.filterEveryone, value: 'everyone' },
        { label: LABELS.filterInCenter, value: 'elsewhere' },
        { label: LABELS.withoutCenter, value: 'none' }
    ];
}
