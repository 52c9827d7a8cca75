/** Who moves, who can't, and why. A plan is plain data: building one changes nothing. */
export { isPlain, isVoiceReason, needsReview, planRow, planSelection } from './choosePlan.ts';
export { planMoves, planTargets, type Movable, type UserTarget } from './planMoves.ts';
export { mayHaveMoved, planUndo, type RecordedMove, type RecordedRun } from './planUndo.ts';
export { summary, type Summary } from './summary.ts';
export {
    BLOCK_REASONS,
    type Ask,
    type BlockReason,
    type KindOf,
    type Plan,
    type PlannedField,
    type PlannedUser,
    type Verdict
} from './plan.ts';
