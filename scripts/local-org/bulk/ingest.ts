import { setImmediate } from 'node:timers/promises';
import { sessionOf, type Session } from '../access/session.ts';
import { ApiError } from '../apiError.ts';
import { upsertOne } from '../rest/collectionResource.ts';
import { readRecord, writableObject } from '../rest/recordInput.ts';
import type { Store } from '../store/store.ts';
import { createRecord, deleteRecord, updateRecord } from '../writes/recordWrite.ts';
import { columnsOf, recordOf } from './cell.ts';
import { readCsv } from './csv.ts';
import type { IngestJob, RecordResult } from './job.ts';

/** Records written before other requests get a turn. Bulk jobs are processed in chunks of 200 (documented). */
const CHUNK = 200;

/**
 * Processes a job in the background. It never rejects: an error becomes the job's state.
 * @param rowFault the fault of the request that started the job
 * @param failed receives errors that aren't Salesforce's, which are bugs of the org
 */
export async function processIngest(
    store: Store,
    job: IngestJob,
    rowFault: Session['rowFault'],
    failed: (cause: Error) => void
): Promise<void> {
    try {
        await setImmediate();
        if (hasEnded(job)) return;
        job.state = 'InProgress';
        const [header = [], ...records] = readCsv(job.csv ?? '', job.format);
        const columns = columnsOf(header, job.object, (name) => store.objects.named(name));
        job.header = header;
        job.records = records;
        while (job.results.length < records.length) {
            const user = sessionOf(store, job.userId);
            if (!user) throw new ApiError('INVALID_SESSION_ID', 'The user who created the job is no longer active.');
            const session = { ...user, rowFault };
            const chunk = records.slice(job.results.length, job.results.length + CHUNK);
            store.transaction(() => {
                for (const cells of chunk) {
                    job.results.push(attempt(store, () => write(store, session, job, recordOf(columns, cells))));
                }
            });
            job.processed = job.results.length;
            job.modifiedAt = store.now().toISOString();
            await setImmediate();
            if (hasEnded(job)) return;
        }
        job.state = 'JobComplete';
        job.modifiedAt = store.now().toISOString();
    } catch (cause) {
        job.state = 'Failed';
        job.errorMessage = cause instanceof Error ? cause.message : String(cause);
        if (!(cause instanceof ApiError)) failed(cause instanceof Error ? cause : new Error(String(cause)));
    }
}

function hasEnded({ state }: IngestJob): boolean {
    return state === 'Aborted';
}

/** A failed record is rolled back alone. Its error has the form of `sf__Error`: `CODE:message:fields --` (documented). */
function attempt(store: Store, work: () => { id: string; created: boolean }): RecordResult {
    try {
        return store.transaction(work);
    } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        return { error: `${cause.code}:${cause.message}:${cause.fields.join(' ')} --` };
    }
}

function write(
    store: Store,
    session: Session,
    job: IngestJob,
    record: Record<string, unknown>
): { id: string; created: boolean } {
    const { name } = job.object;
    switch (job.operation) {
        case 'insert': {
            const object = writableObject(store, name, 'create');
            return { id: createRecord(store, session, object, readRecord(store, object, record)), created: true };
        }
        case 'update': {
            const object = writableObject(store, name, 'update');
            const row = readRecord(store, object, record, ['id']);
            return { id: updateRecord(store, session, object, idOf(record), row), created: false };
        }
        case 'upsert':
            return upsertOne(store, session, name, job.externalIdFieldName ?? 'Id', record);
        case 'delete':
            return {
                id: deleteRecord(store, session, writableObject(store, name, 'delete'), idOf(record)),
                created: false
            };
    }
}

function idOf({ Id: id }: Record<string, unknown>): string {
    if (typeof id === 'string') return id;
    throw new ApiError('MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
}
