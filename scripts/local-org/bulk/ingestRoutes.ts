import type { App, OrgContext } from '../context/orgContext.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { respond, csvAnswer, formatOf, jobBody } from './answers.ts';
import { writeCsv } from './csv.ts';
import { processIngest } from './ingest.ts';
import { INGEST_OPERATIONS, jobAnswer, type IngestJob, type IngestOperation } from './job.ts';
import type { JobList } from './jobList.ts';

/** Bulk API 2.0 ingest: create a job, upload its CSV, mark it complete, poll its state, and get the results. */
export function ingestRoutes(app: App, { store, log }: OrgContext, jobs: JobList): void {
    const base = '/services/data/:version/jobs/ingest';

    app.post(base, (context) =>
        respond(context, async () => {
            const session = context.get('session');
            const job = newJob(await jobBody(context));
            jobs.add(job);
            return context.json(jobAnswer(job));

            function newJob(body: Record<string, unknown>): IngestJob {
                const operation = operationOf(body.operation);
                const object = objectOf(body.object, operation);
                const now = store.now().toISOString();
                return {
                    kind: 'ingest',
                    id: jobs.nextId(),
                    object,
                    operation,
                    externalIdFieldName: operation === 'upsert' ? externalId(object, body.externalIdFieldName) : null,
                    format: formatOf(body),
                    state: 'Open',
                    userId: session.userId,
                    version: context.req.param('version'),
                    createdDate: now,
                    modifiedAt: now,
                    processed: 0,
                    errorMessage: null,
                    csv: null,
                    header: [],
                    records: [],
                    results: []
                };
            }
        })
    );

    app.get(base, (context) => {
        const records = jobs.all('ingest', context.get('session')).map(jobAnswer);
        return context.json({ done: true, records, nextRecordsUrl: null });
    });

    app.put(`${base}/:id/batches`, (context) =>
        respond(context, async () => {
            const job = jobs.find('ingest', context.req.param('id'), context.get('session'));
            const type = context.req.header('Content-Type') ?? '';
            if (!/^text\/csv\b/i.test(type)) throw new ApiError('INVALIDCONTENTTYPE', `Invalid content type: ${type}`);
            if (job.state !== 'Open' || job.csv !== null) {
                throw new ApiError(
                    'INVALIDJOBSTATE',
                    `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`
                );
            }
            job.csv = await context.req.text();
            return context.body(null, 201);
        })
    );

    app.patch(`${base}/:id`, (context) =>
        respond(context, async () => {
            const job = jobs.find('ingest', context.req.param('id'), context.get('session'));
            const { state } = await jobBody(context);
            switch (state) {
                case 'UploadComplete':
                    if (job.state !== 'Open')
                        throw new ApiError('INVALIDJOBSTATE', `Closing job not allowed. Current state is ${job.state}`);
                    job.state = 'UploadComplete';
                    void processIngest(store, job, context.get('session').rowFault, (cause) =>
                        log.failures.push(cause)
                    );
                    break;
                case 'Aborted':
                    if (job.state === 'JobComplete' || job.state === 'Failed') {
                        throw new ApiError('INVALIDJOBSTATE', `Aborting already Completed Job not allowed`);
                    }
                    job.state = 'Aborted';
                    break;
                default:
                    throw new ApiError('INVALIDJOB', `Invalid state: ${String(state)}`);
            }
            job.modifiedAt = store.now().toISOString();
            return context.json(jobAnswer(job));
        })
    );

    app.get(`${base}/:id`, (context) =>
        respond(context, () =>
            context.json(jobAnswer(jobs.find('ingest', context.req.param('id'), context.get('session'))))
        )
    );

    app.delete(`${base}/:id`, (context) =>
        respond(context, () => {
            const job = jobs.find('ingest', context.req.param('id'), context.get('session'));
            if (job.state === 'UploadComplete' || job.state === 'InProgress') {
                throw new ApiError('INVALIDJOBSTATE', `Deleting a job that is in state ${job.state} is not allowed`);
            }
            jobs.remove(job);
            return context.body(null, 204);
        })
    );

    for (const [name, rowsOf] of [
        ['successfulResults', successful],
        ['failedResults', failed],
        ['unprocessedrecords', unprocessed]
    ] as const) {
        app.get(`${base}/:id/${name}`, (context) =>
            respond(context, () => {
                const job = jobs.find('ingest', context.req.param('id'), context.get('session'));
                return csvAnswer(context, writeCsv(rowsOf(job), job.format));
            })
        );
    }

    function objectOf(name: unknown, operation: IngestOperation) {
        const object = typeof name === 'string' ? store.objects.named(name) : undefined;
        if (!object) throw new ApiError('INVALIDENTITY', `Unable to find object: ${String(name)}`);
        const isServed =
            operation === 'insert' ? object.create : operation === 'delete' ? object.delete : object.update;
        if (!isServed) throw new ApiError('INVALIDENTITY', `Entity '${object.name}' is not supported by the Bulk API.`);
        return object;
    }
}

function operationOf(given: unknown): IngestOperation {
    const operation = INGEST_OPERATIONS.find((each) => each === given);
    if (operation) return operation;
    throw new ApiError('INVALIDJOB', `Operation ${String(given)} is not supported by the embedded org`);
}

function externalId(object: IngestJob['object'], given: unknown): string {
    const field = typeof given === 'string' ? fieldNamed(object, given) : undefined;
    if (field && (field.externalId || field.idLookup)) return field.name;
    throw new ApiError('INVALIDJOB', `externalIdFieldName ${String(given)} is not an external ID of ${object.name}`);
}

function successful({ header, records, results }: IngestJob): string[][] {
    const rows = results.flatMap((result, index) =>
        'id' in result ? [[result.id, String(result.created), ...fitted(records[index], header)]] : []
    );
    return [['sf__Id', 'sf__Created', ...header], ...rows];
}

function failed({ header, records, results }: IngestJob): string[][] {
    const rows = results.flatMap((result, index) =>
        'error' in result ? [['', result.error, ...fitted(records[index], header)]] : []
    );
    return [['sf__Id', 'sf__Error', ...header], ...rows];
}

function unprocessed({ header, records, results }: IngestJob): string[][] {
    return header.length === 0 ? [] : [header, ...records.slice(results.length).map((row) => fitted(row, header))];
}

/** A row with as many cells as the header. A client can't read a result file whose rows differ in length. */
function fitted(row: string[] | undefined, header: string[]): string[] {
    return header.map((_name, index) => row?.[index] ?? '');
}
