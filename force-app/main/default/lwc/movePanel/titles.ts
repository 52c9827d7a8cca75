import { counted, fill, LABELS } from 'c/labels';
import { summary, type Plan } from 'c/movePlan';
import type { Progress } from 'c/moveRun';
import type { Viewpoint } from 'c/pageState';
import type { PanelState } from 'c/panelState';
import type { Selection } from 'c/userSelection';
import { reportTitle } from 'c/wording';

type Named = Pick<Viewpoint, 'nameOf' | 'target'>;

export function titleOf(state: PanelState, viewpoint: Named): string {
    switch (state.stage) {
        case 'none':
            return '';
        case 'selection':
            return state.plan ? planTitle(state.plan, viewpoint) : matchingTitle(state.selection, viewpoint);
        case 'reading':
            return matchingTitle(state.selection, viewpoint);
        case 'review':
            return fill(LABELS.reviewTitle, planTitle(state.plan, viewpoint));
        case 'running':
            return runningTitle(state.plan, state.progress, viewpoint);
        case 'report':
            return reportTitle(state.report, viewpoint.nameOf);
    }
}

function planTitle(plan: Plan, { nameOf }: Named): string {
    const { move } = summary(plan);
    // Without anyone to move, the title is about the selected users.
    const users = move ? plan.users.filter((user) => user.verdict === 'move') : plan.users;
    const first = users[0];
    const one = users.length === 1;
    if (plan.undoOf !== null) {
        return one ? fill(LABELS.undoTitleOne, first.name) : fill(LABELS.undoTitle, users.length);
    }
    if (plan.target === null) {
        return one
            ? fill(LABELS.removeTitleOne, first.name, nameOf(first.from))
            : fill(LABELS.removeTitle, users.length);
    }
    return one
        ? fill(LABELS.moveTitleOne, first.name, nameOf(plan.target))
        : fill(LABELS.moveTitle, users.length, nameOf(plan.target));
}

function matchingTitle({ count, matching }: Selection, { target, nameOf }: Named): string {
    return target === null || matching?.membership === 'here'
        ? fill(LABELS.removeTitle, count)
        : fill(LABELS.moveTitle, count, nameOf(target));
}

function runningTitle(plan: Plan, progress: Progress | null, { nameOf }: Named): string {
    const count = progress?.total ?? plan.users.length;
    if (plan.undoOf !== null) return fill(LABELS.movingTitleMixed, count);
    return plan.target === null
        ? fill(LABELS.removingTitle, count)
        : fill(LABELS.movingTitle, count, nameOf(plan.target));
}

export function subtitleOf(state: PanelState, viewpoint: Named): string {
    switch (state.stage) {
        case 'reading':
            return fill(LABELS.readingUsers, state.usersRead, state.selection.count);
        case 'selection':
        case 'review':
            return state.plan ? planSubtitle(state.plan, viewpoint) : '';
        case 'none':
        case 'running':
        case 'report':
            return '';
    }
}

function planSubtitle(plan: Plan, { nameOf }: Named): string {
    const { move, alreadyThere, kept, blocked, from } = summary(plan);
    if (!move) return LABELS.nothingToMove;
    const counts = [
        ...from.map(({ callCenterId, users }) =>
            callCenterId === null ? fill(LABELS.newUsers, users) : fill(LABELS.fromCenter, users, nameOf(callCenterId))
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

/** How long the run still needs, in seconds or, from 90 on, in minutes. */
export function timeLeftOf(progress: Progress | null): string {
    if (!progress || progress.state !== 'running' || progress.etaMs === null || progress.toGo === 0) return '';
    const seconds = Math.max(1, Math.round(progress.etaMs / 1000));
    return seconds < 90
        ? counted(seconds, LABELS.secondsLeftOne, LABELS.secondsLeft)
        : fill(LABELS.minutesLeft, Math.round(seconds / 60));
}
