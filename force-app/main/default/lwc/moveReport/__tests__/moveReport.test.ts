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
    const startedAt = Date.UTC(2026, 10, 22, 12);
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
const who = (root: ParentNode) => all(root, 'li bdi').map(textOf);

describe('The report of a run', () => {
    afterEach(unmountAll);

    it('says when, how long, by whom, and counts what did not move', () => {
        const text = textOf(one(show(report(MIXED)).shadowRoot, '.sub'));
        expect(text).toContain('42 seconds, by Mo Admin.');
        expect(text).toContain('1 already there, 1 changed meanwhile, 2 refused, 1 not attempted.');
    });

    it('lists first who was refused, in the org’s words, with a way to the user', () => {
        const { shadowRoot } = show(report(MIXED));
        expect(who(shadowRoot)).toEqual(['Rex', 'Ria', 'Cy']);
        const [first] = all(shadowRoot, 'li');
        expect(textOf(one(first, '.what'))).toBe(
            'Refused: “Rule says no” A rule of your org forbids it. Change the user as it says, then retry.'
        );
        const link = one<HTMLAnchorElement>(first, 'a');
        expect(textOf(link)).toBe('Open user');
        expect(link.getAttribute('href')).toContain('005Rex');
        expect(link.target).toBe('_top');
    });

    it('shows all on demand, and less again', async () => {
        const { shadowRoot } = show(report(MIXED));
        expect(textOf(all(shadowRoot, 'li').at(-1))).toBe('1 more');
        labelled(shadowRoot, 'Show all').click();
        await settled();
        expect(who(shadowRoot)).toEqual(['Rex', 'Ria', 'Cy', 'Nic']);
        labelled(shadowRoot, 'Show less').click();
        await settled();
        expect(who(shadowRoot)).toHaveLength(3);
    });

    it('lists nobody when all went well, and offers the message to those who moved', async () => {
        const writeText = jest.fn(async () => {});
        Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
        const { shadowRoot } = show(report([became('Ada', 'moved')]));
        expect(all(shadowRoot, 'li')).toEqual([]);
        labelled(shadowRoot, 'Copy the message to send them').click();
        await settled();
        expect(writeText).toHaveBeenCalledWith(
            'Your call center in Salesforce has changed to 8x8 Work. Please log out of Salesforce and in again, so that the softphone follows.'
        );
        expect(() => labelled(shadowRoot, 'Copied')).not.toThrow();
    });

    it('offers no message when nobody moved', () => {
        expect(all(show(report([became('Rex', 'refused')])).shadowRoot, 'lightning-button')).toEqual([]);
    });

    it.each<[Partial<RunReport>, string]>([
        [{ stoppedBecause: 'user' }, 'Stopped by you.'],
        [
            { stoppedBecause: 'faults', words: 'Server busy' },
            'Stopped after five failed requests in a row: Server busy'
        ],
        [{ stoppedBecause: 'forbidden', words: 'No' }, 'Stopped: you are no longer allowed to do this. No'],
        [{ stoppedBecause: 'limit', words: 'Full' }, 'Stopped: the daily limit of requests is reached. Full']
    ])('says why it ended early: %j', (change, text) => {
        expect(textOf(one(show(report(MIXED, change)).shadowRoot, '.sub'))).toContain(text);
    });

    it('is empty without a report', () => {
        expect(textOf(show(null).shadowRoot.firstElementChild)).toBe('');
    });

    it.each([
        ['a mixed report', report(MIXED)],
        ['a clean one', report([became('Ada', 'moved')])],
        ['none', null]
    ])('is accessible with %s', async (_, given) => {
        const element = show(given);
        standForStubs(element.shadowRoot);
        await expect(element).toBeAccessible();
    });
});
