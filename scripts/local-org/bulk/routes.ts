import { NOT_FOUND } from '../context/restErrors.ts';
import type { App, OrgContext } from '../context/orgContext.ts';
import { ingestRoutes } from './ingestRoutes.ts';
import { JobList } from './jobList.ts';
import { queryRoutes } from './queryRoutes.ts';

/** Bulk API 2.0. Jobs are kept in memory until the process ends. */
export function bulkRoutes(app: App, org: OrgContext): void {
    const jobs = new JobList();
    ingestRoutes(app, org, jobs);
    queryRoutes(app, org, jobs);
    app.all('/services/data/:version/jobs/*', async (context) => {
        // If no one reads the body, the server closes the connection instead of answering.
        await context.req.text();
        return context.json(NOT_FOUND, 404);
    });
}
