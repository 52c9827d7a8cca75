import { counted, fill, LABELS } from 'c/labels';
import { summary, type Plan } from 'c/movePlan';
import { countOutcomes, type Progress, type RunReport } from 'c/moveRun';
import type { Seen, Selection } from 'c/userFinder';

export type Stage = 'none' | 'selection' | 'reading' | 'review' | 'running' | 'report';

export type ActionName =
    'clear' | 'cancel' | 'review' | 'move' | 'pause' | 'continue' | 'stop' | 'csv' | 'retry' | 'undo' | 'done';

/** A button of the panel. One of them at most is the brand button. */
export interface Action {
    name: ActionName;
    label: string;
    variant: 'neutral' | 'brand';
    disabled: boolean;
}

/** All that the panel's words and buttons depend on. */
export interface View {
    stage: Stage;
    plan: Plan | null;
    report: RunReport | null;
    progress: Progress | null;
    selection: Selection | null;
    seen: Seen;
    readSoFar: number;
}

export function actionsFor(view: View, isSure: boolean): Action[] {
    switch (view.stage) {
        case 'none':
            return [];
        case 'selection':
            return selectionActions(view.plan);
        case 'reading':
            return [action('cancel', LABELS.cancel)];
        case 'review':
            return [action('cancel', LABELS.cancel), ...moveAction(view.plan, isSure)];
        case 'running':
            return runActions(view.progress);
        case 'report':
            return reportActions(view.report);
    }
}

/** What is plain may be moved at once; what needs a look is reviewed first. */
function selectionActions(plan: Plan | null): Action[] {
    const isPlain = plan && plan.asks.length === 0 && plan.users.every((user) => user.verdict !== 'blocked');
    return isPlain
        ? [action('clear', LABELS.clear), action('review', LABELS.review), ...moveAction(plan, true)]
        : [action('clear', LABELS.clear), action('review', LABELS.review, 'brand')];
}

function moveAction(plan: Plan | null, isSure: boolean): Action[] {
    const move = plan ? summary(plan).move : 0;
    if (!plan || !move) return [];
    const label =
        plan.target === null && plan.undoOf === null
            ? counted(move, LABELS.removeCountOne, LABELS.removeCount)
            : counted(move, LABELS.moveCountOne, LABELS.moveCount);
    return [{ ...action('move', label, 'brand'), disabled: plan.asks.length > 0 && !isSure }];
}

function runActions(progress: Progress | null): Action[] {
    switch (progress?.state) {
        case 'paused':
            return [action('continue', LABELS.continue, 'brand'), action('stop', LABELS.stop)];
        case 'stopping':
        case 'ended':
            return [];
        default:
            return [action('pause', LABELS.pause), action('stop', LABELS.stop)];
    }
}

function reportActions(report: RunReport | null): Action[] {
    if (!report) return [];
    const counts = countOutcomes(report.settled);
    return [
        action('csv', LABELS.downloadCsv),
        ...(counts.refused ? [action('retry', fill(LABELS.retry, counts.refused))] : []),
        ...(counts.moved ? [action('undo', fill(LABELS.undoCount, counts.moved))] : []),
        action('done', LABELS.done, 'brand')
    ];
}

function action(name: ActionName, label: string, variant: Action['variant'] = 'neutral'): Action {
    return { name, label, variant, disabled: false };
}
