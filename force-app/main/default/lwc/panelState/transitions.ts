import { answered, NO_ANSWERS, planSelection, type Answers, type Plan } from 'c/movePlan';
import type { Progress, RunReport, Settled } from 'c/moveRun';
import type { Id, User } from 'c/orgPort';
import type { Overlap } from 'c/runRecord';
import type { Selection } from 'c/userSelection';
import type { Aim, Failure, PanelState, ReportState, RequestStep, ReviewState } from './state.ts';

/** The table's selection changed. A run and its report stay until the admin is done with them. */
export function select(state: PanelState, selection: Selection | null, aim: Aim): PanelState {
    if (state.stage === 'running') return { ...state, selection };
    if (state.stage === 'report' && !selection?.count) return state;
    return opened(state, selection, aim);
}

function opened(state: PanelState, selection: Selection | null, aim: Aim): PanelState {
    const question = state.question + 1;
    if (!selection?.count) return { question, stage: 'none' };
    const plan = selection.matching ? null : planSelection(selection.users, aim.target, aim.kindOf);
    return { question, stage: 'selection', selection, plan };
}

/** Opens the review of a plan that was made elsewhere: of one row, or of the undo of an earlier run. */
export function review(state: PanelState, plan: Plan, users: User[]): PanelState {
    if (state.stage === 'running') return state;
    return { question: state.question + 1, ...reviewOf(plan, users) };
}

/** Opens the review of the selection, or starts to read all that match. */
export function reviewSelection(state: PanelState): PanelState {
    if (state.stage !== 'selection' && state.stage !== 'reading') return state;
    const question = state.question + 1;
    const { selection } = state;
    if (state.stage === 'selection' && state.plan) return { question, ...reviewOf(state.plan, selection.users) };
    if (!selection.matching) return state;
    return { question, stage: 'reading', selection, matching: selection.matching, usersRead: 0, failure: null };
}

export function readSoFar(state: PanelState, question: number, usersRead: number): PanelState {
    return state.stage === 'reading' && state.question === question ? { ...state, usersRead } : state;
}

export function allRead(state: PanelState, question: number, users: User[], { target, kindOf }: Aim): PanelState {
    if (state.stage !== 'reading' || state.question !== question) return state;
    return { question: question + 1, ...reviewOf(planSelection(users, target, kindOf), users) };
}

export function failed(state: PanelState, question: number, failure: Failure | null): PanelState {
    if (state.question !== question) return state;
    return state.stage === 'reading' || state.stage === 'report' ? { ...state, failure } : state;
}

export function answer(state: PanelState, answers: Answers, { kindOf }: Aim): PanelState {
    return state.stage === 'review' ? { ...state, answers, plan: answered(state.asked, answers, kindOf) } : state;
}

/** A retry or an undo of the report was planned. What its run was allowed isn't asked again. */
export function replanned(state: PanelState, question: number, plan: Plan, aim: Aim): PanelState {
    if (state.stage !== 'report' || state.question !== question) return state;
    const review_ = { question: question + 1, ...reviewOf(plan, []), earlier: state.report };
    return answer(review_, { ...NO_ANSWERS, notVoice: centersOf(state.report) }, aim);
}

/** The call centers between which a run was to move users. Whoever reviewed it said that none of them is Voice. */
function centersOf({ settled }: RunReport): Id[] {
    return [...new Set(settled.filter(wasToMove).flatMap(({ from, to }) => [from, to]))].filter((id) => id !== null);
}

/** Whether it's certain that the plan of a run was to move the user: others can be `kept`, or there already. */
function wasToMove({ outcome, reason }: Settled): boolean {
    switch (outcome) {
        case 'moved':
        case 'refused':
        case 'uncertain':
            return true;
        case 'not attempted':
            return reason === null;
        case 'already there':
        case 'changed meanwhile':
            return false;
    }
}

/** Whether a plan made from a report runs without another review. Several users whom someone else moved don't. */
export function runsAtOnce({ plan, earlier }: ReviewState): boolean {
    const changed = earlier?.settled.filter((settled) => settled.outcome === 'changed meanwhile') ?? [];
    const named = new Set(changed.map((settled) => settled.userId));
    if (plan.users.filter((user) => named.has(user.userId)).length > 1) return false;
    return plan.users.every((user) => user.verdict === 'move');
}

