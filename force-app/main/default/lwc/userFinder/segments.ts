import { LABELS } from 'c/labels';
import type { MembershipFilter } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import type { Segment } from 'c/segmentFilter';

/**
 * What users can be filtered by, and how many there are of each in the whole org. Null where they can't be.
 * Short labels are for one toolbar with everything in it.
 */
export function segmentsOf({ target, hidesMemberships, counts }: Viewpoint, isShort = false): Segment[] | null {
    if (hidesMemberships) return null;
    const segment = (value: MembershipFilter, label: string): Segment => ({
        value,
        label,
        count: counts?.[value].toLocaleString() ?? ''
    });
    return [
        segment('everyone', LABELS.filterEveryone),
        ...(target ? [segment('here', LABELS.filterHere)] : []),
        segment('elsewhere', target ? LABELS.filterElsewhere : LABELS.filterInCenter),
        segment('none', isShort ? LABELS.noCenter : LABELS.withoutCenter)
    ];
}
