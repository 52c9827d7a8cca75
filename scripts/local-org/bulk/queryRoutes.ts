import type { App, OrgContext } from '../context/orgContext.ts';
import { ApiError } from '../apiError.ts';
import { runSoql } from '../soql/runSoql.ts';
import { respond, csvAnswer, formatOf, jobBody } from './answers.ts';
import { writeCsv } from './csv.ts';
import { jobAnswer, type QueryJob } from './job.ts';
import type { JobList } from './jobList.ts';

/**
 * Bulk API 2.0 query. The rows are read when the job is created. The first answer is UploadComplete and the next one is
 * JobComplete, so that polling clients are exercised too.
 */
export function queryRoutes(app: App, { store }: OrgContext, jobs: JobList): void {
    const base = '/services/data/:version/jobs/query';

    app.post(base, (context) =>
        respond(context, async () => {
            const body = await jobBody(context);
            const session = context.get('session');
            const { operation, query } = body;
            if (operation !== 'query' && operation !== 'queryAll') {
                throw new ApiError('INVALIDJOB', `Operation ${String(operation)} is not supported`);
            }
            if (typeof query !== 'string') throw new ApiError('INVALIDJOB', 'query is required');
            const { plan, rows } = runSoql(store, session.mayRead, query, Number.MAX_SAFE_INTEGER);
            if (plan.kind !== 'rows' || plan.offset > 0) {
                throw new ApiError('INVALIDJOB', 'Bulk API 2.0 queries do not support aggregates or OFFSET.');
            }
            const now = store.now().toISOString();
            const job: QueryJob = {
                kind: 'query',
                id: jobs.nextId(),
                object: plan.object,
                operation,
                format: formatOf(body),
                state: 'UploadComplete',
                userId: session.userId,
                version: context.req.param('version'),
                createdDate: now,
                modifiedAt: now,
                processed: rows.length,
                errorMessage: null,
                rows: [
                    plan.columns.map(({ name }) => name),
                    ...rows.map((row) => plan.columns.map(({ at }) => String(row[at] ?? '')))
                ]
            };
            jobs.add(job);
            return context.json({ ...jobAnswer(job), numberRecordsProcessed: 0 });
        })
    );

    app.get(base, (context) => {
        const records = jobs.all('query', context.get('session')).map(jobAnswer);
        return context.json({ done: true, records, nextRecordsUrl: null });
    });

    app.get(`${base}/:id`, (context) =>
        respond(context, () => {
            const job = jobs.find('query', context.req.param('id'), context.get('session'));
            if (job.state === 'UploadComplete') job.state = 'JobComplete';
            return context.json(jobAnswer(job));
        })
    );

    app.patch(`${base}/:id`, (context) =>
        respond(context, async () => {
            const job = jobs.find('query', context.req.param('id'), context.get('session'));
            const { state } = await jobBody(context);
            if (state !== 'Aborted') throw new ApiError('INVALIDJOB', `Invalid state: ${String(state)}`);
            if (job.state === 'JobComplete')
                throw new ApiError('INVALIDJOBSTATE', 'Aborting already Completed Job not allowed');
            job.state = 'Aborted';
            return context.json(jobAnswer(job));
        })
    );

    app.delete(`${base}/:id`, (context) =>
        respond(context, () => {
            jobs.remove(jobs.find('query', context.req.param('id'), context.get('session')));
            return context.body(null, 204);
        })
    );

    // Without maxRecords, all rows are on one page, because several pages break jsforce (its issue 1546).
    app.get(`${base}/:id/results`, (context) =>
        respond(context, () => {
            const job = jobs.find('query', context.req.param('id'), context.get('session'));
            if (job.state !== 'JobComplete') throw new ApiError('INVALIDJOBSTATE', `Job is in state ${job.state}`);
            const start = startOf(context.req.query('locator'), job);
            const most = Number(context.req.query('maxRecords') ?? job.rows.length);
            if (!Number.isInteger(most) || most < 1)
                throw new ApiError('INVALID_QUERY_OPTION', 'maxRecords must be a positive number');
            const [header = [], ...rows] = job.rows;
            const page = rows.slice(start, start + most);
            const end = start + page.length;
            return csvAnswer(context, writeCsv([header, ...page], job.format), {
                'Sforce-Locator': end < rows.length ? btoa(String(end)) : 'null',
                'Sforce-NumberOfRecords': String(page.length)
            });
        })
    );
}

/** A locator is the number of rows before it, in base64. @throws ApiError INVALID_QUERY_LOCATOR */
function startOf(locator: string | undefined, job: QueryJob): number {
    if (locator === undefined) return 0;
    const start = Number(Buffer.from(locator, 'base64').toString('latin1'));
    if (Number.isInteger(start) && start > 0 && start < job.rows.length - 1) return start;
    throw new ApiError('INVALID_QUERY_LOCATOR', 'invalid query locator');
}
