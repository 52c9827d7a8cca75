/** What the import shows of its state. */
import { countGroups, hasSheet, type EmptyState, type ImportState } from 'c/importFlow';
import { LABELS } from 'c/labels';
import { whole } from 'c/memo';
import type { Viewpoint } from 'c/pageState';
import { faultText, sourceProblemText } from 'c/wording';
import { chipsOf, progressText, sourceText, sumsOf } from './texts.ts';

export function shownOf(state: ImportState, seen: Viewpoint | null) {
    const hasRows = hasSheet(state);
    return {
        source: sourceText(state),
        isEmpty: state.stage === 'empty',
        problem: state.stage === 'empty' && state.problem ? sourceProblemText(state.problem) : '',
        again: state.stage === 'empty' ? againOf(state) : null,
        progress: progressText(state),
        done: state.stage === 'lookup' && state.of > 0 ? Math.round((100 * state.answered) / state.of) : 0,
        columns: state.stage === 'columns' ? state.loaded : null,
        isPaused: state.stage === 'paused',
        fault: state.stage === 'paused' ? pausedText(state.fault) : '',
        chips: hasRows && state.stage !== 'columns' && seen ? chipsOf(state.loaded, seen.nameOf) : null,
        rows: state.stage === 'verdicts' ? whole(state) : null,
        sums: state.stage === 'verdicts' ? sumsOf(countGroups(state.judged), seen?.mayEdit ?? true) : null
    };
}

/** How a list that can't be read was read; null when there's nothing to read again. */
function againOf({ source, reading }: EmptyState) {
    return source && { encoding: source.encoding, delimiter: reading.delimiter };
}

function pausedText(fault: unknown): string {
    return fault === null ? LABELS.importPausedText : faultText(fault);
}
