/** The choices that filter the rows of an import. */
import { countGroups, ROW_GROUPS, type RowGroup, type VerdictsState } from 'c/importFlow';
import { LABELS } from 'c/labels';
import { groupText } from 'c/wording';
import { groupIcon, tone } from './rows.ts';

export const ALL = 'all';

export interface Filter {
    value: string;
    /** The first of those that need work. */
    startsWork: boolean;
    label: string;
    count: string;
    icon: string | null;
    isChosen: boolean;
    classes: string;
    iconClasses: string;
}

/** Groups that are done, before the ones that need work. The first two are there even without rows. */
const DONE: readonly RowGroup[] = ['will move', 'already there', 'review asks', 'skipped'];
const WORK = ROW_GROUPS.filter((group) => !DONE.includes(group));

export function filtersOf({ judged, view }: VerdictsState): Filter[] {
    const counts = countGroups(judged);
    const shown = (group: RowGroup) => counts[group] > 0 || group === 'will move' || group === 'already there';
    const work = WORK.filter(shown);
    const filter = (group: RowGroup | null, label: string, count: number): Filter => ({
        value: group ?? ALL,
        startsWork: group !== null && group === work[0],
        label,
        count: count.toLocaleString(),
        icon: group && groupIcon(group),
        isChosen: view.group === group,
        classes: view.group === group ? 'pill chosen' : 'pill',
        iconClasses: group ? tone(group) : ''
    });
    return [
        filter(null, LABELS.filterEveryone, judged.verdicts.length),
        ...[...DONE.filter(shown), ...work].map((group) => filter(group, groupText(group), counts[group]))
    ];
}
