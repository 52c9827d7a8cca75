import MoveReport from 'c/moveReport';
import type { Outcome, RunReport, Settled } from 'c/moveRun';
import {
    all,
    heard,
    labelled,
    mount,
    one,
    settled,
    standForStubs,
    textOf,
    unmountAll,
    type Stub
} from '#tests/support/mount.ts';
import { DIALER, WORK } from '#tests/support/people.ts';
import { nameOf } from '#tests/support/viewpoint.ts';

function became(name: string, outcome: Outcome, more: Partial<Settled> = {}): Settled {
    const userId = `005${name}`;
    return { userId, name, from: DIALER, to: WORK, outcome, words: null, code: null, reason: null, ...more };
}

const RULE = { words: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Rule says no', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' };
const MIXED = [
    became('Ada', 'moved'),
    became('Nic', 'not attempted', { reason: 'portal user' }),
    became('Cy', 'changed meanwhile', { nowIn: null, by: 'Bo Lind' }),
    became('Rex', 'refused', RULE),
    became('Al', 'already there'),
    became('Ria', 'refused', { words: 'Locked', code: 'UNABLE_TO_LOCK_ROW' }),
    became('Ron', 'refused', RULE),
    became('Cleo', 'changed meanwhile', { nowIn: DIALER })
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

function show(given: RunReport | null, more: { mayEdit?: boolean; hasHeading?: boolean; number?: string } = {}) {
    const element = mount(MoveReport, { report: given, nameOf, mayEdit: true, ...more });
    const root = element.shadowRoot;
    return {
        element,
        root,
        subtitle: () => textOf(one(root, '.sub')),
        /** One line for each group: its title, count, reason, and button. */
        groups: () => all(root, '.group').map(textOf),
        users: () => all(root, 'tbody .user').map(textOf),
        row: (name: string) =>
            all(root, 'tbody tr:not(.group)')
                .map((row) => all(row, 'th, td').map(textOf))
                .find(([user]) => user === name),
        async press(text: string) {
            all(root, 'button')
                .find((button) => textOf(button) === text)!
                .click();
            await settled();
        },
        async search(text: string) {
            one(root, '.search').dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
            await settled();
        }
    };
}

const AGAIN = 'To use it in your softphone, log out of Salesforce and log back in.';

const copyButton = (root: ParentNode) => one(root, 'c-copy-button').shadowRoot!;
const pressCopy = async (root: ParentNode) => {
    labelled(copyButton(root), 'Copy a message for these users').click();
    await settled();
};

describe('The results of a move', () => {
    afterEach(unmountAll);

    it('show when the move started, how long it took, and who started it', () => {
        const { subtitle } = show(report(MIXED), { number: 'MOVE-000042' });
        expect(subtitle()).toMatch(/^MOVE-000042 ?Started by Mo Admin \(Nov 22, 2025, .+\)\. Took 42 seconds\.$/);
    });

    it('show a duration of one second, and leave out a name that isn’t known', () => {
        const startedAt = Date.UTC(2025, 10, 22, 12);
        const given = report([became('Ada', 'moved')], { by: '', startedAt, endedAt: startedAt + 1000 });
        expect(show(given).subtitle()).toMatch(/^Took 1 second \(started Nov 22, 2025, .+\)\.$/);
    });

    it('count each result that occurs', () => {
        const { root } = show(report(MIXED));
        expect(all(root, '.segment').map(textOf)).toEqual([
            'All 8',
            'Moved 1',
            'Already there 1',
            'Changed in the meantime 2',
            'Failed 3',
            'Skipped 1'
        ]);
        expect(textOf(one(root, '.foot'))).toContain('8 users, each with one result');
    });

    it('group users by result and reason, the most urgent first, with what can be done', () => {
        const given = report([
            ...MIXED,
            became('Uma', 'uncertain', { code: 'offline' }),
            became('Ned', 'not attempted'),
            became('Nia', 'not attempted')
        ]);
        expect(show(given).groups()).toEqual([
            "Not confirmed 1The connection was lost, so it's not clear whether they moved. To find out, check again.",
            'Failed 2“Rule says no”Retry 2',
            'Failed 1“Locked”Retry 1',
            "Changed in the meantime 2They changed before the move reached them, so they weren't moved.Review these 2",
            "Skipped 1Portal, guest, and system users can't be in a call center.",
            'Skipped 2The move stopped before it reached them.Move remaining 2',
            'Already there 1They were already there before the move.',
            'Moved 1'
        ]);
    });

    it('say of users who had no call center before a removal that they had none', () => {
        const out = (outcome: Outcome) => became(outcome, outcome, { to: null });
        const { groups } = show(report([out('moved'), out('already there')], { target: null }));
        expect(groups()[0]).toBe('Already there 1They had no call center before the move.');
    });

    it('show of each user where they were, where they go, and the next step', () => {
        const { row, root } = show(report(MIXED));
        expect(row('Ada')).toEqual(['Ada', 'Old Dialer', '8x8 Work', 'Moved', '']);
        expect(row('Rex')).toEqual([
            'Rex',
            'Old Dialer',
            '8x8 Work',
            'Failed',
            'A validation rule in your org prevented the change. Update the user, then try again.'
        ]);
        expect(row('Cy')?.at(-1)).toMatch(
            /^Not moved\. No longer in a call center, last modified by Bo Lind\. ?Move anyway$/
        );
        expect(one(root, '.why[title]').title).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
        const link = one<HTMLAnchorElement>(root, 'tbody .user a');
        expect(link.getAttribute('href')).toContain('005Rex');
        expect(link.target).toBe('_top');
    });

    it('close and open a group, and keep users closed who were already there', async () => {
        const { users, press, root } = show(report(MIXED));
        expect(users()).not.toContain('Al');
        await press('Already there 1');
        // The first such button filters by the result.
        expect(users()).toEqual(['Al']);
        await press('All 8');
        all(root, '.opener')[0].click();
        await settled();
        expect(users()).toEqual(['Ria', 'Cy', 'Cleo', 'Nic', 'Ada']);
        expect(all(root, '.opener')[0].getAttribute('aria-expanded')).toBe('false');
    });

    it('show one result on request, by button or picker', async () => {
        const { users, press, root } = show(report(MIXED));
        await press('Failed 3');
        expect(users()).toEqual(['Rex', 'Ron', 'Ria']);
        expect(all(root, '[aria-pressed="true"]').map(textOf)).toEqual(['Failed 3']);
        const picker = one<Stub>(root, '.picker');
        expect(picker.options).toContainEqual({ value: 'moved', label: 'Moved (1)' });
        expect(picker.value).toBe('refused');
        picker.dispatchEvent(new CustomEvent('change', { detail: { value: 'all' } }));
        await settled();
        expect(users()).toHaveLength(7);
    });

    it('find users by all words in any order, without accents, and say how many', async () => {
        const { element, users, search, root } = show(
            report([became('Inés Prado', 'moved'), became('Ines Bo', 'already there'), became('Ada', 'moved')])
        );
        const announced = heard<string>(element, 'announce');
        await search('prado,\u200B ines');
        expect(users()).toEqual(['Inés Prado']);
        await search('ines dialer');
        expect(users()).toEqual(['Ines Bo', 'Inés Prado']);
        await search('nobody');
        expect(users()).toEqual([]);
        expect(textOf(one(root, '.none'))).toBe('No users in this move match your search.');
        expect(announced).toEqual(['1 user found', '2 users found', 'No users in this move match your search.']);
    });

    it('show 50 users of a group first, and 200 more on request', async () => {
        const many = Array.from({ length: 300 }, (_, number) => became(`User ${number}`, 'moved'));
        const { users, press } = show(report(many));
        expect(users()).toHaveLength(50);
        await press('Show more (250 remaining)');
        expect(users()).toHaveLength(250);
        await press('Show more (50 remaining)');
        expect(users()).toHaveLength(300);
    });

    it('forget the search and the choice when another move opens, but not when this one is read again', async () => {
        const { element, users, press } = show(report(MIXED));
        await press('Failed 3');
        element.report = report(MIXED);
        await settled();
        expect(users()).toHaveLength(3);
        element.report = report(MIXED, { runId: 'other' });
        await settled();
        expect(users()).toHaveLength(7);
    });

    it('report which users to plan again: those of a group, or one of them', async () => {
        const { element, press, root } = show(report(MIXED));
        const anyway = heard<string[]>(element, 'anyway');
        await press('Retry 2');
        await press('Review these 2');
        const button = one(root, '[aria-label="Move anyway: Cleo"]');
        button.click();
        expect(anyway).toEqual([['005Rex', '005Ron'], ['005Cy', '005Cleo'], ['005Cleo']]);
    });

    it('offer a group of one user only once', () => {
        const { groups, root } = show(report([became('Cy', 'changed meanwhile', { nowIn: null })]));
        expect(groups()[0]).toMatch(/Move anyway: Cy$/);
        expect(all(root, 'td .link')).toEqual([]);
    });

    it('offer nothing to users who can’t move users', () => {
        const { root } = show(report(MIXED), { mayEdit: false });
        expect(all(root, '.group .link, td .link')).toEqual([]);
    });

    it('have a heading on request, which gets the focus once for each move', async () => {
        const { element, root } = show(report(MIXED), { hasHeading: true });
        const heading = one(root, 'h2');
        expect(textOf(heading)).toBe('1 of 8 users moved to 8x8 Work');
        expect(root.activeElement).toBe(heading);
        heading.blur();
        element.report = report(MIXED);
        await settled();
        expect(root.activeElement).toBeNull();
        element.report = report(MIXED, { runId: 'other' });
        await settled();
        expect(root.activeElement).toBe(one(root, 'h2'));
    });

    it('are saved as a file that is named after the move', async () => {
        const links: HTMLAnchorElement[] = [];
        URL.createObjectURL = () => 'blob:x';
        URL.revokeObjectURL = () => {};
        jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
            links.push(this);
        });
        const { root } = show(report(MIXED), { hasHeading: true });
        labelled(root, 'Download CSV').click();
        expect(links.map((link) => link.download)).toEqual(['moves-8x8-work-2025-11-22.csv']);
        jest.restoreAllMocks();
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
    ])('copy a message that is true after %s', async (_, tos, more, text) => {
        const writeText = jest.fn(async () => {});
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        const { root, element } = show(
            report(
                tos.map((to, place) => became(`Ada ${place}`, 'moved', { to })),
                more
            )
        );
        const announced = heard(element, 'announce');
        await pressCopy(root);
        expect(writeText).toHaveBeenCalledWith(text);
        expect(labelled(copyButton(root), 'Copied')).toBeTruthy();
        expect(announced).toEqual(['Copied']);
    });

    it('ignore in the message where users would have gone who didn’t move', async () => {
        const writeText = jest.fn(async () => {});
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        const given = [became('Ada', 'moved', { to: DIALER }), became('Rex', 'refused', { to: null })];
        await pressCopy(show(report(given, { target: null })).root);
        expect(writeText).toHaveBeenCalledWith(`Your Salesforce call center is now Old Dialer. ${AGAIN}`);
    });

    it('offer no message when no one moved', () => {
        expect(textOf(one(show(report([became('Rex', 'refused')])).root, '.foot'))).toBe('1 user');
    });

    it.each<[Partial<RunReport>, string]>([
        [{ stoppedBecause: 'user' }, 'You stopped this move.'],
        [
            { stoppedBecause: 'faults', words: 'Server busy' },
            'Stopped after 5 failed requests in a row. Last error: “Server busy”'
        ],
        [
            { stoppedBecause: 'forbidden', words: 'No' },
            "Stopped early. You don't have access to this data. Ask your Salesforce admin for access. Details: “No”"
        ],
        [
            { stoppedBecause: 'limit', words: 'Full' },
            'Stopped early. Your org reached its daily API request limit. Try again tomorrow, or ask Salesforce for a higher limit. Details: “Full”'
        ]
    ])('show why the move stopped early: %j', (change, text) => {
        expect(show(report(MIXED, change)).subtitle()).toContain(text);
    });

    it('are empty without a report', () => {
        expect(textOf(show(null).root.firstElementChild)).toBe('');
    });

    it.each([
        ['failures', report(MIXED)],
        ['no failures', report([became('Ada', 'moved')])],
        ['no report', null]
    ])('are accessible with %s', async (_, given) => {
        const { element, root } = show(given, { hasHeading: true });
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
