import { whole } from 'c/memo';
import type { Id } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import { layoutOf, type PanelState } from 'c/panelState';
import { faultWords } from 'c/wording';
import { actionsFor } from './actions.ts';
import { sumsOf } from './sums.ts';
import { hintOf, subtitleOf, timeLeftOf, titleOf } from './titles.ts';
import { warningsOf } from './warnings.ts';

export type Shown = ReturnType<typeof shownOf>;

/** What the panel shows of its state. */
export function shownOf(
    state: PanelState,
    viewpoint: Viewpoint,
    back: string | null,
    isJournaled: boolean,
    userId: Id
) {
    const failure = 'failure' in state ? state.failure : null;
    return {
        isOpen: state.stage !== 'none',
        style: layoutOf(state) === 'full' ? 'panel full' : 'panel line',
        contentStyle: contentStyleOf(state),
        back,
        title: titleOf(state, viewpoint),
        subtitle: subtitleOf(state, viewpoint),
        hint: hintOf(state, viewpoint.mayEdit),
        sums: state.stage === 'review' ? sumsOf(state, viewpoint.mayEdit) : null,
        actions: actionsFor(state, viewpoint),
        problem: failure && faultWords(failure.thrown),
        asksWhy: state.stage === 'review' && !viewpoint.mayEdit,
        review: state.stage === 'review' ? whole(state) : null,
        report: state.stage === 'report' && state.isOpen ? state.report : null,
        progress: state.stage === 'running' ? state.progress : null,
        timeLeft: state.stage === 'running' ? timeLeftOf(state.progress) : '',
        warnings: warningsOf(state, { isJournaled, userId })
    };
}

/** A review and results are as wide as the panel. Results scroll by themselves, too. */
function contentStyleOf({ stage }: PanelState): string {
    if (stage === 'review') return 'content flush';
    return stage === 'report' ? 'content results' : 'content';
}
