import { json, type Handler } from './exchange.ts';

/** `GET limits`: some of the documented limits of a Developer Edition org. Only API requests are counted. */
export const limitsResource: Handler = ({ daily }) =>
    json({
        ConcurrentAsyncGetReportInstances: unused(200),
        DailyApiRequests: { Max: daily.max, Remaining: Math.max(0, daily.max - daily.used) },
        DailyAsyncApexExecutions: unused(250_000),
        DailyBulkApiBatches: unused(15_000),
        DailyBulkV2QueryFileStorageMB: unused(976_562),
        DailyBulkV2QueryJobs: unused(10_000),
        DataStorageMB: unused(5),
        FileStorageMB: unused(20),
        HourlyTimeBasedWorkflow: unused(50),
        MassEmail: unused(10),
        SingleEmail: unused(15)
    });

function unused(max: number): { Max: number; Remaining: number } {
    return { Max: max, Remaining: max };
}
