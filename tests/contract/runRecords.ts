import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OrgFault, toId18, type HistoryOrg, type NewHistoryRun, type NewRunRecord } from 'c/orgPort';

const WORK = toId18('04v000000000001')!;

/** What every implementation of the records of runs in progress must do. */
export function runRecordsContract(theOrg: () => HistoryOrg): void {
    describe('keeps runs in progress', () => {
        it('with their plans, from the start, apart from the runs that ended', async () => {
            const org = theOrg();
            const { recordId, lastModified } = await org.startRun(started(1));
            const [run] = await org.runsInProgress([]);
            assert.equal(run.recordId, recordId);
            const { runId, startedAt, target, targetName } = started(1);
            assert.deepEqual(
                { runId: run.runId, startedAt: run.startedAt, target: run.target, targetName: run.targetName },
                { runId, startedAt, target, targetName }
            );
            assert.equal(run.by, 'Ada Byron');
            const { heldBy, silentFor, createdAt, ...live } = run.live!;
            assert.deepEqual(live, { users: 3, host: 'tab', holder: 'page-1', lastModified });
            assert.equal(heldBy.name, 'Ada Byron');
            assert.ok(silentFor !== null && silentFor < 60_000, `silent for ${silentFor} ms`);
            assert.equal(createdAt, lastModified);
            const parts = await org.planParts([runId]);
            assert.deepEqual(
                parts.sort((one, other) => one.part - other.part),
                started(1).parts.map((text, part) => ({ runId, part, text }))
            );
            assert.deepEqual(
                (await org.historyRuns({ words: [] }, null, 200)).rows.filter((row) => row.runId === runId),
                []
            );
            assert.deepEqual(
                (await org.runsNamed([runId])).map((row) => row.recordId),
                [recordId]
            );
        });

        it('and refuses a second record, or a part that is too long, without a trace', async () => {
            const org = theOrg();
            await assert.rejects(org.startRun({ ...started(1), parts: ['again'] }), OrgFault);
            assert.equal((await org.planParts([started(1).runId])).length, 2);
            await assert.rejects(org.startRun({ ...started(2), parts: ['a', 'x'.repeat(131_073)] }), OrgFault);
            assert.deepEqual(await org.runsNamed([started(2).runId]), []);
            assert.deepEqual(await org.planParts([started(2).runId]), []);
        });

        it('takes a part of 131,072 characters', async () => {
            const org = theOrg();
            const text = 'm01000000000000001,'.repeat(7_000).slice(0, 131_072);
            const { recordId, lastModified } = await org.startRun({ ...started(3), parts: [text] });
            assert.deepEqual(await org.planParts([started(3).runId]), [{ runId: started(3).runId, part: 0, text }]);
            assert.ok(await org.changeRun(recordId, { to: 'end', run: ended(3) }, lastModified));
        });

        it('changes a record only if no one did since it was read', async () => {
            const org = theOrg();
            const [{ recordId, live }] = await org.runsNamed([started(1).runId]);
            const hold = { to: 'hold' as const, host: 'setup', holder: 'page-2' };
            const taken = await org.changeRun(recordId, hold, live!.lastModified);
            assert.ok(taken);
            assert.equal(await org.changeRun(recordId, { ...hold, holder: 'page-3' }, live!.lastModified), null);
            const counts = { moved: 2, refused: 1 };
            assert.ok(await org.changeRun(recordId, { to: 'progress', counts }, taken));
            const [now] = await org.runsNamed([started(1).runId]);
            assert.equal(now.live?.holder, 'page-2');
            assert.equal(now.live?.host, 'setup');
            assert.equal(now.counts.moved, 2);
            assert.equal(now.counts.refused, 1);
            assert.equal(now.live?.createdAt, live!.createdAt);
        });

        it('and ends them in the history, with their results', async () => {
            const org = theOrg();
            const [{ recordId, live }] = await org.runsNamed([started(1).runId]);
            assert.ok(await org.changeRun(recordId, { to: 'end', run: ended(1) }, live!.lastModified));
            assert.deepEqual(
                (await org.runsInProgress([])).map((run) => run.runId),
                []
            );
            const [run] = await org.runsInProgress([started(1).runId]);
            assert.equal(run.live, null);
            assert.deepEqual(run.counts, ended(1).counts);
            const listed = (await org.historyRuns({ words: [] }, null, 200)).rows.filter(
                (row) => row.runId === started(1).runId
            );
            assert.equal(listed.length, 1);
        });

        it('asks nothing without a key', async () => {
            assert.deepEqual(await theOrg().runsNamed([]), []);
            assert.deepEqual(await theOrg().planParts([]), []);
        });
    });
}

const keyOf = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;

function started(number: number): NewRunRecord {
    return {
        runId: keyOf(number),
        startedAt: new Date(Date.UTC(2026, 10, 1, 9, number)).toISOString(),
        target: WORK,
        targetName: '8x8 Work',
        users: 3,
        host: 'tab',
        holder: 'page-1',
        parts: [`part-one-of-${number}`, `part-two-of-${number}`]
    };
}

function ended(number: number): NewHistoryRun {
    const { runId, startedAt, target, targetName } = started(number);
    const counts = {
        moved: 2,
        'already there': 0,
        'changed meanwhile': 0,
        refused: 1,
        'not attempted': 0,
        uncertain: 0
    };
    return { runId, startedAt, endedAt: startedAt, target, targetName, counts, undoneRecord: null };
}
