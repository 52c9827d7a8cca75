import { fill, LABELS } from 'c/labels';
import type { Viewpoint } from 'c/pageState';
import type { PanelState } from 'c/panelState';
import { sumsOf } from './sums.ts';
import { titleOf } from './titles.ts';

/** A run is read out this often, not with every batch. */
const QUARTERS = 4;

/**
 * What to read out when the panel changes: what an answer of a review changed, each quarter of a run, and its end when the results are only a line. Results in
 * full take the focus, so they are read out anyway. Null when there is nothing to say.
 */
export function announcementOf(before: PanelState, after: PanelState, viewpoint: Viewpoint): string | null {
    if (after.stage === 'report' && before.stage === 'running' && !after.isOpen) return titleOf(after, viewpoint);
    if (after.stage === 'review' && before.stage === 'review' && after.plan !== before.plan) {
        const { strong, others } = sumsOf(after, viewpoint.mayEdit);
        return others ? `${strong} · ${others}` : strong;
    }
    if (after.stage !== 'running' || before.stage !== 'running') return null;
    const quarter = quarterOf(after);
    if (quarter <= quarterOf(before) || quarter === QUARTERS) return null;
    return fill(LABELS.announceProgress, (100 / QUARTERS) * quarter, after.progress?.toGo ?? 0);
}

function quarterOf({ progress }: Extract<PanelState, { stage: 'running' }>): number {
    if (!progress?.total) return 0;
    return Math.floor((QUARTERS * (progress.total - progress.toGo)) / progress.total);
}
