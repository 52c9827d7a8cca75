import { fill, LABELS } from 'c/labels';
import type { MoveRequest } from 'c/moveRequests';
import type { Id } from 'c/orgPort';
import { momentText, personName, requestStatus, requestTitle, type NameOf } from 'c/wording';

export type LineAction = 'review' | 'decline' | 'withdraw' | 'reopen';

/** A request as its list shows it. */
export interface RequestLine {
    recordId: Id;
    title: string;
    /** The number of the request, who asks, and when. */
    facts: string[];
    reason: string;
    status: string;
    statusStyle: string;
    /** More about the status: an answer, or what is wrong. */
    note: string;
    buttons: { action: LineAction; label: string; accessibleName: string; look: string }[];
}

/** Who looks at the list. */
export interface Reader {
    /** May run and decline requests. */
    mayAnswer: boolean;
    userId: Id;
    nameOf: NameOf;
    /** Milliseconds since the epoch. */
    now: number;
}

export function lineOf(request: MoveRequest, reader: Reader): RequestLine {
    const { recordId, name, by, createdAt, state, reason } = request;
    const who = reader.mayAnswer ? [personName(by)] : [];
    const when = Number.isNaN(createdAt) ? [] : [momentText(createdAt, reader.now)];
    return {
        recordId,
        title: state.status === 'damaged' ? name : requestTitle(request, reader.nameOf),
        facts: [...(state.status === 'damaged' ? [] : [name]), ...who, ...when],
        reason: reason && fill(LABELS.requestQuote, reason),
        status: requestStatus(request),
        statusStyle: `slds-badge status ${state.status}`,
        note: noteOf(request),
        buttons: actionsFor(request, reader).map((action) => buttonOf(action, name))
    };
}

function noteOf({ state }: MoveRequest): string {
    if (state.status === 'damaged') return LABELS.requestDamaged;
    return state.status === 'declined' && state.answer ? fill(LABELS.requestQuote, state.answer) : '';
}

function actionsFor({ state, by }: MoveRequest, { mayAnswer, userId }: Reader): LineAction[] {
    const withdraw: LineAction[] = by.id === userId ? ['withdraw'] : [];
    switch (state.status) {
        case 'requested':
            return mayAnswer ? [...withdraw, 'decline', 'review'] : withdraw;
        case 'damaged':
            return mayAnswer ? ['decline'] : withdraw;
        case 'running':
            // A run that the org keeps is continued or left above, and then the request is settled from it.
            return mayAnswer && state.run === 'unknown' ? ['reopen'] : [];
        case 'done':
        case 'declined':
        case 'withdrawn':
            return [];
    }
}

function buttonOf(action: LineAction, name: string): RequestLine['buttons'][number] {
    const label = labelOf(action);
    const accessibleName = fill(LABELS.aboutGroup, label, name);
    const look = `slds-button slds-button_${action === 'review' ? 'brand' : 'neutral'}`;
    return { action, label, accessibleName, look };
}

function labelOf(action: LineAction): string {
    switch (action) {
        case 'review':
            return LABELS.review;
        case 'decline':
            return LABELS.requestDecline;
        case 'withdraw':
            return LABELS.requestWithdraw;
        case 'reopen':
            return LABELS.requestReopen;
    }
}
