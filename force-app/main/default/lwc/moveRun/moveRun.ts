/** The doing of a plan: batches, fresh reads, outcomes, stopping. */
export { startRun, type RunOptions } from './run.ts';
export type { BatchOrg } from './batches.ts';
export { moveOne, type MoveOneOptions, type ShownUser } from './moveOne.ts';
export { NOT_FOUND } from './settle.ts';
export {
    OUTCOMES,
    countOutcomes,
    type Earlier,
    type Outcome,
    type PauseReason,
    type Progress,
    type Run,
    type RunReport,
    type RunState,
    type Settled,
    type StopReason
} from './report.ts';
export type { Intent, Journal, RunStart } from './journalPort.ts';
