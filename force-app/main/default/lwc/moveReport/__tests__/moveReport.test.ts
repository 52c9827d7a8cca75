import MoveReport from 'c/moveReport';
import type { Outcome, RunReport, Settled } from 'c/moveRun';
import { all, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
import { DIALER, WORK } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/viewpoint.ts';

function became(name: string, outcome: Outcome, more: Partial<Settled> = {}): Settled {
    const userId = `005${name}`;
    return { userId, name, from: DIALER, to: WORK, outcome, words: null, code: null, reason: null, ...more };
}

const MIXED = [
    became('Ada', 'moved'),
    became('Nic', 'not attempted', { reason: 'portal user' }),
    became('Cy', 'changed meanwhile', { nowIn: null }),
    became('Rex', 'refused', { words: 'Rule says no', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }),
    became('Al', 'already there'),
    became('Ria', 'refused', { words: 'Locked', code: 'UNABLE_TO_LOCK_ROW' })
];

function report(settledUsers: Settled[], more: Partial<RunReport> = {}): RunReport {
    const startedAt = Date.UTC(2025, 10, 22, 12);
    return {
        runId: 'run',
        field: 'CallCenterId',
        target: WORK,
        startedAt,
        endedAt: startedAt + 42_000,
        by: 'Mo Admin',
        settled: settledUsers,
        stoppedBecause: null,
        words: null,
        undoOf: null,
        ...more
    };
}

const show = (given: RunReport | null) => mount(MoveReport, { report: given, nameOf });
const AGAIN = 'To use it in your softphone, log out of Salesforce and log back in.';
const subs = (root: ParentNode) => all(root, '.sub').map(textOf);
const who = (root: ParentNode) => all(root, 'li bdi').map(textOf);

describe('The results of a move', () => {
    afterEach(unmountAll);

    it('shows when the move started, how long it took, who started it, and counts who didn’t move', () => {
        const { shadowRoot } = show(report(MIXED));
        expect(subs(shadowRoot).slice(0, 2)).toEqual([
            expect.stringMatching(/^Started by Mo Admin \(Nov 22, 2025, .+\)\. Took 42 seconds\.$/),
            '1 already there, 1 changed in the meantime, 2 failed, 1 skipped'
        ]);
    });

    it('shows a duration of one second, and leaves out a name that isn’t known', () => {
        const startedAt = Date.UTC(2025, 10, 22, 12);
        const given = report([became('Ada', 'moved')], { by: '', startedAt, endedAt: startedAt + 1000 });
        expect(subs(show(given).shadowRoot)[0]).toMatch(/^Took 1 second \(started Nov 22, 2025, .+\)\.$/);
    });

    it('says of users who had no call center before a removal that they had none', () => {
        const out = (outcome: Outcome) => became(outcome, outcome, { to: null });
        const given = report([out('moved'), out('already there')], { target: null });
        expect(subs(show(given).shadowRoot)[1]).toBe('1 already without a call center');
    });

    it('lists failed users first, with Salesforce’s message and a link to the user', () => {
        const { shadowRoot } = show(report(MIXED));
        expect(who(shadowRoot)).toEqual(['Rex', 'Ria', 'Cy']);
        const [first] = all(shadowRoot, 'li');
        expect(textOf(one(first, '.what'))).toBe(
            'Failed: “Rule says no” A validation rule in your org prevented the change. Update the user, then try again.'
        );
        expect(one(first, '.what').title).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
        const link = one<HTMLAnchorElement>(first, 'a');
        expect(textOf(link)).toBe('Open user');
        expect(link.getAttribute('href')).toContain('005Rex');
        expect(link.target).toBe('_top');
    });

    it('lists users first whose result isn’t confirmed, and counts them', () => {
        const { shadowRoot } = show(report([...MIXED, became('Uma', 'uncertain', { code: 'offline' })]));
        expect(who(shadowRoot)[0]).toBe('Uma');
        expect(textOf(one(shadowRoot, '.what'))).toContain('it’s not clear whether this user moved'.replace('’', "'"));
        expect(subs(shadowRoot)[1]).toContain('1 not confirmed');
    });

    it('shows all users on request, and fewer again', async () => {
        const { shadowRoot } = show(report(MIXED));
        expect(textOf(all(shadowRoot, 'li').at(-1))).toBe('1 more');
        labelled(shadowRoot, 'Show all').click();
        await settled();
        expect(who(shadowRoot)).toEqual(['Rex', 'Ria', 'Cy', 'Nic']);
        labelled(shadowRoot, 'Show less').click();
        await settled();
        expect(who(shadowRoot)).toHaveLength(3);
    });

    it.each<[string, (string | null)[], Partial<RunReport>, string]>([
        ['a move', [WORK, WORK], {}, `Your Salesforce call center is now 8x8 Work. ${AGAIN}`],
        ['a removal', [null, null], { target: null }, "You're no longer in a Salesforce call center."],
        [
            'an undo to one call center',
            [DIALER],
            { target: null, undoOf: 'earlier' },
            `Your Salesforce call center is now Old Dialer. ${AGAIN}`
        ],
        [
            'an undo to no call center',
            [null],
            { target: null, undoOf: 'earlier' },
            "You're no longer in a Salesforce call center."
        ],
        [
            'an undo to multiple call centers',
            [DIALER, null],
            { target: null, undoOf: 'earlier' },
            `Your Salesforce call center changed. ${AGAIN}`
        ]
    ])('copies a message that is true after %s', async (_, tos, more, text) => {
        const writeText = jest.fn(async () => {});
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        const { shadowRoot } = show(
            report(
                tos.map((to, place) => became(`Ada ${place}`, 'moved', { to })),
                more
            )
        );
        expect(all(shadowRoot, 'li')).toEqual([]);
        labelled(shadowRoot, 'Copy a message for these users').click();
        await settled();
        expect(writeText).toHaveBeenCalledWith(text);
        expect(() => labelled(shadowRoot, 'Copied')).not.toThrow();
    });

    it('ignores in the message where users would have gone who didn’t move', async () => {
        const writeText = jest.fn(async () => {});
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        const given = [became('Ada', 'moved', { to: DIALER }), became('Rex', 'refused', { to: null })];
        labelled(show(report(given, { target: null })).shadowRoot, 'Copy a message for these users').click();
        await settled();
        expect(writeText).toHaveBeenCalledWith(`Your Salesforce call center is now Old Dialer. ${AGAIN}`);
    });

    it('offers no message when no one moved', () => {
        expect(all(show(report([became('Rex', 'refused')])).shadowRoot, 'lightning-button')).toEqual([]);
    });

    it.each<[Partial<RunReport>, string]>([
        [{ stoppedBecause: 'user' }, 'You stopped this move.'],
        [
            { stoppedBecause: 'faults', words: 'Server busy' },
            'Stopped after 5 failed requests in a row. Last error: “Server busy”'
        ],
        [
            { stoppedBecause: 'forbidden', words: 'No' },
            'Stopped because you no longer have permission. Salesforce says: “No”'
        ],
        [
            { stoppedBecause: 'limit', words: 'Full' },
            'Stopped because your org reached its daily API request limit. Salesforce says: “Full”'
        ]
    ])('shows why the move stopped early: %j', (change, text) => {
        expect(textOf(one(show(report(MIXED, change)).shadowRoot, '.sub'))).toContain(text);
    });

    it('are empty without a report', () => {
        expect(textOf(show(null).shadowRoot.firstElementChild)).toBe('');
    });

    it.each([
        ['failures', report(MIXED)],
        ['no failures', report([became('Ada', 'moved')])],
        ['no report', null]
    ])('are accessible with %s', async (_, given) => {
        const element = show(given);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
