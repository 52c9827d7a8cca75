import MoveHistory from 'c/moveHistory';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { keepReport } from 'c/runHistory';
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
    for (const report of runs) await keepReport(report, org.history, (id) => NAMES.get(id) ?? null);
    const element = mount(MoveHistory, { org, viewpoint: viewFrom('everyone', { mayEdit }), isBusy: false });
    const root = element.shadowRoot;
    const wait = () => settled(60);
    await wait();
    return {
        element: element as typeof element & { reload(): Promise<void> },
        root,
        org,
        wait,
        rows: () => all(root, 'tbody tr').map((row) => all(row, 'th, td').map(textOf)),
        async open(place = 0) {
            all(root, 'tbody button')[place].click();
            await wait();
        },
        has: (label: string) => all<HTMLElement & { label?: string }>(root, '*').some((each) => each.label === label)
    };
}

describe('The history', () => {
    afterEach(unmountAll);

    it('lists runs newest first: when, who, from where to where, and how many of each outcome', async () => {
        const undone = run(1, [became(ADA, 'moved'), became(CY, 'moved'), became(DI, 'refused')]);
        const { rows } = await show([
            undone,
            run(2, [{ ...became(ADA, 'moved'), from: WORK, to: ADA.callCenterId }], { undoOf: 'run-1' }),
            run(3, [became(BO, 'moved', null)], { target: null })
        ]);
        expect(rows().map(([, ...cells]) => cells)).toEqual([
            ['The admin', 'Out of their call centers1 from 8x8 Work', '1', '0', '0', '0', '0'],
            ['The admin', 'Undo of RUN-0000011 from 8x8 Work to Old Dialer', '1', '0', '0', '0', '0'],
            ['The admin', 'To 8x8 Work1 from Old Dialer, 1 new', '2', '0', '0', '1', '0']
        ]);
        expect(rows()[2][0]).toMatch(/^Jan 5, 2026.*RUN-000001$/);
    });

    it('says that there are no runs yet', async () => {
        const { root } = await show([]);
        expect(textOf(one(root, '.empty'))).toContain('No runs yet');
    });

    it('gives 50 runs, and more on demand', async () => {
        const { rows, root, wait, has } = await show(
            Array.from({ length: 52 }, (_, number) => run(number, [became(ADA, 'moved')]))
        );
        expect(rows()).toHaveLength(50);
        labelled(root, 'Show more runs').click();
        await wait();
        expect(rows()).toHaveLength(52);
        expect(has('Show more runs')).toBe(false);
    });

    it('says why it could not be read, and reads again', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.history.faults = [];
        const { element, root, wait, rows } = await show([run(1, [became(ADA, 'moved')])], true, org);
        org.history.faults = [new OrgFault('busy', 'Later')];
        await element.reload();
        await wait();
        expect(one(root, 'c-problem')).toHaveProperty('message', 'The org is busy. It said: “Later”');
        one(root, 'c-problem').dispatchEvent(new CustomEvent('retry'));
        await wait();
        expect(all(root, 'c-problem')).toEqual([]);
        expect(rows()).toHaveLength(1);
    });

    it.each(['invalid', 'forbidden'] as const)('is said to be not available where the org says: %s', async (kind) => {
        const org = new WholeMemoryOrg(smallOrg());
        org.history.faults = [new OrgFault(kind, 'No such object')];
        const { root } = await show([], true, org);
        expect(textOf(one(root, '[role="note"]'))).toMatch(
            /^The history is not available: .*“No such object” Moves work all the same\.$/
        );
    });

    it('opens a run to its report, and offers the undo that would do something', async () => {
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

    it('offers no undo when nobody would go back, and says so', async () => {
        const { root, open, has } = await show([run(1, [became(ADA, 'moved')])]);
        await open();
        expect(textOf(root as unknown as Element)).toContain('Nobody of this run would go back now.');
        expect(has('Undo 0')).toBe(false);
    });

    it('offers no undo to who may not move users', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { open, has } = await show([run(1, [became(ADA, 'moved')])], false, org);
        await open();
        expect(has('Download CSV')).toBe(true);
        expect(has('Undo 1')).toBe(false);
    });

    it('says what is wrong with a run that somebody edited', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.move(ADA.id, WORK);
        const { root, open, has, element } = await show([run(1, [became(ADA, 'moved')])], true, org);
        for (const rows of org.history.moves.values()) rows[0].to = VOICE;
        await element.reload();
        await open();
        expect(textOf(one(root, '[role="note"]'))).toBe(
            'Records that name another call center than the run: 1. An undo leaves them alone.'
        );
        expect(has('Undo 1')).toBe(false);
    });

    it('goes back to the list, and back to the users', async () => {
        const { element, root, open, wait, rows } = await show([run(1, [became(ADA, 'moved')])]);
        const back = heard(element, 'back');
        await open();
        labelled(root, 'All runs').click();
        await wait();
        expect(rows()).toHaveLength(1);
        labelled(root, 'Back to users').click();
        expect(back).toHaveLength(1);
    });

    it('passes on who is to be moved all the same', async () => {
        const { element, root, open } = await show([run(1, [became(ADA, 'changed meanwhile')])]);
        const anyway = heard(element, 'anyway');
        await open();
        one(root, 'c-move-report').dispatchEvent(new CustomEvent('anyway', { detail: ADA.id }));
        expect(anyway).toMatchObject([{ report: { runId: 'run-1' }, userId: ADA.id }]);
    });

    it('is accessible as a list and with a run opened', async () => {
        const { element, root, open } = await show([run(1, [became(ADA, 'moved')])]);
        standForStubs(root);
        await expect(element).toBeAccessible();
        await open();
        standForStubs(root);
        await expect(element).toBeAccessible();
    });
});
