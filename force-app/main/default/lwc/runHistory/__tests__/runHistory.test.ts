import { planUndo } from 'c/movePlan';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { openRun, saveReport } from 'c/runHistory';
import { MemoryHistory } from '#tests/support/memoryHistory.ts';
import { ADA, BO, CY, DI, DIALER, EVE, LOBBY, VOICE, WORK } from '#tests/support/people.ts';
import { became, centerName, reportOf } from './reports.ts';

const OUTCOMES: Settled[] = [
    became(ADA, 'moved'),
    became(BO, 'already there'),
    became(CY, 'changed meanwhile', { nowIn: VOICE, by: 'Di (Vane), of EMEA' }),
    became(DI, 'refused', { words: 'RULE_SAYS_NO: not on Mondays', code: 'RULE_SAYS_NO' }),
    became(EVE, 'not attempted', { reason: 'leaves a voice center' })
];

function manyOf(users: number): RunReport {
    const id = (number: number) => `005${String(number).padStart(12, '0')}AAA`;
    return reportOf(Array.from({ length: users }, (_, number) => ({ ...became(ADA, 'moved'), userId: id(number) })));
}

async function reopened(history: MemoryHistory, runId = 'run-1') {
    const [run] = await history.runsNamed([runId]);
    return openRun(run, history);
}

describe('A run that was saved', () => {
    it('is read back with outcomes, messages, reasons, and who changed the users', async () => {
        const history = new MemoryHistory('Mo Admin');
        await saveReport(reportOf(OUTCOMES), history, centerName);
        const { report, flaws } = await reopened(history);
        expect(report).toEqual(reportOf(OUTCOMES));
        expect(flaws).toEqual([]);
    });

    it.each<[string, Settled]>([
        ['removed from a center by someone else', became(CY, 'changed meanwhile', { nowIn: null, by: null })],
        ['moved to an unnamed center', became(CY, 'changed meanwhile', { nowIn: LOBBY, by: 'Bo' })],
        ['refused without words', became(DI, 'refused', { words: 'NOT_FOUND:', code: 'NOT_FOUND' })],
        ['refused with words only', became(DI, 'refused', { words: 'No' })],
        ['not confirmed', became(DI, 'uncertain', { words: 'No connection' })],
        ['not confirmed and elsewhere', became(DI, 'uncertain', { nowIn: LOBBY, by: 'Bo' })],
        ['not confirmed and in no call center', became(DI, 'uncertain', { nowIn: null, by: null })],
        ['removed', became(ADA, 'moved', { to: null })]
    ])('records a user who was %s', async (_, settled) => {
        const history = new MemoryHistory('Mo Admin');
        await saveReport(reportOf([settled], { target: settled.to }), history, centerName);
        expect((await reopened(history)).report.settled).toEqual([settled]);
    });

    it('has one row for the run, and one per user, written in batches of 200', async () => {
        const history = new MemoryHistory();
        await saveReport(manyOf(450), history, centerName);
        expect(history.requests).toEqual({ reads: 1, writes: 4 });
        expect((await reopened(history)).report.settled).toHaveLength(450);
    });

    it('names the run that it undid, if that run is in the history', async () => {
        const history = new MemoryHistory();
        await saveReport(reportOf(OUTCOMES), history, centerName);
        await saveReport(reportOf(OUTCOMES, { runId: 'run-2', undoOf: 'run-1' }), history, centerName);
        await saveReport(reportOf(OUTCOMES, { runId: 'run-3', undoOf: 'lost' }), history, centerName);
        expect((await reopened(history, 'run-2')).report.undoOf).toBe('run-1');
        expect((await reopened(history, 'run-3')).report.undoOf).toBeNull();
    });

    it.each([0, 1, 2, 3, 4])(
        'is never saved twice, even if answer %# was lost and it is saved again',
        async (index) => {
            const history = new MemoryHistory();
            history.faults = [...Array.from({ length: index }, () => null), { lost: new OrgFault('offline', '') }];
            await expect(saveReport(manyOf(450), history, centerName)).rejects.toThrow(OrgFault);
            await saveReport(manyOf(450), history, centerName);
            expect(history.runs).toHaveLength(1);
            expect([...history.moves.values()].map((moves) => moves.length)).toEqual([450]);
        }
    );
});

describe('Undoing a run whose history someone edited', () => {
    const kindOf = () => 'open-cti' as const;
    const now = [ADA, DI].map(({ id, name }) => ({
        userId: id,
        name,
        callCenterId: WORK,
        isActive: true,
        userType: 'Standard',
        lastModified: '2026-11-02T09:41:00.000Z',
        lastModifiedBy: null
    }));

    async function edited(
        edit: (rows: { userId: string; from: string | null; to: string | null; outcome: string }[]) => void
    ) {
        const history = new MemoryHistory();
        await saveReport(reportOf([became(ADA, 'moved'), became(DI, 'moved')]), history, centerName);
        for (const rows of history.moves.values()) edit(rows);
        const kept = await reopened(history);
        const undo = planUndo(kept.recorded, now, kindOf);
        return { flaws: kept.flaws, verdicts: undo.users.map((user) => user.reason ?? user.verdict), kept };
    }

    it('moves everyone back when there is no flaw', async () => {
        expect(await edited(() => {})).toMatchObject({ flaws: [], verdicts: ['move', 'move'] });
    });

    it('skips a user whose row names a different target than the run', async () => {
        const { flaws, verdicts } = await edited((rows) => (rows[0].to = DIALER));
        expect(flaws).toEqual([{ kind: 'target differs', users: 1 }]);
        expect(verdicts).toEqual(['two targets', 'move']);
    });

    it('skips a user who has two rows with different centers', async () => {
        const { flaws, verdicts, kept } = await edited((rows) => rows.push({ ...rows[0], from: VOICE }));
        expect(flaws).toEqual([{ kind: 'user twice', users: 1 }]);
        expect(verdicts).toEqual(['two targets', 'move']);
        expect(kept.report.settled).toHaveLength(2);
    });

    it('ignores a duplicate row', async () => {
        expect(await edited((rows) => rows.push({ ...rows[0] }))).toMatchObject({
            flaws: [],
            verdicts: ['move', 'move']
        });
    });

    it('skips unreadable rows, and reports that the counts differ', async () => {
        const { flaws, verdicts } = await edited((rows) => (rows[0].outcome = 'teleported'));
        expect(flaws).toEqual([
            { kind: 'unreadable rows', users: 1 },
            { kind: 'counts differ', recorded: 2, found: 1 }
        ]);
        expect(verdicts).toEqual(['move']);
    });

    it('reports missing rows', async () => {
        expect((await edited((rows) => rows.pop())).flaws).toEqual([{ kind: 'counts differ', recorded: 2, found: 1 }]);
    });
});
