/**
 * Exports: reads users, members, and the history page by page, and makes tables of them. What it writes can be imported, and
 * an import of it moves no one.
 */
export * from './columns.ts';
export * from './settings.ts';
export * from './exportFlow.ts';
export { MAX_EXPORT_ROWS, type ReadingHost } from './userReading.ts';
export {
    EXPORT_KINDS,
    Exporting,
    writeTable,
    type ExportKind,
    type ExportOrder,
    type ExportSource,
    type ExportTable
} from './exporting.ts';
export * from './oldRuns.ts';
export * from './oldRunsFlow.ts';
