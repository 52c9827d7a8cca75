/** The history of runs in the org: saving runs after their moves, reading them back, undoing them. */
export { runFromJournal } from './fromJournal.ts';
export { HistoryWriter, type HistoryWriterOptions, type UnsavedRuns } from './historyWriter.ts';
export { openRun, type Flaw, type OpenedRun } from './openRun.ts';
export { saveReport, type KeptRuns } from './saveReport.ts';
export { searchWords } from './searchWords.ts';
export { undoPlanOf } from './undo.ts';
