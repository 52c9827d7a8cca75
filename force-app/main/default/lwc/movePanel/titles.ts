import { counted, fill, LABELS } from 'c/labels';
import { summary, type Plan } from 'c/movePlan';
import type { Progress } from 'c/moveRun';
import { reportTitle } from 'c/wording';
import type { View } from './actions.ts';

export function titleOf(view: View): string {
    switch (view.stage) {
        case 'none':
            return '';
        case 'selection':
        case 'reading':
            return view.plan ? planTitle(view.plan, view) : matchingTitle(view);
        case 'review':
            return view.plan ? fill(LABELS.reviewTitle, planTitle(view.plan, view)) : '';
        case 'running':
            return view.plan ? runningTitle(view.plan, view) : '';
        case 'report':
            return view.report ? reportTitle(view.report, view.seen.nameOf) : '';
    }
}

function planTitle(plan: Plan, { seen }: View): string {
    const { move } = summary(plan);
    // Where nobody would move, the title speaks of those who were picked.
    const users = move ? plan.users.filter((user) => user.verdict === 'move') : plan.users;
    const first = users[0];
    const one = users.length === 1;
    if (plan.undoOf !== null) {
        return one ? fill(LABELS.undoTitleOne, first.name) : fill(LABELS.undoTitle, users.length);
    }
    if (plan.target === null) {
        return one
            ? fill(LABELS.removeTitleOne, first.name, seen.nameOf(first.from))
            : fill(LABELS.removeTitle, users.length);
    }
    return one
        ? fill(LABELS.moveTitleOne, first.name, seen.nameOf(plan.target))
        : fill(LABELS.moveTitle, users.length, seen.nameOf(plan.target));
}

function matchingTitle({ selection, seen }: View): string {
    const count = selection?.count ?? 0;
    return seen.target === null || selection?.matching?.membership === 'here'
        ? fill(LABELS.removeTitle, count)
        : fill(LABELS.moveTitle, count, seen.nameOf(seen.target));
}

function runningTitle(plan: Plan, { seen, progress }: View): string {
    const count = progress?.total ?? plan.users.length;
    if (plan.undoOf !== null) return fill(LABELS.movingTitleMixed, count);
    return plan.target === null
        ? fill(LABELS.removingTitle, count)
        : fill(LABELS.movingTitle, count, seen.nameOf(plan.target));
}

export function subtitleOf(view: View): string {
    const { stage, plan, selection, readSoFar } = view;
    if (stage === 'reading') return fill(LABELS.readingUsers, readSoFar, selection?.count ?? 0);
    if (stage !== 'selection' && stage !== 'review') return '';
    return plan ? planSubtitle(plan, view) : '';
}

function planSubtitle(plan: Plan, { seen }: View): string {
    const { move, alreadyThere, kept, blocked, from } = summary(plan);
    if (!move) return LABELS.nothingToMove;
    const counts = [
        ...from.map(({ callCenterId, users }) =>
            callCenterId === null
                ? fill(LABELS.newUsers, users)
                : fill(LABELS.fromCenter, users, seen.nameOf(callCenterId))
        ),
        alreadyThere ? fill(LABELS.alreadyThere, alreadyThere) : null,
        kept ? fill(LABELS.keptCount, kept) : null,
        blocked.size
            ? fill(
                  LABELS.blockedCount,
                  [...blocked.values()].reduce((sum, count) => sum + count, 0)
              )
            : null
    ];
    return `${counts.filter(Boolean).join(', ')}. ${LABELS.signInAgain}`;
}

/** Seconds until the run ends, said in minutes when there are many. */
export function timeLeftOf(progress: Progress | null): string {
    if (!progress || progress.state !== 'running' || progress.etaMs === null || progress.toGo === 0) return '';
    const seconds = Math.max(1, Math.round(progress.etaMs / 1000));
    return seconds < 90
        ? counted(seconds, LABELS.secondsLeftOne, LABELS.secondsLeft)
        : fill(LABELS.minutesLeft, Math.round(seconds / 60));
}
