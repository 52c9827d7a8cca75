import type { OrgObject } from '../objects/field.ts';
import type { CsvFormat } from './csv.ts';

/** States of Bulk API 2.0 jobs (documented). A query job begins at UploadComplete. */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export const INGEST_OPERATIONS = ['insert', 'update', 'upsert', 'delete'] as const;
export type IngestOperation = (typeof INGEST_OPERATIONS)[number];

interface JobFacts {
    id: string;
    object: OrgObject;
    format: CsvFormat;
    state: JobState;
    userId: string;
    /** `v66.0` */
    version: string;
    createdDate: string;
    modifiedAt: string;
    processed: number;
    errorMessage: string | null;
}

/** What became of a record: `id` when it was written. */
export type RecordResult = { id: string; created: boolean } | { refusal: string };

export interface IngestJob extends JobFacts {
    kind: 'ingest';
    operation: IngestOperation;
    externalIdFieldName: string | null;
    /** Null until the data was sent. */
    csv: string | null;
    header: string[];
    records: string[][];
    /** In the order of the records; shorter than they are while some are not processed. */
    results: RecordResult[];
}

export interface QueryJob extends JobFacts {
    kind: 'query';
    operation: 'query' | 'queryAll';
    /** Header first. */
    rows: string[][];
}

export type Job = IngestJob | QueryJob;

/** A job as it is described in answers (documented shape). */
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
        numberRecordsFailed: job.results.filter((result) => 'refusal' in result).length,
        ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage })
    };
}

function restTime(time: string): string {
    return time.replace(/Z$/, '+0000');
}
