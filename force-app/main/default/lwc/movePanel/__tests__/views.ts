/** States of the panel for its tests. */
import { NO_ANSWERS, planMoves, type Plan } from 'c/movePlan';
import type { Outcome, Progress, RunReport } from 'c/moveRun';
import type { Viewpoint } from 'c/pageState';
import type { PanelState } from 'c/panelState';
import { EVERYONE } from 'c/userSearch';
import type { Selection } from 'c/userSelection';
import { KINDS, WORK, type ADA } from '#tests/support/people.ts';
import { viewFrom } from '#tests/support/viewpoint.ts';

export const planTo = (target: string | null, ...users: (typeof ADA)[]) =>
    planMoves(users, target, (id) => KINDS.get(id) ?? null);

/** A state of the panel with a call center selected. */
export interface View {
    state: PanelState;
    seen: Viewpoint;
}

interface Parts {
    plan: Plan | null;
    report: RunReport | null;
    progress: Progress | null;
    selection: Selection | null;
    usersRead: number;
    undoable: number;
    earlier: RunReport | null;
    seen: Viewpoint;
}

const NO_ONE: Selection = { count: 0, users: [], matching: null };

export function view(stage: PanelState['stage'], more: Partial<Parts> = {}): View {
    const { seen = viewFrom(WORK), plan = null, selection = NO_ONE, earlier = null } = more;
    const states: { [Stage in PanelState['stage']]: () => PanelState } = {
        none: () => ({ question: 0, stage: 'none' }),
        selection: () => ({ question: 0, stage: 'selection', selection: selection!, plan }),
        reading: () => ({
            question: 0,
            stage: 'reading',
            selection: selection!,
            matching: selection!.matching!,
            usersRead: more.usersRead ?? 0,
            failure: null
        }),
        review: () => ({
            question: 0,
            stage: 'review',
            asked: plan!,
            answers: NO_ANSWERS,
            plan: plan!,
            users: [],
            isBlockedByTab: false,
            overlaps: null,
            request: { step: 'none' },
            earlier
        }),
        running: () => ({
            question: 0,
            stage: 'running',
            plan: plan!,
            progress: more.progress ?? null,
            isRecorded: null,
            review: null,
            selection: null,
            earlier
        }),
        report: () => ({
            question: 0,
            stage: 'report',
            report: more.report!,
            isOpen: true,
            undoable: more.undoable ?? 0,
            failure: null,
            earlier
        })
    };
    return { state: states[stage](), seen };
}

export function progress(change: Partial<Progress>): Progress {
    const counts = {
        moved: 0,
        'already there': 0,
        'changed meanwhile': 0,
        refused: 0,
        'not attempted': 0,
        uncertain: 0
    };
    return {
        runId: 'run',
        state: 'running',
        total: 380,
        counts,
        toGo: 380,
        unconfirmed: 0,
        pausedBecause: null,
        words: null,
        startedAt: 0,
        etaMs: null,
        ...change
    };
}

export function report(target: string | null, outcomes: Outcome[], undoOf: string | null = null): RunReport {
    return {
        runId: 'run',
        field: 'CallCenterId',
        target,
        startedAt: 0,
        endedAt: 0,
        by: '',
        settled: outcomes.map((outcome, index) => ({
            userId: `005${index}`,
            name: '',
            from: null,
            to: target,
            outcome,
            words: null,
            code: null,
            reason: null
        })),
        stoppedBecause: null,
        words: null,
        undoOf
    };
}

export const matching = { count: 4312, users: [], matching: EVERYONE };
