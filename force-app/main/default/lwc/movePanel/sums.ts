import { counted, fill, LABELS } from 'c/labels';
import { summary } from 'c/movePlan';
import type { ReviewState } from 'c/panelState';
import { isRemoval } from 'c/wording';

/** What a reviewed plan will do with how many users: the moves, and then the rest in one line. */
export function sumsOf(
    { plan, asked }: Pick<ReviewState, 'plan' | 'asked'>,
    mayEdit = true
): { strong: string; others: string } {
    const { move, wait } = summary(plan);
    const stay = asked.users.length - move - wait;
    const rest = [
        ...(wait ? [counted(wait, LABELS.sumWaitOne, LABELS.sumWait)] : []),
        ...(stay ? [counted(stay, LABELS.sumStayOne, LABELS.sumStay)] : []),
        ...(move && mayEdit ? [LABELS.sumUndo] : [])
    ];
    const others = move || wait ? rest.join(' · ') : '';
    if (!move) return { strong: LABELS.nothingToMove, others };
    return { strong: fill(isRemoval(plan, plan.users) ? LABELS.sumRemove : LABELS.sumMove, move), others };
}
