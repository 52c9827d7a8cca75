import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startTestOrg, type TestOrg } from '../../__tests__/testOrg.ts';

let testOrg: TestOrg;
let ids: string[];

before(async () => {
    testOrg = await startTestOrg({ users: 40 });
    ids = testOrg.org.store
        .all(`SELECT "Id" FROM "User" WHERE "UserType" = 'Standard' ORDER BY "Id" LIMIT 4`)
        .map(({ Id }) => String(Id));
});

after(() => testOrg.org.close());

interface Job {
    id: string;
    state: string;
    errorMessage?: string;
}

/** Runs an ingest job to its end. */
async function run(object: string, operation: string, csv: string): Promise<Job> {
    const send = async (method: string, path: string, body?: unknown): Promise<Job> => {
        const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
        return (await (await testOrg.rest(`/jobs/ingest${path}`, init)).json()) as Job;
    };
    const { id } = await send('POST', '', { object, operation, lineEnding: 'LF' });
    const headers = { 'Content-Type': 'text/csv' };
    assert.equal((await testOrg.rest(`/jobs/ingest/${id}/batches`, { method: 'PUT', body: csv, headers })).status, 201);
    await send('PATCH', `/${id}`, { state: 'UploadComplete' });
    for (;;) {
        const job = await send('GET', `/${id}`);
        if (job.state === 'JobComplete' || job.state === 'Failed') return job;
        await setTimeout(5);
    }
}

async function failedRows({ id }: Job): Promise<string[]> {
    const text = await (await testOrg.rest(`/jobs/ingest/${id}/failedResults`)).text();
    return text.trim().split('\n').slice(1);
}

function userWith(id: string | undefined) {
    return testOrg.org.store.get('SELECT "Title", "Department" FROM "User" WHERE "Id" = ?', [id ?? '']);
}

describe('A bulk job', () => {
    test('fails a row with too few or too many cells, and writes the others', async () => {
        const [good, short, long, before] = [ids[0], ids[1], ids[2], userWith(ids[1])];
        const job = await run(
            'User',
            'update',
            `Id,Title,Department\n${good},Good,Good\n${short},Short\n${long},Long,Long,Surplus\n`
        );
        assert.equal(job.state, 'JobComplete');
        assert.deepEqual({ ...userWith(good) }, { Title: 'Good', Department: 'Good' });
        assert.deepEqual(userWith(short), before);
        assert.notEqual(userWith(long)?.Title, 'Long');
        assert.deepEqual(await failedRows(job), [
            `"","ClientInputError:The row has 2 cells, but the header has 3: --","${short}","Short",""`,
            `"","ClientInputError:The row has 4 cells, but the header has 3: --","${long}","Long","Long"`
        ]);
    });

    test('fails when a column is named twice, in any spelling, before anything is written', async () => {
        const [id] = ids;
        const before = userWith(id);
        const job = await run('User', 'update', `Id,Title,title\n${id},First,Second\n`);
        assert.deepEqual(
            [job.state, job.errorMessage],
            ['Failed', 'InvalidBatch : Field name is in the header twice : title']
        );
        assert.deepEqual(userWith(id), before);
    });

    test('fails when two columns set the same lookup', async () => {
        const job = await run('CallCenterMove__c', 'insert', 'Run__c,Run__r.RunKey__c\n,x\n');
        assert.equal(job.errorMessage, 'InvalidBatch : Field name is in the header twice : Run__r.RunKey__c');
    });
});
