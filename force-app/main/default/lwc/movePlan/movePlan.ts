/** Who moves, who must not, and why. A plan is plain data: building one changes nothing. */
export { destination, isVoiceReason, needsReview } from './oneClick.ts';
export { planMoves, planWishes, type Movable, type Wish } from './planMoves.ts';
export { planUndo, type RecordedMove, type RecordedRun } from './planUndo.ts';
export { summary, type Summary } from './summary.ts';
export {
    BLOCK_REASONS,
    type Ask,
    type BlockReason,
    type KindOf,
    type Plan,
    type PlannedUser,
    type Verdict
} from './plan.ts';
