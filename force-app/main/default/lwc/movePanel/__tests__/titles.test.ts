import { LABELS } from 'c/labels';
import { planTargets, type Plan } from 'c/movePlan';
import type { PanelState } from 'c/panelState';
import { EVERYONE } from 'c/userSearch';
import { sumsOf } from '../sums.ts';
import { hintOf, subtitleOf, timeLeftOf, titleOf } from '../titles.ts';
import { ADA, BO, CY, DI, EVE, FAY, KINDS, PAT, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { matching, planTo, progress, report, view, type View } from './views.ts';

const undoing = (plan: Plan): Plan => ({ ...plan, undoOf: 'earlier' });
/** To multiple call centers: Ada to 8x8 Work, Bo out of it. */
const toSeveral = planTargets(
    [
        { userId: ADA.id, to: WORK },
        { userId: BO.id, to: null }
    ],
    new Map([ADA, BO].map((user) => [user.id, user])),
    (id) => KINDS.get(id) ?? null
);

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
        [view('running', { plan: planTo(WORK, ADA, CY, BO, PAT) }), 'Moving 2 users to 8x8 Work'],
        [view('running', { plan: planTo(WORK, ADA) }), 'Moving 1 user to 8x8 Work'],
        [view('running', { plan: planTo(null, ADA, BO) }), 'Removing 2 users from their call centers'],
        [view('running', { plan: planTo(null, ADA) }), 'Removing 1 user from their call center'],
        [view('running', { plan: undoing(planTo(null, ADA, BO)) }), 'Moving 2 users back'],
        [view('running', { plan: undoing(planTo(WORK, ADA)) }), 'Moving 1 user back'],
        [view('running', { plan: toSeveral }), 'Moving 2 users'],
        [view('running', { plan: planTo(WORK, PAT) }), 'Moving 1 user to 8x8 Work'],
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
        expect(subtitle(view('selection', { plan }))).toBe('1 from Old Dialer, 1 changed since');
    });

    it('says that no one will move', () => {
        expect(subtitle(view('selection', { plan: planTo(WORK, PAT) }))).toBe('None of the selected users will move.');
    });

    it('counts all users of a review, whatever becomes of them', () => {
        const review = (...users: (typeof ADA)[]) => subtitle(view('review', { plan: planTo(WORK, ...users) }));
        expect(review(ADA, BO, PAT)).toBe('3 users. Nothing has changed yet.');
        expect(review(PAT)).toBe('1 user. Nothing has changed yet.');
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

describe('The sums of a review', () => {
    const sums = (plan: Plan, asked = plan) => {
        const { strong, others } = sumsOf({ plan, asked });
        return [strong, others].filter(Boolean).join(' · ');
    };

    it.each([
        [planTo(WORK, ADA, CY, DI), '3 will move · you can undo it'],
        [planTo(WORK, ADA, EVE, PAT), '1 will move · 2 stay · you can undo it'],
        [planTo(WORK, ADA, FAY, BO), '1 will move · 1 waits for your answer · 1 stays · you can undo it'],
        [planTo(null, ADA, CY), '1 will be removed · 1 stays · you can undo it'],
        [planTo(WORK, FAY), 'None of the selected users will move. · 1 waits for your answer'],
        [planTo(WORK, PAT), 'None of the selected users will move.']
    ])('in case %# begin with the users who move', (plan, text) => {
        expect(sums(plan)).toBe(text);
    });

    it('count users who are left out among those who stay', () => {
        expect(sums(planTo(WORK, ADA), planTo(WORK, ADA, CY))).toBe('1 will move · 1 stays · you can undo it');
    });
});

describe('The hint about single sign-on', () => {
    it.each<[View, string]>([
        [view('selection', { plan: planTo(WORK, ADA) }), ''],
        [view('review', { plan: planTo(WORK, ADA) }), LABELS.signInAgain],
        [view('review', { plan: planTo(WORK, PAT) }), ''],
        [view('selection', { selection: matching }), ''],
        [view('running', { plan: planTo(WORK, ADA) }), '']
    ])('in case %# appears only in a review that moves someone', (given, text) => {
        expect(hintOf(given.state)).toBe(text);
    });

    it('is in the line that says that users moved, but not above their results, which repeat it', () => {
        const { state } = view('report', { report: report(WORK, ['moved']) });
        expect(hintOf(state)).toBe('');
        expect(hintOf({ ...state, isOpen: false } as PanelState)).toBe(LABELS.signInAgain);
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
