import { deleteRuns, historyRows, MAX_HISTORY_ROWS, readOldRuns, wholeRuns, type ReadingHost } from 'c/exportRows';
import { OrgFault, toId18, type HistoryRun, type NewHistoryRun } from 'c/orgPort';
import { ADA, BO, DIALER, WORK } from '#tests/support/people.ts';
import { MemoryHistory } from '#tests/support/memoryHistory.ts';

const HOST: ReadingHost = { isCancelled: () => false, onProgress: () => {} };

function run(number: number, users = 1): NewHistoryRun {
    const at = new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
    return {
        runId: `run ${number}`,
        startedAt: at,
        endedAt: at,
        target: WORK,
        targetName: '8x8 Work',
        counts: { moved: users },
        undoneRecord: null
    };
}

const moveOf = (userId: string) => ({
    userId,
    userName: 'Ada Byron',
    from: DIALER,
    fromName: 'Old Dialer',
    to: WORK,
    toName: '8x8 Work',
    outcome: 'moved',
    reason: null
});

async function historyOf(runs: number): Promise<MemoryHistory> {
    const org = new MemoryHistory('Ada Byron');
    for (let number = 0; number < runs; number += 1)
        await org.saveMoves(await org.saveRun(run(number)), [moveOf(ADA.id)]);
    return org;
}

async function oldRunsOf(org: MemoryHistory, before = '2100-01-01T00:00:00.000Z') {
    const old = await readOldRuns(org, before, HOST);
    if (!old || old === 'too many') throw new Error('There are none.');
    return old;
}

describe('Old runs', () => {
    it('are read with their users, and only those before the day', async () => {
        const org = await historyOf(5);
        const old = await oldRunsOf(org, run(3).startedAt);
        const rows = [...historyRows(old)];
        expect(old.rows).toBe(3);
        expect(rows.map(([name]) => name)).toEqual(['Move', 'MOVE-000003', 'MOVE-000002', 'MOVE-000001']);
        expect(rows[1]).toEqual([
            ...['MOVE-000003', run(2).startedAt, run(2).endedAt, 'Ada Byron', ''],
            ...[ADA.id, 'Ada Byron', DIALER, 'Old Dialer', WORK, '8x8 Work', 'moved', '']
        ]);
        expect(rows.every((row) => row.length === rows[0].length)).toBe(true);
    });

    it('are none in an org without a history of that age, after one request', async () => {
        const org = await historyOf(1);
        org.requests.reads = 0;
        expect((await oldRunsOf(org, '2000-01-01T00:00:00.000Z')).runs).toEqual([]);
        expect(org.requests.reads).toBe(1);
    });

    it('have a row even without users, and are not whole while users are missing', async () => {
        const org = await historyOf(1);
        const partly = await org.saveRun(run(1, 2));
        await org.saveMoves(partly, [moveOf(ADA.id)]);
        await org.saveRun({ ...run(2, 0), counts: {} });
        const old = await oldRunsOf(org);
        expect([...historyRows(old)]).toHaveLength(4);
        expect(wholeRuns(old).map(({ runId }) => runId)).toEqual(['run 2', 'run 0']);
    });

    it('are too many for one file, or are not read after Cancel', async () => {
        const org = await historyOf(1);
        const moves = Array.from({ length: 2_000 }, () => ({ ...moveOf(BO.id), recordId: toId18('a00000000000001')! }));
        let pages = 0;
        org.movesBefore = async () => {
            pages += 1;
            return { rows: moves, endCursor: 'more' };
        };
        expect(await readOldRuns(org, '2100-01-01T00:00:00.000Z', HOST)).toBe('too many');
        expect(pages).toBe(MAX_HISTORY_ROWS / 2_000 + 1);
        expect(await readOldRuns(org, '2100-01-01T00:00:00.000Z', { ...HOST, isCancelled: () => true })).toBeNull();
    });
});

describe('Deleting runs', () => {
    const runsOf = async (org: MemoryHistory): Promise<HistoryRun[]> => (await oldRunsOf(org)).runs;

    it('deletes them in batches of 50, and accounts for each', async () => {
        const org = await historyOf(120);
        const runs = await runsOf(org);
        org.undeletable.set(runs[7].recordId, 'It is locked.');
        const progress: number[] = [];
        const onProgress = (done: number) => progress.push(done);
        const result = await deleteRuns(org, runs, { ...HOST, onProgress });
        expect(result).toEqual({
            deleted: 119,
            refused: [{ name: runs[7].name, words: 'It is locked.' }],
            uncertain: 0,
            left: 0,
            fault: null
        });
        expect(progress).toEqual([50, 100, 120]);
        expect(org.runs.map(({ name }) => name)).toEqual([runs[7].name]);
    });

    it('stops between batches', async () => {
        const org = await historyOf(120);
        const runs = await runsOf(org);
        let asked = 0;
        const result = await deleteRuns(org, runs, { ...HOST, isCancelled: () => (asked += 1) > 1 });
        expect([result.deleted, result.left, org.runs.length]).toEqual([50, 70, 70]);
    });

    it('does not go on once the org refuses a whole batch', async () => {
        const org = await historyOf(120);
        const runs = await runsOf(org);
        org.isDeletable = false;
        const result = await deleteRuns(org, runs, HOST);
        expect([result.deleted, result.refused.length, result.left]).toEqual([0, 50, 70]);
    });

    it.each([
        ['was never sent', () => new OrgFault('offline', '', { sent: false }), { deleted: 0, uncertain: 0, left: 60 }],
        ['did not arrive', () => new OrgFault('offline', ''), { deleted: 0, uncertain: 50, left: 10 }],
        ['lost its answer', () => ({ lost: new OrgFault('offline', '') }), { deleted: 50, uncertain: 0, left: 10 }]
    ])('reads what is left when a request %s', async (_how, fault, expected) => {
        const org = await historyOf(60);
        const runs = await runsOf(org);
        org.faults = [fault()];
        expect(await deleteRuns(org, runs, HOST)).toMatchObject({ ...expected, refused: [] });
    });

    it('does not know when reading fails, too', async () => {
        const org = await historyOf(3);
        const runs = await runsOf(org);
        org.faults = [new OrgFault('offline', ''), new OrgFault('offline', '')];
        expect(await deleteRuns(org, runs, HOST)).toMatchObject({ deleted: 0, uncertain: 3, left: 0 });
    });
});
