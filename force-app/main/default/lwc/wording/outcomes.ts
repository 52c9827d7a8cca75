import { fill, LABELS } from 'c/labels';
import type { BlockReason } from 'c/movePlan';
import type { Outcome, Settled } from 'c/moveRun';
import { momentText } from './days.ts';
import { faultSentence, withoutCode } from './faults.ts';
import { isFaultKind } from 'c/orgPort';
import type { NameOf } from './names.ts';

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
        case 'may leave a voice center':
            return LABELS.reasonMayLeaveVoice;
        case 'may enter a voice center':
            return LABELS.reasonMayEnterVoice;
        case 'unknown user':
            return LABELS.reasonUnknownUser;
        case 'two targets':
            return LABELS.reasonTwoTargets;
        case 'unknown target':
            return LABELS.reasonUnknownTarget;
    }
}

export function outcomeText(outcome: Outcome): string {
    switch (outcome) {
        case 'moved':
            return LABELS.outcomeMoved;
        case 'already there':
            return LABELS.outcomeAlreadyThere;
        case 'changed meanwhile':
            return LABELS.outcomeChanged;
        case 'refused':
            return LABELS.outcomeRefused;
        case 'not attempted':
            return LABELS.outcomeNotAttempted;
        case 'uncertain':
            return LABELS.outcomeUncertain;
    }
}

/** @param isRemoval every user of the move goes out of their call center, so no one is already "there" */
export function outcomeCount(outcome: Outcome, count: number, isRemoval = false): string {
    switch (outcome) {
        case 'moved':
            return fill(LABELS.countMoved, count);
        case 'already there':
            return fill(isRemoval ? LABELS.alreadyRemoved : LABELS.countAlreadyThere, count);
        case 'changed meanwhile':
            return fill(LABELS.countChanged, count);
        case 'refused':
            return fill(LABELS.countRefused, count);
        case 'not attempted':
            return fill(LABELS.countNotAttempted, count);
        case 'uncertain':
            return fill(LABELS.countUncertain, count);
    }
}

/** The result for one user, and the next step. */
export function settledText(settled: Settled, nameOf: NameOf): string {
    switch (settled.outcome) {
        case 'moved':
            return LABELS.outcomeMoved;
        case 'already there':
            return LABELS.outcomeAlreadyThere;
        case 'changed meanwhile':
            return changedText(settled, nameOf);
        case 'refused':
            return settled.words
                ? fill(LABELS.failedWords, withoutCode(settled.words), nextStepText(settled))
                : fill(LABELS.failedNext, nextStepText(settled));
        case 'not attempted':
            return settled.reason ? reasonText(settled.reason) : LABELS.outcomeNotAttempted;
        case 'uncertain':
            return uncertainText(settled, nameOf);
    }
}

function changedText({ nowIn, by, at }: Settled, nameOf: NameOf): string {
    if (nowIn === undefined) return LABELS.changedUnknown;
    const when = at ? momentText(Date.parse(at), Date.now()) : null;
    if (nowIn === null) {
        if (!by) return LABELS.changedToNone;
        return when ? fill(LABELS.changedToNoneByAt, by, when) : fill(LABELS.changedToNoneBy, by);
    }
    if (!by) return fill(LABELS.changedTo, nameOf(nowIn));
    return when ? fill(LABELS.changedToByAt, by, nameOf(nowIn), when) : fill(LABELS.changedToBy, by, nameOf(nowIn));
}

function uncertainText({ nowIn }: Settled, nameOf: NameOf): string {
    if (nowIn === undefined) return LABELS.uncertainResult;
    return nowIn === null ? LABELS.uncertainNowNone : fill(LABELS.uncertainNowIn, nameOf(nowIn));
}

/**
 * What to do about a failure. Without words of the org, what kind of fault it was says more. A request that timed out has
 * none.
 */
export function nextStepText({ words, code }: Pick<Settled, 'words' | 'code'>): string {
    if (words || !isFaultKind(code)) return nextStep(code);
    return code === 'invalid' ? `${faultSentence(code)} ${nextStep(code)}` : faultSentence(code);
}

function nextStep(code: string | null): string {
    switch (code) {
        case 'INSUFFICIENT_ACCESS_OR_READONLY':
        case 'INSUFFICIENT_ACCESS':
        case 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY':
        case 'forbidden':
            return LABELS.nextAccess;
        case 'INVALID_FIELD':
        case 'INVALID_FIELD_FOR_INSERT_UPDATE':
        case 'hidden':
            return LABELS.nextField;
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