export function start(state: PanelState, plan: Plan): PanelState {
    if (state.stage === 'running') return state;
    const from = reviewBefore(state);
    return {
        question: state.question + 1,
        stage: 'running',
        plan,
        progress: null,
        isRecorded: null,
        review: from,
        selection: 'selection' in state ? state.selection : null,
        earlier: from?.earlier ?? null
    };
}

export function progressed(state: PanelState, progress: Progress): PanelState {
    return state.stage === 'running' ? { ...state, progress } : state;
}

/** The org keeps the run, or can't. */
export function recorded(state: PanelState, isRecorded: boolean): PanelState {
    return state.stage === 'running' ? { ...state, isRecorded } : state;
}

/** A run ended, or was opened from the history. */
export function openReport(state: PanelState, report: RunReport): PanelState {
    const earlier = state.stage === 'running' ? state.earlier : null;
    const isOpen = earlier !== null || state.stage !== 'running' || !isClean(report);
    return { question: state.question + 1, ...reportOf(report), isOpen, earlier };
}

/** Shows the results in full. */
export function showResults(state: PanelState): PanelState {
    return state.stage === 'report' ? { ...state, isOpen: true } : state;
}

/** Whether there's nothing to look at: everyone is where the run was to move them. */
function isClean({ settled, stoppedBecause }: RunReport): boolean {
    return (
        stoppedBecause === null && settled.every(({ outcome }) => outcome === 'moved' || outcome === 'already there')
    );
}

/** Nothing ran, because another tab runs something: back to the review, which then says so. */
export function blockedByTab(state: PanelState, aim: Aim): PanelState {
    if (state.stage !== 'running') return state;
    if (!state.review) return opened(state, state.selection, aim);
    return { question: state.question + 1, ...state.review, isBlockedByTab: true };
}

/** Nothing ran, because others are about to move some of the users: back to the review, which then asks. */
export function overlapping(state: PanelState, overlaps: Overlap[]): PanelState {
    if (state.stage !== 'running') return state;
    const question = state.question + 1;
    return { question, ...(state.review ?? reviewOf(state.plan, [])), overlaps };
}

/** Nothing ran, because the request that the plan was made from couldn't be claimed: back to the review, which says why. */
export function notClaimed(state: PanelState, request: RequestStep): PanelState {
    if (state.stage !== 'running') return state;
    return { question: state.question + 1, ...(state.review ?? reviewOf(state.plan, [])), request };
}

/** The request for the plan is being sent, or couldn't be. */
export function requesting(state: PanelState, question: number, request: RequestStep): PanelState {
    return state.stage === 'review' && state.question === question ? { ...state, request } : state;
}

export function undoCounted(state: PanelState, question: number, undoable: number): PanelState {
    return state.stage === 'report' && state.question === question ? { ...state, undoable, failure: null } : state;
}

/** Uncertain users of the report were read again. */
export function checked(state: PanelState, question: number, report: RunReport): PanelState {
    return state.stage === 'report' && state.question === question ? { ...state, report, failure: null } : state;
}

/** To the report that this one, or this review, started from; closes the panel when there is none. */
export function back(state: PanelState): PanelState {
    const earlier = state.stage === 'report' || state.stage === 'review' ? state.earlier : null;
    const question = state.question + 1;
    return earlier ? { question, ...reportOf(earlier) } : { question, stage: 'none' };
}

export function close(state: PanelState): PanelState {
    return { question: state.question + 1, stage: 'none' };
}

function reviewBefore(state: PanelState): ReviewState | null {
    switch (state.stage) {
        case 'review': {
            const { question: _, ...before } = state;
            return { ...before, isBlockedByTab: false, request: { step: 'none' } };
        }
        case 'selection':
            return state.plan && reviewOf(state.plan, state.selection.users);
        case 'none':
        case 'reading':
        case 'running':
        case 'report':
            return null;
    }
}

function reviewOf(plan: Plan, users: User[]): ReviewState {
    const asked = { asked: plan, answers: NO_ANSWERS, plan };
    return {
        stage: 'review',
        ...asked,
        users,
        isBlockedByTab: false,
        overlaps: null,
        request: { step: 'none' },
        earlier: null
    };
}

function reportOf(report: RunReport): ReportState {
    return { stage: 'report', report, isOpen: true, undoable: 0, failure: null, earlier: null };
}
