/** Runs a plan: batches, fresh reads, outcomes, stopping. One click is a run of one user. */
export { startRun, type RunOptions } from './run.ts';
export type { BatchOrg } from './batches.ts';
export { moveOne, type MoveOneOptions, type OneOrg } from './moveOne.ts';
export { checkOne, runOne, type OneRun, type RunOneOptions } from './runOne.ts';
export { planAgain, usersToRetry, type Again } from './again.ts';
export { checkAgain } from './checkAgain.ts';
export { NOT_FOUND } from './settle.ts';
export {
    OUTCOMES,
    countOutcomes,
    type Outcome,
    type PauseReason,
    type Progress,
    type Run,
    type RunReport,
    type RunState,
    type Settled,
    type StopReason
} from './report.ts';
export type { Earlier, Intent, Journal, RunStart } from './journalPort.ts';
