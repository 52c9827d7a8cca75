import { openJournal } from 'c/moveJournal';
import type { RunReport } from 'c/moveRun';
import { OrgFault } from 'c/orgPort';
import { HistoryWriter, type UnsavedRuns } from 'c/runHistory';
import { MemoryHistory } from '#tests/support/memoryHistory.ts';
import { MemoryStorage } from '#tests/support/memoryStorage.ts';
import { ADA } from '#tests/support/people.ts';
import { became, centerName, reportOf } from './reports.ts';

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
            runs: { kept: async () => null, isHeldByOthers: () => false },
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
            journal.begin({ runId, by, startedAt, plan: { field: 'CallCenterId', target, users, undoOf } });
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
            runs: { kept: async () => null, isHeldByOthers: () => false },
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
