import { planMoves, planWishes, type Plan } from 'c/movePlan';
import type { Outcome, Progress, RunReport } from 'c/moveRun';
import { LABELS } from 'c/labels';
import { EVERYONE } from 'c/userSearch';
import type { Viewpoint } from 'c/pageState';
import type { PanelState } from 'c/panelState';
import type { Selection } from 'c/userSelection';
import { actionsFor } from '../actions.ts';
import { hintOf, subtitleOf, timeLeftOf, titleOf } from '../titles.ts';
import { ADA, BO, CY, DI, EVE, FAY, KINDS, PAT, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

const planTo = (target: string | null, ...users: (typeof ADA)[]) =>
    planMoves(users, target, (id) => KINDS.get(id) ?? null);

/** A state of the panel with a call center selected. */
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
/** To multiple call centers: Ada to 8x8 Work, Bo out of it. */
const toSeveral = planWishes(
    [
        { userId: ADA.id, to: WORK },
        { userId: BO.id, to: null }
    ],
    new Map([ADA, BO].map((user) => [user.id, user])),
    (id) => KINDS.get(id) ?? null
);
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
        [view('review', { plan: undoing(planTo(WORK, ADA)) }), 'Review: Move Ada Byron back'],
        [view('review', { plan: undoing(planTo(WORK, ADA, CY)) }), 'Review: Move 2 users back'],
        [view('review', { plan: undoing(planTo(null, ADA)) }), 'Review: Move Ada Byron back'],
        [view('selection', { plan: planTo(null, CY) }), 'Remove Cy Tan from their call center'],
        [view('selection', { plan: toSeveral }), 'Move 2 users'],
        [view('running', { plan: planTo(WORK, ADA), progress: progress({}) }), 'Moving 380 users to 8x8 Work'],
        [view('running', { plan: planTo(WORK, ADA) }), 'Moving 1 user to 8x8 Work'],
        [view('running', { plan: planTo(null, ADA, BO) }), 'Removing 2 users from their call centers'],
        [view('running', { plan: planTo(null, ADA) }), 'Removing 1 user from their call center'],
        [view('running', { plan: undoing(planTo(null, ADA, BO)) }), 'Moving 2 users back'],
        [view('running', { plan: undoing(planTo(WORK, ADA)) }), 'Moving 1 user back'],
        [view('running', { plan: toSeveral }), 'Moving 2 users'],
        [view('running', { plan: toSeveral, progress: progress({ total: 1 }) }), 'Moving 1 user'],
        [view('report', { report: report(WORK, ['moved', 'refused']) }), '1 of 2 users moved to 8x8 Work'],
        [view('report', { report: report(WORK, ['moved']) }), '1 of 1 user moved to 8x8 Work'],
        [view('report', { report: report(null, ['moved']) }), '1 of 1 user removed from their call center'],
        [view('report', { report: report(null, ['moved'], 'earlier') }), '1 of 1 user moved back']
    ])('of case %# is right', (given, title) => {
        expect(titleOf(given.state, given.seen)).toBe(title);
    });
});

describe('The line below the title', () => {
    const subtitle = ({ state, seen }: View) => subtitleOf(state, seen);

    it("counts users by where they come from, and those who need no move or can't be moved", () => {
        expect(subtitle(view('selection', { plan: planTo(WORK, ADA, DI, CY, BO, PAT, EVE) }))).toBe(
            "2 from Old Dialer, 1 with no call center, 1 already there, 2 can't be moved"
        );
    });

    it('counts users without a call center as such in a removal, and changed users in an undo', () => {
        expect(subtitle(view('selection', { plan: planTo(null, ADA, CY) }))).toBe(
            '1 from Old Dialer, 1 already without a call center'
        );
        const kept = { ...planTo(WORK, BO).users[0], verdict: 'kept' } as const;
        const plan = undoing({ ...planTo(WORK, ADA), users: [...planTo(WORK, ADA).users, kept] });
        expect(subtitle(view('review', { plan }))).toBe('1 from Old Dialer, 1 changed since');
    });

    it('says that no one will move', () => {
        expect(subtitle(view('review', { plan: planTo(WORK, PAT) }))).toBe('None of the selected users will move.');
    });

    it('counts the users that have been loaded', () => {
        expect(subtitle(view('reading', { selection: matching, usersRead: 2000 }))).toBe(
            'Loading users: 2,000 of 4,312'
        );
    });

    it('is empty without a plan, during a move, and in its results', () => {
        for (const stage of ['none', 'selection', 'running', 'report'] as const) expect(subtitle(view(stage))).toBe('');
    });
});

describe('The hint about single sign-on', () => {
    it.each<[View, string]>([
        [view('selection', { plan: planTo(WORK, ADA) }), LABELS.signInAgain],
        [view('review', { plan: planTo(WORK, ADA) }), LABELS.signInAgain],
        [view('review', { plan: planTo(WORK, PAT) }), ''],
        [view('selection', { selection: matching }), ''],
        [view('running', { plan: planTo(WORK, ADA) }), '']
    ])('in case %# appears only before a move that moves someone', (given, text) => {
        expect(hintOf(given.state)).toBe(text);
    });
});

describe('The time that is left', () => {
    it.each([
        [progress({ etaMs: 400 }), 'About 1 second left'],
        [progress({ etaMs: 42_000 }), 'About 42 seconds left'],
        [progress({ etaMs: 180_000 }), 'About 3 minutes left'],
        [progress({ etaMs: 90_000 }), 'About 2 minutes left'],
        [progress({ etaMs: null }), ''],
        [progress({ etaMs: 42_000, toGo: 0 }), ''],
        [progress({ etaMs: 42_000, state: 'paused' }), ''],
        [null, '']
    ])('in case %# is shown in seconds or minutes', (given, text) => {
        expect(timeLeftOf(given)).toBe(text);
    });
});

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
        ['a review', view('review', { plan: planTo(WORK, ADA, PAT) }), ['Cancel', 'Move 1 user']],
        ['a review without moves', view('review', { plan: planTo(WORK, PAT) }), ['Cancel']],
        ['a running move', view('running', { progress: progress({}) }), ['Pause', 'Stop']],
        ['a paused move', view('running', { progress: progress({ state: 'paused' }) }), ['Continue', 'Stop']],
        ['a stopping move', view('running', { progress: progress({ state: 'stopping' }) }), []],
        [
            'results without failures',
            view('report', { report: report(WORK, ['moved']), undoable: 1 }),
            ['Download CSV', 'Undo 1', 'Done']
        ],
        [
            'results with a failure',
            view('report', { report: report(WORK, ['moved', 'moved', 'refused']), undoable: 2 }),
            ['Download CSV', 'Retry 1 failed', 'Undo 2', 'Done']
        ],
        ["results that can't be undone", view('report', { report: report(WORK, ['moved']) }), ['Download CSV', 'Done']],
        [
            'results of a stopped move, opened from other results',
            view('report', { report: report(WORK, ['not attempted']), earlier: report(WORK, ['moved']) }),
            ['Back to results', 'Download CSV', 'Move remaining 1', 'Done']
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

    it('keep the move disabled for a call center of unknown type until the admin checks the box', () => {
        const review = (isConfirmed: boolean) => view('review', { plan: planTo(WORK, FAY), isConfirmed });
        expect(actions(review(false)).at(-1)).toMatchObject({ name: 'move', disabled: true });
        expect(actions(review(true)).at(-1)).toMatchObject({ name: 'move', disabled: false });
    });
});
