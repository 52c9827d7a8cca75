import { planUndo } from 'c/movePlan';
import { openJournal } from 'c/moveJournal';
import type { RunReport, Settled } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { HistoryKeeper, keepReport, openRun, type Lacking } from 'c/runHistory';
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

describe('A run that is kept', () => {
    it('comes back with every outcome, its words, reasons and who did what', async () => {
        const history = new MemoryHistory('Mo Admin');
        await keepReport(reportOf(OUTCOMES), history, centerName);
        const { report, flaws } = await reopened(history);
        expect(report).toEqual(reportOf(OUTCOMES));
        expect(flaws).toEqual([]);
    });

    it.each<[string, Settled]>([
        ['moved out of a center by somebody', became(CY, 'changed meanwhile', { nowIn: null, by: null })],
        ['moved to a center that nobody names', became(CY, 'changed meanwhile', { nowIn: LOBBY, by: 'Bo' })],
        ['refused without words', became(DI, 'refused', { words: 'NOT_FOUND:', code: 'NOT_FOUND' })],
        ['refused with words only', became(DI, 'refused', { words: 'No' })],
        ['removed', became(ADA, 'moved', { to: null })]
    ])('tells of a user who was %s', async (_, settled) => {
        const history = new MemoryHistory('Mo Admin');
        await keepReport(reportOf([settled], { target: settled.to }), history, centerName);
        expect((await reopened(history)).report.settled).toEqual([settled]);
    });

    it('is one row, and one a user in batches of 200', async () => {
        const history = new MemoryHistory();
        await keepReport(manyOf(450), history, centerName);
        expect(history.requests).toEqual({ reads: 1, writes: 4 });
        expect((await reopened(history)).report.settled).toHaveLength(450);
    });

    it('names the run that it undid, when the history has that one', async () => {
        const history = new MemoryHistory();
        await keepReport(reportOf(OUTCOMES), history, centerName);
        await keepReport(reportOf(OUTCOMES, { runId: 'run-2', undoOf: 'run-1' }), history, centerName);
        await keepReport(reportOf(OUTCOMES, { runId: 'run-3', undoOf: 'lost' }), history, centerName);
        expect((await reopened(history, 'run-2')).report.undoOf).toBe('run-1');
        expect((await reopened(history, 'run-3')).report.undoOf).toBeNull();
    });

    it.each([0, 1, 2, 3, 4])('is never there twice: answer %# was lost, and it is kept again', async (place) => {
        const history = new MemoryHistory();
        history.faults = [...Array.from({ length: place }, () => null), { lost: new OrgFault('offline', '') }];
        await expect(keepReport(manyOf(450), history, centerName)).rejects.toThrow(OrgFault);
        await keepReport(manyOf(450), history, centerName);
        expect(history.runs).toHaveLength(1);
        expect([...history.moves.values()].map((moves) => moves.length)).toEqual([450]);
    });
});

describe('A run in the history that somebody edited', () => {
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
        await keepReport(reportOf([became(ADA, 'moved'), became(DI, 'moved')]), history, centerName);
        for (const rows of history.moves.values()) edit(rows);
        const kept = await reopened(history);
        const undo = planUndo(kept.recorded, now, kindOf);
        return { flaws: kept.flaws, verdicts: undo.users.map((user) => user.reason ?? user.verdict), kept };
    }

    it('is undone when nothing is wrong with it', async () => {
        expect(await edited(() => {})).toMatchObject({ flaws: [], verdicts: ['move', 'move'] });
    });

    it('leaves alone a row that names another target than the run', async () => {
        const { flaws, verdicts } = await edited((rows) => (rows[0].to = DIALER));
        expect(flaws).toEqual([{ kind: 'target differs', users: 1 }]);
        expect(verdicts).toEqual(['two targets', 'move']);
    });

    it('leaves alone a user who is named twice, with different centers', async () => {
        const { flaws, verdicts, kept } = await edited((rows) => rows.push({ ...rows[0], from: VOICE }));
        expect(flaws).toEqual([{ kind: 'user twice', users: 1 }]);
        expect(verdicts).toEqual(['two targets', 'move']);
        expect(kept.report.settled).toHaveLength(2);
    });

    it('says nothing of the same row twice', async () => {
        expect(await edited((rows) => rows.push({ ...rows[0] }))).toMatchObject({
            flaws: [],
            verdicts: ['move', 'move']
        });
    });

    it('leaves alone rows that nobody can read, and says that the counts differ', async () => {
        const { flaws, verdicts } = await edited((rows) => (rows[0].outcome = 'teleported'));
        expect(flaws).toEqual([
            { kind: 'unreadable rows', users: 1 },
            { kind: 'counts differ', said: 2, found: 1 }
        ]);
        expect(verdicts).toEqual(['move']);
    });

    it('says that rows are missing', async () => {
        expect((await edited((rows) => rows.pop())).flaws).toEqual([{ kind: 'counts differ', said: 2, found: 1 }]);
    });
});

