import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { MAX_ROWS_PER_READ, OrgFault, toId18, type HistoryMove, type HistoryOrg, type NewHistoryRun } from 'c/orgPort';
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

describe('Who may delete what the history has', () => {
    const ended = { ...run(1), undoneRecord: null };
    for (const persona of ['admin', 'call-center-manager', 'viewer'] as const) {
        it(`is told beforehand, and it's true, for the ${persona}`, async () => {
            const local = await startLocalOrg({ users: 40 });
            try {
                const as = (who: 'admin' | typeof persona) => graphqlOrg(httpTransport(local.url, local.tokenFor(who)));
                const recordId = await as('admin').saveRun(ended);
                const may = persona === 'admin';
                assert.equal(await as(persona).mayDeleteRuns(), may);
                const [answer] = await as(persona).deleteRuns([{ recordId, runId: ended.runId }]);
                assert.ok(answer);
                assert.equal(answer.deleted, may);
                if (!answer.deleted) assert.match(answer.words, /access/);
                assert.equal((await as('admin').runsNamed([ended.runId])).length, may ? 0 : 1);
            } finally {
                await local.close();
            }
        });
    }

    it('is left to trying when the org does not tell', async () => {
        const silent = { query: async () => ({ data: null, errors: [{ message: "Field 'deletable' is undefined" }] }) };
        const org = graphqlOrg({ ...httpTransport('http://localhost', ''), ...silent });
        assert.equal(await org.mayDeleteRuns(), true);
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

        it('returns every move of the runs before a time, with its run', async () => {
            const before = run(4).startedAt;
            const { rows: runs, endCursor } = await org.historyRuns({ words: [], before }, null, MAX_ROWS_PER_READ);
            assert.deepEqual(
                runs.slice(0, 3).map(({ startedAt }) => startedAt),
                [3, 2, 1].map((number) => run(number).startedAt)
            );
            assert.ok(runs.every(({ startedAt }) => startedAt < before));
            assert.equal(endCursor, null);
            const { rows } = await org.movesBefore(before, null);
            assert.deepEqual(
                rows.filter(({ recordId }) => recordId === runs[0].recordId),
                Array.from({ length: 450 }, (_, number) => ({ ...move(number), recordId: runs[0].recordId }))
            );
            assert.ok(rows.every(({ recordId }) => runs.some((one) => one.recordId === recordId)));
        });

        it('tells when users were moved into call centers', async () => {
            const [first, second] = [await org.saveRun(run(30)), await org.saveRun(run(31))];
            const [ada, bo] = [move(901), move(902)];
            await org.saveMoves(first, [ada, { ...bo, outcome: 'refused' }]);
            await org.saveMoves(second, [
                { ...ada, to: DIALER },
                { ...bo, to: null, toName: null }
            ]);
            const found = await org.pastMoves([ada.userId, bo.userId]);
            assert.deepEqual(
                found.toSorted((one, other) => (one.at < other.at ? -1 : 1)),
                [
                    { userId: ada.userId, to: WORK, at: run(30).endedAt },
                    { userId: ada.userId, to: DIALER, at: run(31).endedAt }
                ]
            );
            assert.deepEqual(await org.pastMoves([]), []);
        });

        it('deletes runs with their moves and plans, and no others, with one answer for each', async () => {
            const { runId, startedAt, target, targetName } = run(40);
            const rest = { users: 1, host: 'tab', holder: 'page', parts: ['one', 'two'] };
            const { recordId, lastModified } = await org.startRun({ runId, startedAt, target, targetName, ...rest });
            await org.changeRun(recordId, { to: 'end', run: run(40) }, lastModified);
            await org.saveMoves(recordId, [move(1), move(2)]);
            const kept = await org.saveRun({ ...run(41), undoneRecord: recordId });
            await org.saveMoves(kept, [move(3)]);
            assert.equal(await org.mayDeleteRuns(), true);

            const gone = { recordId: toId18('a01000000000404')!, runId: run(404).runId };
            const answers = await org.deleteRuns([{ recordId, runId }, gone]);
            assert.deepEqual(answers[0], { recordId, deleted: true });
            assert.ok(answers[1] && !answers[1].deleted);
            assert.match(answers[1].words, /\w/);
            assert.deepEqual(await org.runsNamed([runId]), []);
            assert.deepEqual((await org.historyMoves(recordId, null)).rows, []);
            assert.deepEqual(await org.planParts([runId]), []);
            const [other] = await org.runsNamed([run(41).runId]);
            assert.equal(other?.undoOf, null);
            assert.deepEqual((await org.historyMoves(kept, null)).rows, [move(3)]);
            assert.deepEqual(await org.deleteRuns([]), []);
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
