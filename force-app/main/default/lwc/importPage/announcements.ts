/** What screen readers hear of an import. */
import { countGroups, groupOf, type ImportState, type VerdictsState } from 'c/importFlow';
import { fill, LABELS } from 'c/labels';
import { groupText, sourceProblemText } from 'c/wording';
import { progressText } from './texts.ts';

/** @returns what is new between two states; empty for nothing to say */
export function announcementOf(before: ImportState, now: ImportState): string {
    switch (now.stage) {
        case 'empty':
            return now.problem ? sourceProblemText(now.problem) : '';
        case 'reading':
            return progressText(now);
        case 'lookup':
            return quarter(before) === quarter(now) ? '' : progressText(now);
        case 'columns':
        case 'paused':
            return '';
        case 'verdicts':
            return before.stage === 'verdicts' ? changedRow(before, now) : summary(now);
    }
}

function summary({ judged }: VerdictsState): string {
    const counts = countGroups(judged);
    return fill(LABELS.importSummary, judged.verdicts.length, counts['will move'], counts.needsWork);
}

/** The first row that was corrected. */
function changedRow(before: VerdictsState, now: VerdictsState): string {
    if (before.corrections === now.corrections) return '';
    const { rows } = now.loaded.sheet;
    const place = rows.findIndex(({ row }) => before.corrections.get(row) !== now.corrections.get(row));
    if (place < 0) return '';
    return fill(LABELS.importRowNow, rows[place].row, groupText(groupOf(now.judged.verdicts[place])));
}

function quarter(state: ImportState): number {
    return state.stage === 'lookup' && state.of > 0 ? Math.floor((4 * state.answered) / state.of) : -1;
}
