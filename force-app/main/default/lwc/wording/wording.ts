/** What the page says of faults, refusals, reasons and kinds: plain sentences, and what to do next. */
import { counted, fill, LABELS } from 'c/labels';
import type { BlockReason } from 'c/movePlan';
import type { Outcome, Settled } from 'c/moveRun';
import type { CallCenter } from 'c/callCenters';
import { momentText } from './days.ts';
export { capitalized, dayText, momentText } from './days.ts';
export { reportTitle } from './titles.ts';
import { OrgFault, type FaultKind, type Id, type Kind } from 'c/orgPort';

/** What went wrong with a request, in our sentence and the org's words. */
export function faultText(thrown: unknown): string {
    if (!(thrown instanceof OrgFault)) throw thrown;
    const sentence = faultSentence(thrown.kind);
    // Nobody said anything when no answer came.
    return thrown.words && thrown.kind !== 'offline' ? fill(LABELS.faultWords, sentence, thrown.words) : sentence;
}

function faultSentence(kind: FaultKind): string {
    switch (kind) {
        case 'offline':
            return LABELS.faultOffline;
        case 'busy':
            return LABELS.faultBusy;
        case 'expired':
            return LABELS.faultExpired;
        case 'forbidden':
            return LABELS.faultForbidden;
        case 'limit':
            return LABELS.faultLimit;
        case 'invalid':
            return LABELS.faultInvalid;
        case 'unreadable':
            return LABELS.faultUnreadable;
    }
}

export function kindText(kind: Kind): string {
    switch (kind) {
        case 'open-cti':
            return LABELS.kindOpenCti;
        case 'voice-amazon':
            return LABELS.kindVoiceAmazon;
        case 'voice-partner':
            return LABELS.kindVoicePartner;
        case 'unknown':
            return LABELS.kindUnknown;
    }
}

/** What each call center is called; an id that nothing names is said to be unnamed, never hidden. */
export type NameOf = (id: Id | null) => string;

export function namesOf(centers: CallCenter[]): NameOf {
    const names = new Map(centers.map((center) => [center.id, center.name]));
    return (id) => (id === null ? LABELS.withoutCenter : (names.get(id) ?? fill(LABELS.unnamedCenter, id)));
}

export function membersText(members: number): string {
    return counted(members, LABELS.membersOne, LABELS.members);
}

export function reasonText(reason: BlockReason): string {
    switch (reason) {
        case 'portal user':
            return LABELS.reasonPortal;
        case 'inactive user':
            return LABELS.reasonInactive;
        case 'leaves a voice center':
            return LABELS.reasonLeavesVoice;
        case 'enters a voice center':
            return LABELS.reasonEntersVoice;
        case 'unknown user':
            return LABELS.reasonUnknownUser;
        case 'two targets':
            return LABELS.reasonTwoTargets;
        case 'unknown target':
            return LABELS.reasonUnknownTarget;
    }
}

export function outcomeCount(outcome: Outcome, count: number): string {
    switch (outcome) {
        case 'moved':
            return fill(LABELS.countMoved, count);
        case 'already there':
            return fill(LABELS.countAlreadyThere, count);
        case 'changed meanwhile':
            return fill(LABELS.countChanged, count);
        case 'refused':
            return fill(LABELS.countRefused, count);
        case 'not attempted':
            return fill(LABELS.countNotAttempted, count);
    }
}

/** What became of one user, and what to do next; for those whom a person should look at. */
export function settledText(settled: Settled, nameOf: NameOf): string {
    switch (settled.outcome) {
        case 'moved':
            return LABELS.outcomeMoved;
        case 'already there':
            return LABELS.outcomeAlreadyThere;
        case 'changed meanwhile': {
            const { nowIn, by, at } = settled;
            if (nowIn === undefined) return LABELS.changedUnknown;
            if (nowIn === null) return by ? fill(LABELS.changedToNoneBy, by) : LABELS.changedToNone;
            if (!by) return fill(LABELS.changedTo, nameOf(nowIn));
            return at
                ? fill(LABELS.changedToByAt, by, nameOf(nowIn), momentText(Date.parse(at), Date.now()))
                : fill(LABELS.changedToBy, by, nameOf(nowIn));
        }
        case 'refused':
            return `${settled.words ? fill(LABELS.refusedWords, settled.words) : LABELS.outcomeRefused} ${nextStep(settled.code)}`;
        case 'not attempted':
            return settled.reason ? reasonText(settled.reason) : LABELS.outcomeNotAttempted;
    }
}

function nextStep(code: string | null): string {
    switch (code) {
        case 'INSUFFICIENT_ACCESS_OR_READONLY':
        case 'INSUFFICIENT_ACCESS':
        case 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY':
        case 'forbidden':
            return LABELS.nextAccess;
        case 'UNABLE_TO_LOCK_ROW':
            return LABELS.nextLock;
        case 'FIELD_CUSTOM_VALIDATION_EXCEPTION':
        case 'FIELD_FILTER_VALIDATION_EXCEPTION':
            return LABELS.nextValidation;
        case 'NOT_FOUND':
        case 'ENTITY_IS_DELETED':
            return LABELS.nextNotFound;
        case 'SET_OTHERWISE':
            return LABELS.nextSetOtherwise;
        case 'INVALID_CROSS_REFERENCE_KEY':
            return LABELS.nextCenterGone;
        default:
            return LABELS.nextOther;
    }
}

/** Setup addresses; `_top`, for the page may stand in the frame of Setup. */
export const CENTERS_URL = '/lightning/setup/CallCenters/home';

export function centerUrl(id: Id): string {
    return `/lightning/setup/CallCenters/page?address=%2F${encodeURIComponent(id)}`;
}

export function userUrl(id: Id): string {
    return `/lightning/setup/ManageUsers/page?address=%2F${encodeURIComponent(id)}%3Fnoredirect%3D1%26isUserEntityOverride%3D1`;
}
