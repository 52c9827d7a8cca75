/** Runs that are kept for good in the org: writing them after the moves, reading them back, undoing them. */
export * from './documents.ts';
export { runFromJournal } from './fromJournal.ts';
export { keepReport } from './keep.ts';
export { HistoryKeeper, type HistoryKeeperOptions, type Lacking } from './keeper.ts';
export { openRun, type Flaw, type KeptRun } from './openRun.ts';
export { undoPlanOf } from './undo.ts';
