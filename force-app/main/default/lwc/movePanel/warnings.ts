import { fill, LABELS } from 'c/labels';
import type { Id } from 'c/orgPort';
import type { PanelState } from 'c/panelState';
import type { Overlap } from 'c/runRecord';

export interface Warning {
    text: string;
    /** An alert is read out at once. */
    role: 'alert' | 'note';
}

/** @param kept whether this browser keeps the run, and who works with the page */
export function warningsOf(state: PanelState, kept: { isJournaled: boolean; userId: Id }): Warning[] {
    switch (state.stage) {
        case 'review': {
            const overlaps = (state.overlaps ?? []).map((overlap) => overlapText(overlap, kept.userId));
            const texts = state.isBlockedByTab ? [LABELS.onElsewhere, ...overlaps] : overlaps;
            return texts.map((text) => ({ text, role: 'alert' }));
        }
        case 'running': {
            // The org's record can be resumed by anyone, so it doesn't matter then what the browser keeps.
            if (state.isRecorded !== false) return [];
            return [{ text: kept.isJournaled ? LABELS.onlyThisBrowser : LABELS.notResumable, role: 'note' }];
        }
        case 'none':
        case 'selection':
        case 'reading':
        case 'report':
            return [];
    }
}

function overlapText({ run, users }: Overlap, userId: Id): string {
    const { heldBy } = run.live ?? {};
    if (heldBy?.id === userId) return fill(users === 1 ? LABELS.overlapYoursOne : LABELS.overlapYours, users);
    const name = heldBy?.name ?? run.by ?? LABELS.someone;
    return fill(users === 1 ? LABELS.overlapOne : LABELS.overlap, name, users);
}
