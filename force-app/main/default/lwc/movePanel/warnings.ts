import { fill, LABELS } from 'c/labels';
import type { PlanRequest } from 'c/movePlan';
import type { Id } from 'c/orgPort';
import type { PanelState, ReviewState } from 'c/panelState';
import type { Overlap } from 'c/runRecord';
import { faultText } from 'c/wording';
import { isLasting } from './actions.ts';

export interface Warning {
    text: string;
    /** An alert is read out at once. */
    role: 'alert' | 'note';
}

/** @param kept whether this browser keeps the run, and who works with the page */
export function warningsOf(state: PanelState, kept: { isJournaled: boolean; userId: Id }): Warning[] {
    switch (state.stage) {
        case 'review': {
            const overlaps = (state.overlaps ?? []).map((overlap) => overlapText(overlap, kept.userId));
            const texts = state.isBlockedByTab ? [LABELS.onElsewhere, ...overlaps] : overlaps;
            const alerts = [...texts, ...requestProblems(state)].map((text): Warning => ({ text, role: 'alert' }));
            const { request } = state.plan;
            return request ? [{ text: askedText(request), role: 'note' }, ...alerts] : alerts;
        }
        case 'running': {
            // The org's record can be resumed by anyone, so it doesn't matter then what the browser keeps.
            if (state.isRecorded !== false) return [];
            return [{ text: kept.isJournaled ? LABELS.onlyThisBrowser : LABELS.notResumable, role: 'note' }];
        }
        case 'none':
        case 'selection':
        case 'reading':
        case 'report':
            return [];
    }
}

/** Why a request wasn't sent, or why its plan didn't run. */
function requestProblems({ plan, request }: ReviewState): string[] {
    switch (request.step) {
        case 'none':
        case 'sending':
            return [];
        case 'taken':
            return [LABELS.requestTaken];
        case 'too large':
            return [LABELS.requestTooLarge, LABELS.requestByFile];
        case 'not saved': {
            const why = faultText(request.thrown);
            if (plan.request) return [fill(LABELS.requestUnclaimed, why)];
            return [fill(LABELS.requestNotSent, why), ...(isLasting(request.thrown) ? [LABELS.requestByFile] : [])];
        }
    }
}

function askedText({ name, by, reason }: PlanRequest): string {
    const who = by ?? LABELS.someone;
    return reason ? fill(LABELS.requestAsked, name, who, reason) : fill(LABELS.requestAskedOnly, name, who);
}

function overlapText({ run, users }: Overlap, userId: Id): string {
    const { heldBy } = run.live ?? {};
    if (heldBy?.id === userId) return fill(users === 1 ? LABELS.overlapYoursOne : LABELS.overlapYours, users);
    const name = heldBy?.name ?? run.by ?? LABELS.someone;
    return fill(users === 1 ? LABELS.overlapOne : LABELS.overlap, name, users);
}
