import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { OrgFault, toId18, type HistoryMove, type HistoryOrg, type NewHistoryRun } from 'c/orgPort';
import { startLocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { runRecordsContract } from './runRecords.ts';
import { MemoryHistory } from '../support/memoryHistory.ts';

const WORK = toId18('04v000000000001')!;
const DIALER = toId18('04v000000000002')!;

historyContract('The in-memory history', async () => ({
    org: new MemoryHistory('Ada Byron'),
    close: async () => {}
}));

historyContract('The history of the embedded org over HTTP', async () => {
    const local = await startLocalOrg({ users: 40 });
    const org = graphqlOrg(httpTransport(local.url, local.tokenFor('admin')));
    return { org, close: () => local.close() };
});

describe('The history of the embedded org', () => {
    it('can be read but not written by a viewer', async () => {
        const local = await startLocalOrg({ users: 40 });
        try {
            const org = graphqlOrg(httpTransport(local.url, local.tokenFor('viewer')));
            assert.deepEqual((await org.historyRuns({ words: [] }, null, 50)).rows, []);
            const fault = await org.saveRun(run(1)).catch((thrown: unknown) => thrown);
            assert.ok(fault instanceof OrgFault);
            assert.equal(fault.kind, 'forbidden');
        } finally {
            await local.close();
        }
    });
});

/** What every implementation of a history must do. */
function historyContract(name: string, make: () => Promise<{ org: HistoryOrg; close(): Promise<void> }>): void {
    describe(`${name}, as a history`, () => {
        let made: Awaited<ReturnType<typeof make>>;
        let org: HistoryOrg;
        before(async () => {
            made = await make();
            ({ org } = made);
        });
        after(() => made.close());

        it('doesn’t have a run that was never saved', async () => {
            assert.deepEqual(await org.runsNamed([run(404).runId]), []);
            assert.deepEqual(await org.historyMoves(toId18('a00000000000404')!, null), { rows: [], endCursor: null });
        });

        it('returns a run as it was saved, with who saved it', async () => {
            const recordId = await org.saveRun(run(1));
            const [saved] = await org.runsNamed([run(1).runId]);
            const { undoneRecord: _, ...rest } = run(1);
            assert.deepEqual(
                { ...saved, name: '' },
                { ...rest, recordId, by: 'Ada Byron', undoOf: null, live: null, name: '' }
            );
            assert.match(saved?.name ?? '', /^MOVE-\d{6}$/);
        });

        it('refuses to save the same run twice', async () => {
            await assert.rejects(org.saveRun(run(1)), OrgFault);
        });

        it('names the run that a run undid', async () => {
            const [undone] = await org.runsNamed([run(1).runId]);
            await org.saveRun({ ...run(2), target: null, targetName: null, undoneRecord: undone.recordId });
            const [saved] = await org.runsNamed([run(2).runId]);
            assert.deepEqual(saved?.undoOf, { runId: run(1).runId, name: undone.name });
            assert.equal(saved?.target, null);
        });

        it('returns all 450 moves of a run in the order in which they were saved', async () => {
            const recordId = await org.saveRun(run(3));
            const moves = Array.from({ length: 450 }, (_, number) => move(number));
            for (let start = 0; start < moves.length; start += 200) {
                await org.saveMoves(recordId, moves.slice(start, start + 200));
            }
            const { rows, endCursor } = await org.historyMoves(recordId, null);
            assert.deepEqual(rows, moves);
            assert.equal(endCursor, null);
        });

        it('saves none of a batch when one row is refused', async () => {
            const recordId = await org.saveRun(run(4));
            const bad = { ...move(2), userId: 'x'.repeat(19) };
            await assert.rejects(org.saveMoves(recordId, [move(1), bad]), (thrown: unknown) => {
                assert.ok(thrown instanceof OrgFault);
                return !/rolled back/i.test(thrown.words);
            });
            assert.deepEqual((await org.historyMoves(recordId, null)).rows, []);
        });

        it('counts where the users of several runs came from and went, largest first', async () => {
            const [first, second] = [await org.saveRun(run(5)), await org.saveRun(run(6))];
            await org.saveMoves(first, [
                { ...move(1), from: null, fromName: null },
                move(2),
                move(3),
                { ...move(4), outcome: 'refused' }
            ]);
            await org.saveMoves(second, [{ ...move(5), to: null, toName: null }]);
            const routes = await org.historyRoutes([first, second]);
            const of = (recordId: string) => routes.filter((route) => route.recordId === recordId);
            const to = { to: WORK, toName: '8x8 Work' };
            assert.deepEqual(of(first), [
                { recordId: first, from: DIALER, fromName: 'Old Dialer', ...to, moved: 2 },
                { recordId: first, from: null, fromName: null, ...to, moved: 1 }
            ]);
            assert.deepEqual(of(second), [
                { recordId: second, from: DIALER, fromName: 'Old Dialer', to: null, toName: null, moved: 1 }
            ]);
        });

        runRecordsContract(() => org);

        it('lists runs newest first, page by page', async () => {
            const startTimes: string[] = [];
            let after: string | null = null;
            do {
                const page = await org.historyRuns({ words: [] }, after, 4);
                startTimes.push(...page.rows.map((row) => row.startedAt));
                after = page.endCursor;
            } while (after);
            assert.equal(startTimes.length, 8);
            assert.deepEqual(startTimes, startTimes.toSorted().reverse());
        });

        it('finds runs by the words of one move: its user, call centers, person, and record number', async () => {
            const recordId = await org.saveRun(run(20));
            await org.saveMoves(recordId, [
                { ...move(1), userName: 'Aaron Buschbaum_100%', fromName: null, from: null },
                { ...move(2), userName: 'Maja Lindqvist', toName: 'Pilot 2027' }
            ]);
            const [{ name }] = await org.runsNamed([run(20).runId]);
            const found = async (...words: string[]) =>
                (await org.historyRuns({ words }, null, 50)).rows.some((row) => row.recordId === recordId);
            for (const words of [['busch', 'AARON'], ['pilot', 'maja'], ['ada', 'byron', 'aaron'], [name], ['m_100%']])
                assert.ok(await found(...words), words.join(' '));
            for (const words of [['aaron', 'pilot'], ['nobody'], ['n_busch']])
                assert.ok(!(await found(...words)), words.join(' '));
        });

        it('pages through the runs that a search finds, newest first and each once', async () => {
            for (const number of [21, 22, 23]) {
                const recordId = await org.saveRun(run(number));
                await org.saveMoves(
                    recordId,
                    [1, 2].map((user) => ({ ...move(user), userName: `Paged ${user}` }))
                );
            }
            const startTimes: string[] = [];
            let after: string | null = null;
            do {
                const page = await org.historyRuns({ words: ['paged'] }, after, 2);
                startTimes.push(...page.rows.map((row) => row.startedAt));
                after = page.endCursor;
            } while (after);
            assert.deepEqual(
                startTimes,
                [23, 22, 21].map((number) => run(number).startedAt)
            );
        });
    });
}

function run(number: number): NewHistoryRun {
    return {
        runId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        startedAt: new Date(Date.UTC(2026, 10, 2, 9, number)).toISOString(),
        endedAt: new Date(Date.UTC(2026, 10, 2, 9, number, 30)).toISOString(),
        target: WORK,
        targetName: '8x8 Work',
        counts: { moved: 3, 'already there': 0, 'changed meanwhile': 1, refused: 2, 'not attempted': 0, uncertain: 1 },
        undoneRecord: null
    };
}

function move(number: number): HistoryMove {
    return {
        userId: toId18(`005${String(number).padStart(12, '0')}`)!,
        userName: `User ${number}`,
        from: DIALER,
        fromName: 'Old Dialer',
        to: WORK,
        toName: '8x8 Work',
        outcome: 'moved',
        reason: null
    };
}
