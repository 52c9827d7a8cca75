/** Who moves, who can't, and why. A plan is plain data: building one changes nothing. */
export { answered, NO_ANSWERS, type Answers } from './answers.ts';
export { isPlain, isVoiceReason, needsReview, planRow, planSelection, waits } from './choosePlan.ts';
export { planMoves, planOne, planTargets, type Movable, type UserTarget } from './planMoves.ts';
export { mayHaveMoved, planUndo, type RecordedMove, type RecordedRun } from './planUndo.ts';
export { grouped, movingRoutes, routeKey, routesOf, type Route } from './routes.ts';
export { summary, type Summary } from './summary.ts';
export {
    BLOCK_REASONS,
    fileOf,
    isVoice,
    rowOf,
    sharedTarget,
    type BlockReason,
    type KindOf,
    type Plan,
    type PlannedField,
    type PlannedUser,
    type PlanRequest,
    type Verdict
} from './plan.ts';
