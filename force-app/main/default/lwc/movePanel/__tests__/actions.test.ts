import { actionsFor } from '../actions.ts';
import { ADA, BO, CY, FAY, PAT, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { matching, planTo, progress, report, view, type View } from './views.ts';

describe('The buttons of the panel', () => {
    const actions = ({ state, seen }: View) => actionsFor(state, seen);
    const labels = (given: View) => actions(given).map((action) => action.label);

    it.each<[string, View, string[]]>([
        ['none', view('none'), []],
        [
            'a selection',
            view('selection', { plan: planTo(WORK, ADA, CY) }),
            ['Clear selection', 'Review', 'Move 2 users']
        ],
        ['one user', view('selection', { plan: planTo(WORK, ADA) }), ['Clear selection', 'Review', 'Move 1 user']],
        [
            'a removal',
            view('selection', { plan: planTo(null, ADA, BO) }),
            ['Clear selection', 'Review', 'Remove 2 users']
        ],
        [
            'a selection with a blocked user',
            view('selection', { plan: planTo(WORK, ADA, PAT) }),
            ['Clear selection', 'Review']
        ],
        [
            'a selection with an open question',
            view('selection', { plan: planTo(WORK, FAY) }),
            ['Clear selection', 'Review']
        ],
        ['all matching users', view('selection', { selection: matching }), ['Clear selection', 'Review']],
        ['users being loaded', view('reading', { selection: matching }), ['Cancel']],
        ['a review', view('review', { plan: planTo(WORK, ADA, PAT) }), ['Download CSV', 'Cancel', 'Move 1 user']],
        [
            'a review with an open question',
            view('review', { plan: planTo(WORK, ADA, FAY) }),
            ['Download CSV', 'Cancel', 'Move 1 user']
        ],
        ['a review without moves', view('review', { plan: planTo(WORK, PAT) }), ['Download CSV', 'Cancel']],
        ['a running move', view('running', { progress: progress({}) }), ['Pause', 'Stop']],
        ['a paused move', view('running', { progress: progress({ state: 'paused' }) }), ['Continue', 'Stop']],
        ['a stopping move', view('running', { progress: progress({ state: 'stopping' }) }), []],
        [
            'results without failures',
            view('report', { report: report(WORK, ['moved']), undoable: 1 }),
            ['Download CSV', 'Move 1 back to no call center', 'Done']
        ],
        [
            'results with a failure',
            view('report', { report: report(WORK, ['moved', 'moved', 'refused']), undoable: 2 }),
            ['Download CSV', 'Retry 1 failed', 'Move 2 back to no call center', 'Done']
        ],
        ["results that can't be undone", view('report', { report: report(WORK, ['moved']) }), ['Download CSV', 'Done']],
        [
            'results of a stopped move, opened from other results',
            view('report', { report: report(WORK, ['not attempted']), earlier: report(WORK, ['moved']) }),
            ['Download CSV', 'Move remaining 1', 'Done']
        ],
        [
            "results for a user who can't edit users",
            view('report', {
                report: report(WORK, ['refused', 'not attempted']),
                seen: viewFrom(WORK, { mayEdit: false })
            }),
            ['Download CSV', 'Done']
        ]
    ])('for %s, include only usable ones and at most one brand button', (_, given, expected) => {
        expect(labels(given)).toEqual(expected);
        expect(actions(given).filter((action) => action.variant === 'brand').length).toBeLessThan(2);
    });
});
