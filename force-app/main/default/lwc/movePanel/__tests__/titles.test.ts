import { planMoves, type Plan } from 'c/movePlan';
import type { Outcome, Progress, RunReport } from 'c/moveRun';
import { EVERYONE } from 'c/userSearch';
import { actionsFor, type Stage, type View } from '../actions.ts';
import { subtitleOf, timeLeftOf, titleOf } from '../titles.ts';
import { ADA, BO, CY, DI, EVE, FAY, KINDS, PAT, WORK } from '#tests/support/people.ts';
import { seenFrom } from '#tests/support/seen.ts';

const planTo = (target: string | null, ...users: (typeof ADA)[]) =>
    planMoves(users, target, (id) => KINDS.get(id) ?? null);

function view(stage: Stage, more: Partial<View> = {}): View {
    const nothing = {
        plan: null,
        report: null,
        progress: null,
        selection: null,
        readSoFar: 0,
        undoable: 0,
        hasEarlier: false
    };
    return { stage, seen: seenFrom(WORK), ...nothing, ...more };
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
        target,
        startedAt: 0,
        endedAt: 0,
        by: '',
        settled: outcomes.map((outcome, place) => ({
            userId: `005${place}`,
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
            view('selection', { selection: matching, seen: seenFrom('none') }),
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
        expect(titleOf(given)).toBe(title);
    });
});

describe('The line below it', () => {
    it('says from where, how many are new, already there or blocked', () => {
        expect(subtitleOf(view('selection', { plan: planTo(WORK, ADA, DI, CY, BO, PAT, EVE) }))).toBe(
            '2 from Old Dialer, 1 new, 1 already there, 2 blocked. With single sign-on, moved users log out and in again.'
        );
    });

    it('says that nobody would move', () => {
        expect(subtitleOf(view('review', { plan: planTo(WORK, PAT) }))).toBe('Nobody of this selection would move.');
    });

    it('says how many users are read', () => {
        expect(subtitleOf(view('reading', { selection: matching, readSoFar: 2000 }))).toBe(
            'Reading users, 2,000 of 4,312'
        );
    });

    it('is silent while there is no plan, during a run and in its report', () => {
        for (const stage of ['none', 'selection', 'running', 'report'] as const)
            expect(subtitleOf(view(stage))).toBe('');
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
    const labels = (given: View, isSure = false) => actionsFor(given, isSure).map((action) => action.label);

    it.each<[string, View, string[]]>([
        ['none', view('none'), []],
        ['a plain selection', view('selection', { plan: planTo(WORK, ADA, CY) }), ['Clear', 'Review', 'Move 2 users']],
        ['one user', view('selection', { plan: planTo(WORK, ADA) }), ['Clear', 'Review', 'Move 1 user']],
        ['a removal', view('selection', { plan: planTo(null, ADA, BO) }), ['Clear', 'Review', 'Remove 2 users']],
        ['a selection with a blocked user', view('selection', { plan: planTo(WORK, ADA, PAT) }), ['Clear', 'Review']],
        ['one that asks', view('selection', { plan: planTo(WORK, FAY) }), ['Clear', 'Review']],
        ['all that match', view('selection', { selection: matching }), ['Clear', 'Review']],
        ['a reading', view('reading'), ['Cancel']],
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
            view('report', { report: report(WORK, ['not attempted']), hasEarlier: true }),
            ['Back to the report', 'Download CSV', 'Move the other 1', 'Done']
        ],
        [
            'a report that a viewer sees',
            view('report', {
                report: report(WORK, ['refused', 'not attempted']),
                seen: seenFrom(WORK, { mayEdit: false })
            }),
            ['Download CSV', 'Done']
        ]
    ])('for %s: as many as can be used, and one brand button at most', (_, given, expected) => {
        expect(labels(given)).toEqual(expected);
        expect(actionsFor(given, false).filter((action) => action.variant === 'brand').length).toBeLessThan(2);
    });

    it('move nobody into or out of a center of unknown kind before the admin is sure', () => {
        const given = view('review', { plan: planTo(WORK, FAY) });
        expect(actionsFor(given, false).at(-1)).toMatchObject({ name: 'move', disabled: true });
        expect(actionsFor(given, true).at(-1)).toMatchObject({ name: 'move', disabled: false });
    });
});
