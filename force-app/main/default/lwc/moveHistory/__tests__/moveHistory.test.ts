import MoveHistory from 'c/moveHistory';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault, type HistoryRun } from 'c/orgPort';
import { saveReport, type Flaw } from 'c/runHistory';
import { flawText } from '../flaws.ts';
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
    type Mounted,
    type Stub
} from '#tests/support/mount.ts';
import { ADA, BO, CY, DI, NAMES, smallOrg, VOICE, WORK } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

function became(
    { id, name, callCenterId }: typeof ADA,
    outcome: Settled['outcome'],
    to: string | null = WORK
): Settled {
    return { userId: id, name, from: callCenterId, to, outcome, words: null, code: null, reason: null };
}

function run(number: number, settledUsers: Settled[], more: Partial<RunReport> = {}): RunReport {
    const startedAt = Date.UTC(2026, 0, 5, 9, 0) + number * 60_000;
    return {
        runId: `run-${number}`,
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

function undoButtons(root: ParentNode): Stub[] {
    return all<Stub>(root, 'lightning-button').filter((button) => button.iconName === 'utility:undo');
}

async function show(runs: RunReport[], mayEdit = true, org = new WholeMemoryOrg(smallOrg())) {
    for (const report of runs) await saveReport(report, org.history, (id) => NAMES.get(id) ?? null);
    const element = mount(MoveHistory, { org, viewpoint: viewFrom('everyone', { mayEdit }), isBusy: false });
    const { shadowRoot: root } = element;
    await settled();
    const list = () => one<Mounted<{ runs: HistoryRun[] | null; isSearch: boolean }>>(root, 'c-run-list');
    return {
        element: element as typeof element & { reload(): Promise<void> },
        root,
        org,
        list,
        entries: () => all(list().shadowRoot, '.run'),
        async open(place = 0) {
            all(list().shadowRoot, '.run')[place].click();
            await settled();
        },
        /** Types a text, and lets the pause after the last key press pass. */
        async search(text: string) {
            jest.useFakeTimers();
            list().dispatchEvent(new CustomEvent('search', { detail: text }));
            await jest.runAllTimersAsync();
            jest.useRealTimers();
            await settled();
        },
        has: (label: string) => all<HTMLElement & { label?: string }>(root, '*').some((each) => each.label === label)
    };
}

describe('The history', () => {
    afterEach(unmountAll);

    it('lists moves newest first, and shows no results until one is selected', async () => {
        const { entries, root } = await show([run(1, [became(ADA, 'moved')]), run(2, [became(BO, 'moved', null)])]);
        expect(entries().map((entry) => textOf(one(entry, '.route')))).toEqual([
            expect.stringContaining('8x8 Work'),
            expect.stringContaining('Old Dialer')
        ]);
        expect(textOf(one(root, '.idle'))).toBe('Select a move to see its results');
        expect(all(root, 'c-move-report')).toEqual([]);
    });

    it('says that there are no moves yet', async () => {
        const { list, root } = await show([]);
        expect(list().runs).toEqual([]);
        expect(all(root, '.idle')).toEqual([]);
    });

    it('finds moves by the words of one user, and says how many', async () => {
        const { list, search, element } = await show([run(1, [became(ADA, 'moved')]), run(2, [became(BO, 'moved')])]);
        const announced = heard<string>(element, 'announce');
        await search('BYRON,  ada');
        expect(list().runs).toMatchObject([{ runId: 'run-1' }]);
        await search('nobody');
        expect(list()).toMatchObject({ runs: [], isSearch: true });
        await search('');
        expect(list()).toMatchObject({ runs: [{ runId: 'run-2' }, { runId: 'run-1' }], isSearch: false });
        expect(announced).toEqual(['1 move found', 'No moves found', '2 moves found']);
    });

    it('keeps a move open while others are searched', async () => {
        const { open, search, root } = await show([run(1, [became(ADA, 'moved')])]);
        await open();
        await search('nobody');
        expect(one(root, 'c-move-report')).toHaveProperty('report.runId', 'run-1');
    });

    it('loads 50 moves, and more on request', async () => {
        const { entries, list } = await show(
            Array.from({ length: 52 }, (_, number) => run(number, [became(ADA, 'moved')]))
        );
        expect(entries()).toHaveLength(50);
        labelled(list().shadowRoot, 'Show more moves').click();
        await settled();
        expect(entries()).toHaveLength(52);
        expect(list()).toHaveProperty('hasMore', false);
    });

    it('shows an error, and tries again on request', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.history.faults = [];
        const { element, root, entries } = await show([run(1, [became(ADA, 'moved')])], true, org);
        org.history.faults = [new OrgFault('busy', 'Later')];
        await element.reload();
        await settled();
        expect(one(root, 'c-problem')).toHaveProperty(
            'problem.text',
            'Salesforce is busy. Try again in a few minutes. Details: “Later”'
        );
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(all(root, 'c-problem')).toEqual([]);
        expect(entries()).toHaveLength(1);
    });

    it.each(['invalid', 'forbidden'] as const)('isn’t available when the request is %s', async (kind) => {
        const org = new WholeMemoryOrg(smallOrg());
        org.history.faults = [new OrgFault(kind, 'No such object')];
        const { root } = await show([], true, org);
        expect(textOf(one(root, '[role="note"]'))).toMatch(
            /^The history isn't available\. .*“No such object” You can still move users\.$/
        );
    });

    it('opens the results of a move, and offers an undo if someone would move back', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const report = run(1, [became(ADA, 'moved'), became(DI, 'moved'), became(CY, 'refused')]);
        for (const user of [ADA, DI]) org.move(user.id, WORK);
        org.move(DI.id, VOICE, 'Bo Lind');
        const { element, root, open } = await show([report], true, org);
        await open();
        expect(one(root, 'c-move-report')).toMatchObject({
            report: { settled: [{}, {}, {}] },
            number: 'MOVE-000001',
            hasHeading: true
        });
        const undo = heard<{ runId: string; settled: unknown[] }>(element, 'undo');
        labelled(root, 'Move 1 back to Old Dialer').click();
        expect(undo).toMatchObject([{ runId: 'run-1', settled: [{ name: 'Ada Byron' }, {}, {}] }]);
    });

    it('keeps users uncertain whose response was lost, and checks them again on request', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { root, open, has } = await show(
            [run(1, [became(ADA, 'uncertain'), became(DI, 'uncertain')])],
            true,
            org
        );
        await open();
        expect(has('Move 1 back to Old Dialer')).toBe(true);
        labelled(root, 'Check 2 again').click();
        await settled();
        expect(one(root, 'c-move-report')).toHaveProperty('report.settled.0.outcome', 'moved');
        expect(one(root, 'c-move-report')).toHaveProperty('report.settled.1.outcome', 'uncertain');
        expect(has('Check 1 again')).toBe(true);
    });

    it('offers no undo and says so when no one would move back', async () => {
        const { root, open } = await show([run(1, [became(ADA, 'moved')])]);
        await open();
        expect(textOf(root as unknown as Element)).toContain(
            "There's nothing to undo. None of these users can be moved back."
        );
        expect(undoButtons(root)).toEqual([]);
    });

    it('offers no undo to users who can’t move users', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { open, root } = await show([run(1, [became(ADA, 'moved')])], false, org);
        await open();
        expect(one(root, 'c-move-report')).toHaveProperty('mayEdit', false);
        expect(undoButtons(root)).toEqual([]);
    });

    it('warns about a move whose records someone edited', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { root, open, element } = await show([run(1, [became(ADA, 'moved')])], true, org);
        for (const rows of org.history.moves.values()) rows[0].to = VOICE;
        await element.reload();
        await open();
        expect(textOf(one(root, '[role="note"]'))).toBe(
            'Records with a different call center than this move: 1. Undo skips them.'
        );
        expect(undoButtons(root)).toEqual([]);
    });

    it.each<[Flaw, string]>([
        [{ kind: 'unreadable rows', users: 1 }, "Edited records that can't be read: 1. Undo skips them."],
        [{ kind: 'user twice', users: 2 }, 'Users listed twice with different call centers: 2. Undo skips them.'],
        [
            { kind: 'counts differ', recorded: 1, found: 2 },
            "This move's totals don't match its records. Users in the totals: 1. Users in the records: 2. Someone edited the records, or saving was interrupted."
        ],
        [
            { kind: 'counts differ', recorded: 2, found: 2 },
            "This move's totals don't match the results in its records. Someone edited the records, or saving was interrupted."
        ]
    ])('describes the flaw %j', (flaw, text) => {
        expect(flawText(flaw)).toBe(text);
    });

    it('goes back from a move to its entry in the list, and to the users', async () => {
        const { element, root, open, entries, list } = await show([run(1, [became(ADA, 'moved')])]);
        const back = heard(element, 'back');
        await open();
        expect(one(root, 'section').className).toBe('history opened');
        labelled(root, 'All moves').click();
        await settled();
        expect(one(root, 'section').className).toBe('history');
        expect(all(root, 'c-move-report')).toEqual([]);
        expect(list().shadowRoot.activeElement).toBe(entries()[0]);
        labelled(list().shadowRoot, 'Back to users').click();
        expect(back).toHaveLength(1);
    });

    it('shows why a move can’t be opened, and tries again on request', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        const { root, open } = await show([run(1, [became(ADA, 'moved')])], true, org);
        org.history.faults = [new OrgFault('busy', 'Later')];
        await open();
        expect(one(root, '.card.run c-problem')).toHaveProperty('heading', "Couldn't load the history");
        one(root, '.card.run c-problem').dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(one(root, 'c-move-report')).toHaveProperty('report.runId', 'run-1');
    });

    it('reports which users to plan again', async () => {
        const { element, root, open } = await show([run(1, [became(ADA, 'changed meanwhile')])]);
        const anyway = heard(element, 'anyway');
        await open();
        one(root, 'c-move-report').dispatchEvent(new CustomEvent('anyway', { detail: [ADA.id] }));
        expect(anyway).toMatchObject([{ report: { runId: 'run-1' }, userIds: [ADA.id] }]);
    });

    it('is accessible as a list and with a move open', async () => {
        const { element, root, open } = await show([run(1, [became(ADA, 'moved')])]);
        standForStubs(root);
        await expect(element).toBeAccessible();
        await open();
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
