import MoveHistory from 'c/moveHistory';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { saveReport, type Flaw } from 'c/runHistory';
import { flawText } from '../flaws.ts';
import { all, heard, labelled, mount, one, settled, standForStubs, textOf, unmountAll } from '#tests/support/mount.ts';
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

async function show(runs: RunReport[], mayEdit = true, org = new WholeMemoryOrg(smallOrg())) {
    for (const report of runs) await saveReport(report, org.history, (id) => NAMES.get(id) ?? null);
    const element = mount(MoveHistory, { org, viewpoint: viewFrom('everyone', { mayEdit }), isBusy: false });
    const root = element.shadowRoot;
    await settled();
    return {
        element: element as typeof element & { reload(): Promise<void> },
        root,
        org,
        rows: () => all(root, 'tbody tr').map((row) => all(row, 'th, td').map(textOf)),
        async open(place = 0) {
            all(root, 'tbody button')[place].click();
            await settled();
        },
        has: (label: string) => all<HTMLElement & { label?: string }>(root, '*').some((each) => each.label === label)
    };
}

describe('The history', () => {
    afterEach(unmountAll);

    it('lists moves newest first: when, who, from where to where, and counts by outcome', async () => {
        const undone = run(1, [became(ADA, 'moved'), became(CY, 'moved'), became(DI, 'refused')]);
        const { rows } = await show([
            undone,
            run(2, [{ ...became(ADA, 'moved'), from: WORK, to: ADA.callCenterId }], { undoOf: 'run-1' }),
            run(3, [became(BO, 'moved', null)], { target: null })
        ]);
        expect(rows().map(([, ...cells]) => cells)).toEqual([
            ['The admin', 'Removed from call centers1 from 8x8 Work', '1', '0', '0', '0', '0', '0'],
            ['The admin', 'Undo of MOVE-0000011 from 8x8 Work to Old Dialer', '1', '0', '0', '0', '0', '0'],
            ['The admin', 'To 8x8 Work1 from Old Dialer, 1 with no call center', '2', '0', '0', '1', '0', '0']
        ]);
        expect(rows()[2][0]).toMatch(/^Jan 5, 2026.*MOVE-000001$/);
    });

    it('shows where users came from and went, even if that is no call center', async () => {
        const undone = run(1, [became(ADA, 'moved')]);
        const { rows } = await show([
            undone,
            run(2, [{ ...became(CY, 'moved'), from: WORK, to: null }], { undoOf: 'run-1', target: null }),
            run(3, [{ ...became(BO, 'moved'), from: null, to: WORK }], { undoOf: 'run-1' }),
            run(4, [became(ADA, 'moved'), became(BO, 'moved', null)], { target: null })
        ]);
        expect(rows().map(([, , what]) => what)).toEqual([
            expect.stringMatching(
                /^To multiple call centers1 from (Old Dialer to 8x8 Work|8x8 Work to no call center), 1 from /
            ),
            'Undo of MOVE-0000011 from no call center to 8x8 Work',
            'Undo of MOVE-0000011 from 8x8 Work to no call center',
            'To 8x8 Work1 from Old Dialer'
        ]);
    });

    it('says that there are no moves yet', async () => {
        const { root } = await show([]);
        expect(textOf(one(root, '.empty'))).toContain('No moves yet');
    });

    it('loads 50 moves, and more on request', async () => {
        const { rows, root, has } = await show(
            Array.from({ length: 52 }, (_, number) => run(number, [became(ADA, 'moved')]))
        );
        expect(rows()).toHaveLength(50);
        labelled(root, 'Show more moves').click();
        await settled();
        expect(rows()).toHaveLength(52);
        expect(has('Show more moves')).toBe(false);
    });

    it('shows an error, and tries again on request', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.history.faults = [];
        const { element, root, rows } = await show([run(1, [became(ADA, 'moved')])], true, org);
        org.history.faults = [new OrgFault('busy', 'Later')];
        await element.reload();
        await settled();
        expect(one(root, 'c-problem')).toHaveProperty(
            'message',
            'Salesforce is busy. Try again in a few minutes. Details: “Later”'
        );
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        await settled();
        expect(all(root, 'c-problem')).toEqual([]);
        expect(rows()).toHaveLength(1);
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
        expect(textOf(one(root, 'h2'))).toBe('2 of 3 users moved to 8x8 Work');
        expect(one(root, 'c-move-report')).toHaveProperty('report.settled.length', 3);
        const undo = heard<{ runId: string; settled: unknown[] }>(element, 'undo');
        labelled(root, 'Undo 1').click();
        expect(undo).toMatchObject([{ runId: 'run-1', settled: [{ name: 'Ada Byron' }, {}, {}] }]);
    });

    it('keeps users uncertain whose response was lost, and checks them again on request', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { root, open, rows, has } = await show(
            [run(1, [became(ADA, 'uncertain'), became(DI, 'uncertain')])],
            true,
            org
        );
        expect(rows()[0].at(-1)).toBe('2');
        await open();
        expect(textOf(one(root, 'h2'))).toBe('0 of 2 users moved to 8x8 Work');
        expect(has('Undo 1')).toBe(true);
        labelled(root, 'Check 2 again').click();
        await settled();
        expect(one(root, 'c-move-report')).toHaveProperty('report.settled.0.outcome', 'moved');
        expect(one(root, 'c-move-report')).toHaveProperty('report.settled.1.outcome', 'uncertain');
        expect(has('Check 1 again')).toBe(true);
    });

    it('offers no undo and says so when no one would move back', async () => {
        const { root, open, has } = await show([run(1, [became(ADA, 'moved')])]);
        await open();
        expect(textOf(root as unknown as Element)).toContain(
            "There's nothing to undo. None of these users can be moved back."
        );
        expect(has('Undo 0')).toBe(false);
    });

    it('offers no undo to users who can’t move users', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { open, has } = await show([run(1, [became(ADA, 'moved')])], false, org);
        await open();
        expect(has('Download CSV')).toBe(true);
        expect(has('Undo 1')).toBe(false);
    });

    it('warns about a move whose records someone edited', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { root, open, has, element } = await show([run(1, [became(ADA, 'moved')])], true, org);
        for (const rows of org.history.moves.values()) rows[0].to = VOICE;
        await element.reload();
        await open();
        expect(textOf(one(root, '[role="note"]'))).toBe(
            'Records with a different call center than this move: 1. Undo skips them.'
        );
        expect(has('Undo 1')).toBe(false);
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

    it('goes back to the list, and to the users', async () => {
        const { element, root, open, rows } = await show([run(1, [became(ADA, 'moved')])]);
        const back = heard(element, 'back');
        await open();
        labelled(root, 'All moves').click();
        await settled();
        expect(rows()).toHaveLength(1);
        labelled(root, 'Back to users').click();
        expect(back).toHaveLength(1);
    });

    it('reports which user to move anyway', async () => {
        const { element, root, open } = await show([run(1, [became(ADA, 'changed meanwhile')])]);
        const anyway = heard(element, 'anyway');
        await open();
        one(root, 'c-move-report').dispatchEvent(new CustomEvent('anyway', { detail: ADA.id }));
        expect(anyway).toMatchObject([{ report: { runId: 'run-1' }, userId: ADA.id }]);
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
