/** Which rows of an import are shown, in which order. */
import type { Sheet } from 'c/csv';
import { needsWork, VERDICTS, type Judged, type RowVerdict } from 'c/importRows';
import { matcherOf } from 'c/userSearch';

/** Rows as they are counted and filtered: by verdict, and those that wait for an answer of the review by themselves. */
export const ROW_GROUPS = [...VERDICTS, 'review asks'] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];

/** Rows that are drawn at once, and that are added when the last one comes near. A window shows 20; 100 take a long task. */
export const ROWS_AT_ONCE = 50;

export interface RowView {
    /** Null for all rows. */
    group: RowGroup | null;
    order: 'needs work first' | 'as in the file';
    text: string;
    /** How many rows are drawn. */
    drawn: number;
    /** Places of the rows in the sheet that are shown. A corrected row stays where it is until the view changes. */
    places: readonly number[];
}

export const WHOLE_VIEW: Omit<RowView, 'places'> = {
    group: null,
    order: 'needs work first',
    text: '',
    drawn: ROWS_AT_ONCE
};

export function groupOf(verdict: RowVerdict): RowGroup {
    return verdict.verdict === 'blocked' && verdict.waits ? 'review asks' : verdict.verdict;
}

/** How many rows each group has, and how many need work. */
export function countGroups({ verdicts, counts }: Judged): Record<RowGroup, number> & { needsWork: number } {
    let [waits, work] = [0, 0];
    for (const verdict of verdicts) {
        if (verdict.verdict === 'blocked' && verdict.waits) waits += 1;
        if (needsWork(verdict)) work += 1;
    }
    return { ...counts, blocked: counts.blocked - waits, 'review asks': waits, needsWork: work };
}

/** The view with the places of the rows that it shows. */
export function viewOf(view: Omit<RowView, 'places'>, sheet: Sheet, { verdicts }: Judged): RowView {
    const isWanted = matcherOf(view.text);
    const [first, rest]: [number[], number[]] = [[], []];
    for (const [place, verdict] of verdicts.entries()) {
        if (view.group !== null && groupOf(verdict) !== view.group) continue;
        if (view.text !== '' && !isWanted(textOf(sheet.rows[place].cells, verdict))) continue;
        (view.order === 'needs work first' && needsWork(verdict) ? first : rest).push(place);
    }
    return { ...view, places: [...first, ...rest] };
}

/** What a row can be found by. */
function textOf(cells: string[], verdict: RowVerdict): string {
    const user = 'user' in verdict ? `${verdict.user.name} ${verdict.user.username}` : '';
    return `${cells.join(' ')} ${user}`;
}
