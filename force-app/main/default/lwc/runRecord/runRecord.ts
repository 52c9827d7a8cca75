/** Runs in progress, kept in the org: written from their start, watched by everyone, and taken over when their page is gone. */
export { BEAT, Heartbeat, LONGEST_SILENCE } from './heartbeat.ts';
export { RunKeeper, type Kept, type KeeperOptions, type Taken } from './keeper.ts';
export { decodePlan, encodePlan, type PlanFlaw } from './planText.ts';
export { readRecorded, type RecordedRun } from './recorded.ts';
export { isActive, otherRun, RunWatch, type OtherRun, type Overlap } from './watch.ts';
