/** What is said about exporting and deleting old moves. */
import type { Deletion, OldRunsState } from 'c/exportRows';
import { MAX_HISTORY_ROWS } from 'c/exportRows';
import { fill, LABELS } from 'c/labels';
import { faultText } from 'c/wording';

/** What came of it, with what there's to know; empty while there's nothing. */
export function resultTexts(state: OldRunsState): string[] {
    switch (state.stage) {
        case 'choosing':
        case 'failed':
        case 'reading':
        case 'deleting':
            return [];
        case 'none':
            return [LABELS.oldMovesNone];
        case 'too many':
            return [fill(LABELS.oldMovesTooMany, MAX_HISTORY_ROWS)];
        case 'exported': {
            const { runs, rows, deletable, mayDelete } = state;
            return [
                fill(LABELS.oldMovesSaved, runs, rows),
                ...(mayDelete ? [] : [LABELS.oldMovesMayNot]),
                ...(mayDelete && deletable.length < runs
                    ? [fill(LABELS.oldMovesIncomplete, runs - deletable.length)]
                    : [])
            ];
        }
        case 'deleted':
            return deletionTexts(state.result, state.of);
    }
}

/** Every move is in one of these numbers. */
function deletionTexts({ deleted, refused, uncertain, left, fault }: Deletion, of: number): string[] {
    const words = new Map<string, number>();
    for (const one of refused) words.set(one.words, (words.get(one.words) ?? 0) + 1);
    return [
        fill(LABELS.oldMovesDeleted, deleted, of),
        ...[...words].map(([said, count]) => fill(LABELS.oldMovesRefused, count, said)),
        ...(uncertain > 0 ? [fill(LABELS.oldMovesUncertain, uncertain)] : []),
        ...(left > 0 ? [fill(LABELS.oldMovesLeft, left)] : []),
        ...(fault ? [fill(LABELS.oldMovesFault, faultText(fault))] : [])
    ];
}

export function progressText(state: OldRunsState): string {
    if (state.stage === 'reading') return fill(LABELS.oldMovesReading, state.done, state.of);
    return state.stage === 'deleting' ? fill(LABELS.oldMovesDeleting, state.done, state.of) : '';
}
