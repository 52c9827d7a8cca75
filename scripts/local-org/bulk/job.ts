import type { OrgObject } from '../objects/field.ts';
import type { CsvFormat } from './csv.ts';

/** States of Bulk API 2.0 jobs (documented). A query job starts in UploadComplete. */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export const INGEST_OPERATIONS = ['insert', 'update', 'upsert', 'delete'] as const;
export type IngestOperation = (typeof INGEST_OPERATIONS)[number];

interface BaseJob {
    id: string;
    object: OrgObject;
    format: CsvFormat;
    state: JobState;
    userId: string;
    /** Such as `v66.0`. */
    version: string;
    createdDate: string;
    modifiedAt: string;
    processed: number;
    errorMessage: string | null;
}

/** The result of one record: its id when it was written, or its error. */
export type RecordResult = { id: string; created: boolean } | { error: string };

export interface IngestJob extends BaseJob {
    kind: 'ingest';
    operation: IngestOperation;
    externalIdFieldName: string | null;
    /** Null until the data is uploaded. */
    csv: string | null;
    header: string[];
    records: string[][];
    /** In the order of the records. Records without a result aren't processed yet. */
    results: RecordResult[];
}

export interface QueryJob extends BaseJob {
    kind: 'query';
    operation: 'query' | 'queryAll';
    /** The first row is the header. */
    rows: string[][];
}

export type Job = IngestJob | QueryJob;

/** The description of a job in answers (documented shape). */
export function jobAnswer(job: Job): Record<string, unknown> {
    const common = {
        id: job.id,
        operation: job.operation,
        object: job.object.name,
        createdById: job.userId,
        createdDate: restTime(job.createdDate),
        systemModstamp: restTime(job.modifiedAt),
        state: job.state,
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion: Number(job.version.slice(1)),
        lineEnding: job.format.lineEnding,
        columnDelimiter: job.format.columnDelimiter,
        retries: 0,
        totalProcessingTime: 0,
        numberRecordsProcessed: job.processed
    };
    if (job.kind === 'query') return { ...common, jobType: 'V2Query', isPkChunkingSupported: true };
    return {
        ...common,
        jobType: 'V2Ingest',
        contentUrl: `services/data/${job.version}/jobs/ingest/${job.id}/batches`,
        externalIdFieldName: job.externalIdFieldName,
        apiActiveProcessingTime: 0,
        apexProcessingTime: 0,
        numberRecordsFailed: job.results.filter((result) => 'error' in result).length,
        ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage })
    };
}

function restTime(time: string): string {
    return time.replace(/Z$/, '+0000');
}
