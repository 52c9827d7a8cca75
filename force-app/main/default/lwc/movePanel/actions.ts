import { counted, fill, LABELS } from 'c/labels';
import { isPlain, mayHaveMoved, summary, type Plan } from 'c/movePlan';
import { countOutcomes, usersToRetry, type Progress } from 'c/moveRun';
import { isTemporary, OrgFault } from 'c/orgPort';
import type { Viewpoint } from 'c/pageState';
import type { PanelState, ReportState, ReviewState } from 'c/panelState';
import { isRemoval, undoText, type NameOf } from 'c/wording';

export type ActionName =
    | 'clear'
    | 'cancel'
    | 'review'
    | 'move'
    | 'send'
    | 'pause'
    | 'continue'
    | 'stop'
    | 'csv'
    | 'retry'
    | 'rest'
    | 'check'
    | 'undo'
    | 'results'
    | 'done';

/** A button of the panel. At most one of them is the brand button. */
export interface Action {
    name: ActionName;
    label: string;
    variant: 'base' | 'neutral' | 'brand';
}

export function actionsFor(state: PanelState, { mayEdit, nameOf }: Pick<Viewpoint, 'mayEdit' | 'nameOf'>): Action[] {
    switch (state.stage) {
        case 'none':
            return [];
        case 'selection':
            return selectionActions(state.plan, mayEdit);
        case 'reading':
            return [action('cancel', LABELS.cancel)];
        case 'review':
            return reviewActions(state, mayEdit);
        case 'running':
            return runActions(state.progress);
        case 'report':
            return reportActions(state, mayEdit, nameOf);
    }
}

/** A plan in which no one is blocked or waits for an answer can run at once. Any other is reviewed first. */
function selectionActions(plan: Plan | null, mayEdit: boolean): Action[] {
    if (!mayEdit) return [action('clear', LABELS.clearSelection), action('review', requestLabel(plan), 'brand')];
    return plan && isPlain(plan)
        ? [action('clear', LABELS.clearSelection), action('review', LABELS.review), ...moveAction(plan)]
        : [action('clear', LABELS.clearSelection), action('review', LABELS.review, 'brand')];
}

/** A request is reviewed first, because that's where the reason is asked for. */
function requestLabel(plan: Plan | null): string {
    const move = plan ? summary(plan).move : 0;
    return move ? counted(move, LABELS.requestCountOne, LABELS.requestCount) : LABELS.review;
}

function reviewActions({ plan, request }: ReviewState, mayEdit: boolean): Action[] {
    const download = action('csv', LABELS.downloadCsv, 'base');
    const cancel = action('cancel', LABELS.cancel);
    // Only another reading of the request can tell what is left to move.
    if (mayEdit) return request.step === 'taken' ? [download, cancel] : [download, cancel, ...moveAction(plan)];
    if (!summary(plan).move) return [download, cancel];
    const send = action('send', LABELS.requestSend, 'brand');
    switch (request.step) {
        case 'none':
        case 'sending':
            return [download, cancel, send];
        case 'too large':
            return [cancel, action('csv', LABELS.requestDownload, 'brand')];
        case 'not saved':
            // What the org won't take later, either, is a file.
            return isLasting(request.thrown)
                ? [cancel, action('send', LABELS.requestSend), action('csv', LABELS.requestDownload, 'brand')]
                : [download, cancel, send];
        case 'taken':
            return [download, cancel];
    }
}

/** Whether the org would refuse a request again. */
export function isLasting(thrown: unknown): boolean {
    return !(thrown instanceof OrgFault && isTemporary(thrown));
}

function moveAction(plan: Plan): Action[] {
    const { move } = summary(plan);
    if (!move) return [];
    const label = isRemoval(plan, plan.users)
        ? counted(move, LABELS.removeCountOne, LABELS.removeCount)
        : counted(move, LABELS.moveCountOne, LABELS.moveCount);
    return [action('move', label, 'brand')];
}

function runActions(progress: Progress | null): Action[] {
    // The org is asked what others do, and keeps the run, before its first batch.
    if (progress === null) return [];
    switch (progress.state) {
        case 'paused':
            return [action('continue', LABELS.continue, 'brand'), action('stop', LABELS.stop)];
        case 'stopping':
            // Stopping once more skips the pause before users are read again.
            return progress.unconfirmed ? [action('stop', LABELS.finishNow)] : [];
        case 'ended':
            return [];
        default:
            return [action('pause', LABELS.pause), action('stop', LABELS.stop)];
    }
}

function reportActions(state: ReportState, mayEdit: boolean, nameOf: NameOf): Action[] {
    const { report, isOpen, undoable } = state;
    const before = report.settled.filter(mayHaveMoved).map((settled) => settled.from);
    const undo = undoable ? [action('undo', undoText(undoable, before, nameOf))] : [];
    if (!isOpen) return [action('results', LABELS.showResults), ...undo, action('done', LABELS.done, 'brand')];
    const refused = usersToRetry(report, 'refused').length;
    const rest = usersToRetry(report, 'rest').length;
    const { uncertain } = countOutcomes(report.settled);
    return [
        action('csv', LABELS.downloadCsv),
        ...(uncertain ? [action('check', fill(LABELS.checkAgain, uncertain))] : []),
        ...(refused && mayEdit ? [action('retry', fill(LABELS.retry, refused))] : []),
        ...(rest && mayEdit ? [action('rest', fill(LABELS.moveRest, rest))] : []),
        ...undo,
        action('done', LABELS.done, 'brand')
    ];
}

function action(name: ActionName, label: string, variant: Action['variant'] = 'neutral'): Action {
    return { name, label, variant };
}
