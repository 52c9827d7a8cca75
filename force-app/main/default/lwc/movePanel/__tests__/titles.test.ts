import { planMoves, type Plan } from 'c/movePlan';
import type { Outcome, Progress, RunReport } from 'c/moveRun';
import { EVERYONE } from 'c/userSearch';
import type { Viewpoint } from 'c/pageState';
import type { PanelState } from 'c/panelState';
import type { Selection } from 'c/userSelection';
import { actionsFor } from '../actions.ts';
import { subtitleOf, timeLeftOf, titleOf } from '../titles.ts';
import { ADA, BO, CY, DI, EVE, FAY, KINDS, PAT, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const planTo = (target: string | null, ...users: (typeof ADA)[]) =>
    planMoves(users, target, (id) => KINDS.get(id) ?? null);

/** A state of the panel, seen from a call center. */
interface View {
    state: PanelState;
    seen: Viewpoint;
}

interface Parts {
    plan: Plan | null;
    report: RunReport | null;
    progress: Progress | null;
    selection: Selection | null;
    usersRead: number;
    undoable: number;
    isConfirmed: boolean;
    earlier: RunReport | null;
    seen: Viewpoint;
}

const NOBODY: Selection = { count: 0, users: [], matching: null };

function view(stage: PanelState['stage'], more: Partial<Parts> = {}): View {
    const { seen = viewFrom(WORK), plan = null, selection = NOBODY, earlier = null } = more;
    const states: { [Stage in PanelState['stage']]: () => PanelState } = {
        none: () => ({ question: 0, stage: 'none' }),
        selection: () => ({ question: 0, stage: 'selection', selection: selection!, plan }),
        reading: () => ({
            question: 0,
            stage: 'reading',
            selection: selection!,
            matching: selection!.matching!,
            usersRead: more.usersRead ?? 0,
            failure: null
        }),
        review: () => ({
            question: 0,
            stage: 'review',
            plan: plan!,
            users: [],
            isConfirmed: more.isConfirmed ?? false,
            isBlockedByTab: false,
            earlier
        }),
        running: () => ({
            question: 0,
            stage: 'running',
            plan: plan!,
            progress: more.progress ?? null,
            review: null,
            selection: null,
            earlier
        }),
        report: () => ({
            question: 0,
            stage: 'report',
            report: more.report!,
            undoable: more.undoable ?? 0,
            failure: null,
            earlier
        })
    };
    return { state: states[stage](), seen };
}

function progress(change: Partial<Progress>): Progress {
    const counts = { moved: 0, 'already there': 0, 'changed meanwhile': 0, refused: 0, 'not attempted': 0 };
    return {
        runId: 'run',
        state: 'running',
        total: 380,
        counts,
        toGo: 380,
        pausedBecause: null,
        words: null,
        startedAt: 0,
        etaMs: null,
        ...change
    };
}

function report(target: string | null, outcomes: Outcome[], undoOf: string | null = null): RunReport {
    return {
        runId: 'run',
        field: 'CallCenterId',
        target,
        startedAt: 0,
        endedAt: 0,
        by: '',
        settled: outcomes.map((outcome, index) => ({
            userId: `005${index}`,
            name: '',
            from: null,
            to: target,
            outcome,
            words: null,
            code: null,
            reason: null
        })),
        stoppedBecause: null,
        words: null,
        undoOf
    };
}

const undoing = (plan: Plan): Plan => ({ ...plan, undoOf: 'earlier' });
const matching = { count: 4312, users: [], matching: EVERYONE };

describe('The title of the panel', () => {
    it.each<[View, string]>([
        [view('none'), ''],
        [view('selection', { plan: planTo(WORK, ADA) }), 'Move Ada Byron to 8x8 Work'],
        [view('selection', { plan: planTo(WORK, ADA, CY, BO) }), 'Move 2 users to 8x8 Work'],
        [view('selection', { plan: planTo(null, ADA) }), 'Remove Ada Byron from Old Dialer'],
        [view('selection', { plan: planTo(null, ADA, BO) }), 'Remove 2 users from their call centers'],
        [view('selection', { plan: planTo(WORK, PAT) }), 'Move Pat Portal to 8x8 Work'],
        [view('selection', { selection: matching }), 'Move 4,312 users to 8x8 Work'],
        [view('reading', { selection: matching }), 'Move 4,312 users to 8x8 Work'],
        [
            view('selection', { selection: matching, seen: viewFrom('none') }),
            'Remove 4,312 users from their call centers'
        ],
        [
            view('selection', { selection: { ...matching, matching: { ...EVERYONE, membership: 'here' } } }),
            'Remove 4,312 users from their call centers'
        ],
        [view('review', { plan: planTo(WORK, ADA, CY) }), 'Review: Move 2 users to 8x8 Work'],
        [view('review', { plan: undoing(planTo(WORK, ADA)) }), 'Review: Undo: Ada Byron goes back'],
        [view('review', { plan: undoing(planTo(WORK, ADA, CY)) }), 'Review: Undo: 2 users back to where they were'],
        [view('running', { plan: planTo(WORK, ADA), progress: progress({}) }), 'Moving 380 users to 8x8 Work'],
        [view('running', { plan: planTo(null, ADA, BO) }), 'Removing 2 users'],
        [view('running', { plan: undoing(planTo(null, ADA, BO)) }), 'Moving 2 users back'],
        [view('report', { report: report(WORK, ['moved', 'refused']) }), '1 of 2 users moved to 8x8 Work'],
        [view('report', { report: report(null, ['moved']) }), '1 of 1 users removed from their call centers'],
        [view('report', { report: report(null, ['moved'], 'earlier') }), '1 of 1 users moved back']
    ])('of %# is right', (given, title) => {
        expect(titleOf(given.state, given.seen)).toBe(title);
    });
});

describe('The line below it', () => {
    const subtitle = ({ state, seen }: View) => subtitleOf(state, seen);

    it('says from where, how many are new, already there or blocked', () => {
        expect(subtitle(view('selection', { plan: planTo(WORK, ADA, DI, CY, BO, PAT, EVE) }))).toBe(
            '2 from Old Dialer, 1 new, 1 already there, 2 blocked. With single sign-on, moved users log out and in again.'
        );
    });

    it('says that nobody would move', () => {
        expect(subtitle(view('review', { plan: planTo(WORK, PAT) }))).toBe('Nobody of this selection would move.');
    });

    it('says how many users are read', () => {
        expect(subtitle(view('reading', { selection: matching, usersRead: 2000 }))).toBe(
            'Reading users, 2,000 of 4,312'
        );
    });

    it('is silent while there is no plan, during a run and in its report', () => {
        for (const stage of ['none', 'selection', 'running', 'report'] as const) expect(subtitle(view(stage))).toBe('');
    });
});

describe('The time that is left', () => {
    it.each([
        [progress({ etaMs: 400 }), 'about 1 second left'],
        [progress({ etaMs: 42_000 }), 'about 42 seconds left'],
        [progress({ etaMs: 180_000 }), 'about 3 minutes left'],
        [progress({ etaMs: null }), ''],
        [progress({ etaMs: 42_000, toGo: 0 }), ''],
        [progress({ etaMs: 42_000, state: 'paused' }), ''],
        [null, '']
    ])('case %# is said in words', (given, text) => {
        expect(timeLeftOf(given)).toBe(text);
    });
});

describe('The buttons of the panel', () => {
    const actions = ({ state, seen }: View) => actionsFor(state, seen);
    const labels = (given: View) => actions(given).map((action) => action.label);

    it.each<[string, View, string[]]>([
        ['none', view('none'), []],
        ['a plain selection', view('selection', { plan: planTo(WORK, ADA, CY) }), ['Clear', 'Review', 'Move 2 users']],
        ['one user', view('selection', { plan: planTo(WORK, ADA) }), ['Clear', 'Review', 'Move 1 user']],
        ['a removal', view('selection', { plan: planTo(null, ADA, BO) }), ['Clear', 'Review', 'Remove 2 users']],
        ['a selection with a blocked user', view('selection', { plan: planTo(WORK, ADA, PAT) }), ['Clear', 'Review']],
        ['one that asks', view('selection', { plan: planTo(WORK, FAY) }), ['Clear', 'Review']],
        ['all that match', view('selection', { selection: matching }), ['Clear', 'Review']],
        ['a reading', view('reading', { selection: matching }), ['Cancel']],
        ['a review', view('review', { plan: planTo(WORK, ADA, PAT) }), ['Cancel', 'Move 1 user']],
        ['a review of nothing', view('review', { plan: planTo(WORK, PAT) }), ['Cancel']],
        ['a run', view('running', { progress: progress({}) }), ['Pause', 'Stop']],
        ['a paused run', view('running', { progress: progress({ state: 'paused' }) }), ['Continue', 'Stop']],
        ['a run that stops', view('running', { progress: progress({ state: 'stopping' }) }), []],
        [
            'a clean report',
            view('report', { report: report(WORK, ['moved']), undoable: 1 }),
            ['Download CSV', 'Undo 1', 'Done']
        ],
        [
            'a mixed report',
            view('report', { report: report(WORK, ['moved', 'moved', 'refused']), undoable: 2 }),
            ['Download CSV', 'Retry 1', 'Undo 2', 'Done']
        ],
        [
            'a report that nobody goes back from',
            view('report', { report: report(WORK, ['moved']) }),
            ['Download CSV', 'Done']
        ],
        [
            'a report of a stopped run, come to by way of another',
            view('report', { report: report(WORK, ['not attempted']), earlier: report(WORK, ['moved']) }),
            ['Back to the report', 'Download CSV', 'Move the other 1', 'Done']
        ],
        [
            'a report that a viewer sees',
            view('report', {
                report: report(WORK, ['refused', 'not attempted']),
                seen: viewFrom(WORK, { mayEdit: false })
            }),
            ['Download CSV', 'Done']
        ]
    ])('for %s: as many as can be used, and one brand button at most', (_, given, expected) => {
        expect(labels(given)).toEqual(expected);
        expect(actions(given).filter((action) => action.variant === 'brand').length).toBeLessThan(2);
    });

    it('move nobody into or out of a center of unknown kind before the admin is sure', () => {
        const review = (isConfirmed: boolean) => view('review', { plan: planTo(WORK, FAY), isConfirmed });
        expect(actions(review(false)).at(-1)).toMatchObject({ name: 'move', disabled: true });
        expect(actions(review(true)).at(-1)).toMatchObject({ name: 'move', disabled: false });
    });
});