describe('The keeper of the history', () => {
    function keeper(history = new MemoryHistory()) {
        const storage = new MemoryStorage();
        const journal = openJournal(() => storage, { org: 'org', user: 'me' });
        const states: Lacking[] = [];
        const waits: number[] = [];
        const held: string[] = [];
        const made = new HistoryKeeper({
            org: history,
            journal,
            centerName,
            alone: async (runId, act) => {
                held.push(runId);
                await act();
            },
            wait: async (ms) => void waits.push(ms),
            onChange: (lacking) => states.push(lacking)
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
        return { keeper: made, history, journal, journaled, states, waits, held, last: () => states.at(-1) };
    }

    const moved = reportOf([became(ADA, 'moved')]);

    it('keeps a run, then the journal forgets it', async () => {
        const made = keeper();
        made.journaled(moved);
        await made.keeper.keep(moved);
        expect(made.history.runs).toHaveLength(1);
        expect(made.journal.ended()).toEqual([]);
        expect(made.last()).toEqual({ runs: 0, fault: null, isBusy: false });
        expect(made.held).toEqual(['run-1']);
    });

    it('keeps what an earlier visit left behind, oldest first', async () => {
        const made = keeper();
        made.journaled({ ...moved, runId: 'newer', startedAt: moved.startedAt + 1 });
        made.journaled(moved);
        await made.keeper.keepAll();
        expect(made.history.runs.map((run) => run.runId)).toEqual(['run-1', 'newer']);
        expect(made.journal.ended()).toEqual([]);
    });

    it('keeps a run of this page that the journal could not note', async () => {
        const made = keeper();
        await made.keeper.keep(moved);
        expect(made.history.runs).toHaveLength(1);
    });

    it('tries again after growing pauses what may pass, and gives up for now', async () => {
        const made = keeper();
        made.history.faults = [1, 2, 3].map(() => new OrgFault('busy', 'Later'));
        made.journaled(moved);
        await made.keeper.keep(moved);
        expect(made.waits).toEqual([2_000, 8_000]);
        expect(made.last()).toMatchObject({ runs: 1, fault: { kind: 'busy' }, isBusy: false });
        expect(made.journal.ended()).toHaveLength(1);
        await made.keeper.keepAll();
        expect(made.history.runs).toHaveLength(1);
        expect(made.last()).toEqual({ runs: 0, fault: null, isBusy: false });
    });

    it.each(['expired', 'forbidden', 'limit', 'invalid'] as const)(
        'does not insist when the org says: %s',
        async (kind) => {
            const made = keeper();
            made.history.faults = [new OrgFault(kind, 'No')];
            made.journaled(moved);
            made.journaled({ ...moved, runId: 'newer', startedAt: moved.startedAt + 1 });
            await made.keeper.keepAll();
            expect(made.waits).toEqual([]);
            expect(made.history.requests).toEqual({ reads: 1, writes: 0 });
            expect(made.last()).toMatchObject({ runs: 2, fault: { kind } });
        }
    );

    it('keeps the others when something ails one run alone', async () => {
        const made = keeper();
        const bad = reportOf([became(ADA, 'moved')], { runId: 'bad' });
        made.history.faults = [1, 2, 3].map(() => new OrgFault('unreadable', 'STRING_TOO_LONG'));
        made.journaled(bad);
        made.journaled({ ...moved, startedAt: moved.startedAt + 1 });
        await made.keeper.keepAll();
        expect(made.history.runs.map((run) => run.runId)).toEqual(['run-1']);
        expect(made.last()).toMatchObject({ runs: 1, fault: { kind: 'unreadable' } });
    });

    it('leaves to another tab what that tab is at', async () => {
        const made = keeper();
        const history = new MemoryHistory();
        const busyElsewhere = new HistoryKeeper({
            org: history,
            journal: made.journal,
            centerName,
            alone: async () => {},
            wait: async () => {},
            onChange: () => {}
        });
        made.journaled(moved);
        await busyElsewhere.keepAll();
        expect(history.requests).toEqual({ reads: 0, writes: 0 });
        expect(made.journal.ended()).toHaveLength(1);
    });
});
