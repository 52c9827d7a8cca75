import { counted, fill, LABELS } from 'c/labels';
import { summary, type Plan } from 'c/movePlan';
import type { Progress, RunReport } from 'c/moveRun';
import type { Seen, Selection } from 'c/userFinder';
import { toTryAgain } from './plans.ts';

export type Stage = 'none' | 'selection' | 'reading' | 'review' | 'running' | 'report';

export type ActionName =
    | 'clear'
    | 'cancel'
    | 'review'
    | 'move'
    | 'pause'
    | 'continue'
    | 'stop'
    | 'csv'
    | 'retry'
    | 'rest'
    | 'undo'
    | 'earlier'
    | 'done';

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
    /** How many users an undo of the report would move, by the plan that does it; 0 until that is known. */
    undoable: number;
    /** There is an earlier report to go back to. */
    hasEarlier: boolean;
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
            return reportActions(view);
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

function reportActions({ report, undoable, hasEarlier, seen }: View): Action[] {
    if (!report) return [];
    const refused = toTryAgain(report, 'refused').length;
    const rest = toTryAgain(report, 'rest').length;
    return [
        ...(hasEarlier ? [action('earlier', LABELS.backToReport)] : []),
        action('csv', LABELS.downloadCsv),
        ...(refused && seen.mayEdit ? [action('retry', fill(LABELS.retry, refused))] : []),
        ...(rest && seen.mayEdit ? [action('rest', fill(LABELS.moveRest, rest))] : []),
        ...(undoable ? [action('undo', fill(LABELS.undoCount, undoable))] : []),
        action('done', LABELS.done, 'brand')
    ];
}

function action(name: ActionName, label: string, variant: Action['variant'] = 'neutral'): Action {
    return { name, label, variant, disabled: false };
}
