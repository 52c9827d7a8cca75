import { planUndo } from 'c/movePlan';
import { openJournal } from 'c/moveJournal';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { HistoryWriter, saveReport, openRun, type UnsavedRuns } from 'c/runHistory';
import { MemoryHistory } from '#tests/support/memoryHistory.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { ADA, BO, CY, DI, DIALER, EVE, LOBBY, NAMES, VOICE, WORK } from '#tests/support/people.ts';

const centerName = (id: string) => NAMES.get(id) ?? null;

function became({ id, name, callCenterId }: typeof ADA, outcome: Settled['outcome'], more: Partial<Settled> = {}) {
    const settled = { userId: id, name, from: callCenterId, to: WORK, outcome, words: null, code: null, reason: null };
    return { ...settled, ...more } satisfies Settled;
}

const OUTCOMES: Settled[] = [
    became(ADA, 'moved'),
    became(BO, 'already there'),
    became(CY, 'changed meanwhile', { nowIn: VOICE, by: 'Di (Vane), of EMEA' }),
    became(DI, 'refused', { words: 'RULE_SAYS_NO: not on Mondays', code: 'RULE_SAYS_NO' }),
    became(EVE, 'not attempted', { reason: 'leaves a voice center' })
];

function reportOf(settled: Settled[], more: Partial<RunReport> = {}): RunReport {
    const startedAt = Date.UTC(2026, 10, 2, 9, 41);
    return {
        runId: 'run-1',
        field: 'CallCenterId',
        target: WORK,
        startedAt,
        endedAt: startedAt + 42_000,
        by: 'Mo Admin',
        settled,
        stoppedBecause: null,
        words: null,
        undoOf: null,
        ...more
    };
}

function manyOf(users: number): RunReport {
    const id = (number: number) => `005${String(number).padStart(12, '0')}AAA`;
    return reportOf(Array.from({ length: users }, (_, number) => ({ ...became(ADA, 'moved'), userId: id(number) })));
}

async function reopened(history: MemoryHistory, runId = 'run-1') {
    const run = await history.historyRun(runId);
    return openRun(run!, history);
}

describe('A run that was saved', () => {
    it('is read back with every outcome, its words, its reasons and who changed users', async () => {
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

describe('The history writer', () => {
    function writer(history = new MemoryHistory()) {
        const storage = new MemoryStorage();
        const journal = openJournal(() => storage, { org: 'org', user: 'me' });
        const states: UnsavedRuns[] = [];
        const waits: number[] = [];
        const held: string[] = [];
        const made = new HistoryWriter({
            org: history,
            journal,
            centerName,
            alone: async (runId, act) => {
                held.push(runId);
                await act();
            },
            wait: async (ms) => void waits.push(ms),
            onChange: (unsaved) => states.push(unsaved)
        });
        const journaled = (report: RunReport) => {
            const { runId, by, startedAt, target, undoOf, settled } = report;
            const users = settled.map(({ userId, name, from, to }) => ({
                userId,
                name,
                from,
                to,
                verdict: 'move' as const,
                reason: null,
                by: null
            }));
            journal.begin({ runId, by, startedAt, plan: { field: 'CallCenterId', target, users, asks: [], undoOf } });
            journal.settle(runId, settled);
            journal.end(runId, report.endedAt);
        };
        return { writer: made, history, journal, journaled, states, waits, held, last: () => states.at(-1) };
    }

    const moved = reportOf([became(ADA, 'moved')]);

    it('saves a run, and then removes it from the journal', async () => {
        const made = writer();
        made.journaled(moved);
        await made.writer.save(moved);
        expect(made.history.runs).toHaveLength(1);
        expect(made.journal.ended()).toEqual([]);
        expect(made.last()).toEqual({ runs: 0, fault: null, isBusy: false });
        expect(made.held).toEqual(['run-1']);
    });

    it('saves the runs of earlier visits, oldest first', async () => {
        const made = writer();
        made.journaled({ ...moved, runId: 'newer', startedAt: moved.startedAt + 1 });
        made.journaled(moved);
        await made.writer.saveAll();
        expect(made.history.runs.map((run) => run.runId)).toEqual(['run-1', 'newer']);
        expect(made.journal.ended()).toEqual([]);
    });

    it('saves a run of this page that isn’t in the journal', async () => {
        const made = writer();
        await made.writer.save(moved);
        expect(made.history.runs).toHaveLength(1);
    });

    it('retries temporary faults after growing pauses, then stops until next time', async () => {
        const made = writer();
        made.history.faults = [1, 2, 3].map(() => new OrgFault('busy', 'Later'));
        made.journaled(moved);
        await made.writer.save(moved);
        expect(made.waits).toEqual([2_000, 8_000]);
        expect(made.last()).toMatchObject({ runs: 1, fault: { kind: 'busy' }, isBusy: false });
        expect(made.journal.ended()).toHaveLength(1);
        await made.writer.saveAll();
        expect(made.history.runs).toHaveLength(1);
        expect(made.last()).toEqual({ runs: 0, fault: null, isBusy: false });
    });

    it.each(['expired', 'forbidden', 'limit', 'invalid'] as const)(
        'doesn’t retry when the fault is %s',
        async (kind) => {
            const made = writer();
            made.history.faults = [new OrgFault(kind, 'No')];
            made.journaled(moved);
            made.journaled({ ...moved, runId: 'newer', startedAt: moved.startedAt + 1 });
            await made.writer.saveAll();
            expect(made.waits).toEqual([]);
            expect(made.history.requests).toEqual({ reads: 1, writes: 0 });
            expect(made.last()).toMatchObject({ runs: 2, fault: { kind } });
        }
    );

    it('saves the other runs when only one of them can’t be saved', async () => {
        const made = writer();
        const bad = reportOf([became(ADA, 'moved')], { runId: 'bad' });
        made.history.faults = [1, 2, 3].map(() => new OrgFault('unreadable', 'STRING_TOO_LONG'));
        made.journaled(bad);
        made.journaled({ ...moved, startedAt: moved.startedAt + 1 });
        await made.writer.saveAll();
        expect(made.history.runs.map((run) => run.runId)).toEqual(['run-1']);
        expect(made.last()).toMatchObject({ runs: 1, fault: { kind: 'unreadable' } });
    });

    it('leaves a run alone while another tab is saving it', async () => {
        const made = writer();
        const history = new MemoryHistory();
        const busyElsewhere = new HistoryWriter({
            org: history,
            journal: made.journal,
            centerName,
            alone: async () => {},
            wait: async () => {},
            onChange: () => {}
        });
        made.journaled(moved);
        await busyElsewhere.saveAll();
        expect(history.requests).toEqual({ reads: 0, writes: 0 });
        expect(made.journal.ended()).toHaveLength(1);
    });
});
