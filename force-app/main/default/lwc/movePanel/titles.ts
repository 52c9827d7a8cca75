import { counted, fill, LABELS } from 'c/labels';
import { summary, type Plan } from 'c/movePlan';
import { countOutcomes, type Progress, type RunReport } from 'c/moveRun';
import type { Viewpoint } from 'c/pageState';
import type { PanelState } from 'c/panelState';
import type { Selection } from 'c/userSelection';
import { isRemoval, listText, outcomeCount, reportTitle } from 'c/wording';

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
            return runningTitle(state.plan, viewpoint);
        case 'report':
            return reportTitle(state.report, viewpoint.nameOf);
    }
}

function planTitle(plan: Plan, { nameOf }: Named): string {
    const { move } = summary(plan);
    // Without anyone to move, the title is about the selected users.
    const users = move ? plan.users.filter((user) => user.verdict === 'move') : plan.users;
    const count = users.length;
    const [first] = users;
    const isOne = count === 1;
    if (plan.undoOf !== null) return isOne ? fill(LABELS.undoTitleOne, first.name) : fill(LABELS.undoTitle, count);
    if (isRemoval(plan, plan.users)) {
        if (!isOne) return fill(LABELS.removeTitle, count);
        return first.from === null
            ? fill(LABELS.removeTitleOneNone, first.name)
            : fill(LABELS.removeTitleOne, first.name, nameOf(first.from));
    }
    if (isOne) return fill(LABELS.moveTitleOne, first.name, nameOf(first.to));
    return plan.target === null
        ? counted(count, LABELS.moveCountOne, LABELS.moveCount)
        : fill(LABELS.moveTitle, count, nameOf(plan.target));
}

function matchingTitle({ count, matching }: Selection, { target, nameOf }: Named): string {
    return target === null || matching?.membership === 'here'
        ? fill(LABELS.removeTitle, count)
        : fill(LABELS.moveTitle, count, nameOf(target));
}

/** Counts those who move, as the button did that started the move. */
function runningTitle(plan: Plan, { nameOf }: Named): string {
    const count = summary(plan).move || plan.users.length;
    if (plan.undoOf !== null) return counted(count, LABELS.movingTitleMixedOne, LABELS.movingTitleMixed);
    if (isRemoval(plan, plan.users)) return counted(count, LABELS.removingTitleOne, LABELS.removingTitle);
    return plan.target === null
        ? counted(count, LABELS.movingTitleSeveralOne, LABELS.movingTitleSeveral)
        : counted(count, LABELS.movingTitleOne, LABELS.movingTitle, nameOf(plan.target));
}

export function subtitleOf(state: PanelState, viewpoint: Named): string {
    switch (state.stage) {
        case 'reading':
            return fill(LABELS.readingUsers, state.usersRead, state.selection.count);
        case 'selection':
            return state.plan ? planSubtitle(state.plan, viewpoint) : '';
        case 'review':
            return counted(state.asked.users.length, LABELS.reviewUsersOne, LABELS.reviewUsers);
        case 'report':
            return state.isOpen ? '' : alreadyThereText(state.report);
        case 'none':
        case 'running':
            return '';
    }
}

/** The title counts those who moved. A line shows only clean results, so the others were there already. */
function alreadyThereText(report: RunReport): string {
    const count = countOutcomes(report.settled)['already there'];
    return count ? outcomeCount('already there', count, isRemoval(report, report.settled)) : '';
}

function planSubtitle(plan: Plan, { nameOf }: Named): string {
    const { move, alreadyThere, kept, blocked, from } = summary(plan);
    if (!move) return LABELS.nothingToMove;
    const cannotMove = [...blocked.values()].reduce((sum, count) => sum + count, 0);
    return listText([
        ...from.map(({ callCenterId, users }) =>
            callCenterId === null ? fill(LABELS.newcomers, users) : fill(LABELS.fromCenter, users, nameOf(callCenterId))
        ),
        ...(alreadyThere
            ? [fill(isRemoval(plan, plan.users) ? LABELS.alreadyRemoved : LABELS.countAlreadyThere, alreadyThere)]
            : []),
        ...(kept ? [fill(LABELS.keptCount, kept)] : []),
        ...(cannotMove ? [fill(LABELS.blockedCount, cannotMove)] : [])
    ]);
}

/** What users need to do after a move: before it in a review, and in the line that says it's done. */
export function hintOf(state: PanelState, mayEdit = true): string {
    switch (state.stage) {
        case 'review':
            return mayEdit && summary(state.plan).move > 0 ? LABELS.signInAgain : '';
        case 'report':
            return !state.isOpen && countOutcomes(state.report.settled).moved > 0 ? LABELS.signInAgain : '';
        case 'none':
        case 'selection':
        case 'reading':
        case 'running':
            return '';
    }
}

/** How much longer a move takes, in seconds, or in minutes from 90 seconds on. */
export function timeLeftOf(progress: Progress | null): string {
    if (!progress || progress.state !== 'running' || progress.etaMs === null || progress.toGo === 0) return '';
    const seconds = Math.max(1, Math.round(progress.etaMs / 1000));
    return seconds < 90
        ? counted(seconds, LABELS.secondsLeftOne, LABELS.secondsLeft)
        : fill(LABELS.minutesLeft, Math.round(seconds / 60));
}
