import { fill, LABELS } from 'c/labels';
import { OrgFault, type FaultKind } from 'c/orgPort';

/** What went wrong with a request: our sentence, and the original message if there is one. Rethrows our own bugs. */
export function faultText(thrown: unknown): string {
    if (!(thrown instanceof OrgFault)) throw thrown;
    return withDetails(faultSentence(thrown.kind), thrown.kind, thrown.words);
}

/** A sentence about a fault, with the original message if there is one. */
export function withDetails(sentence: string, kind: FaultKind, words: string | null): string {
    // An `offline` fault carries the browser's message, because Salesforce never answered. Why a field is unknown to
    // Salesforce is said better in our sentence.
    return words && kind !== 'offline' && kind !== 'hidden'
        ? fill(LABELS.faultWords, sentence, withoutCode(words))
        : sentence;
}

/** What went wrong with a request, for a part of the page. After an expired session, it offers to log in. */
export interface FaultWords {
    text: string;
    isExpired: boolean;
}

/** Rethrows our own bugs. */
export function faultWords(thrown: unknown): FaultWords {
    return { text: faultText(thrown), isExpired: isExpired(thrown) };
}

export function isExpired(thrown: unknown): boolean {
    return thrown instanceof OrgFault && thrown.kind === 'expired';
}

/** What went wrong, the same wherever it did, and what to do about it. */
export function faultSentence(kind: FaultKind): string {
    const next = faultNext(kind);
    return next ? `${faultName(kind)} ${next}` : faultName(kind);
}

/** What went wrong, for a place that says itself what to do. */
export function faultName(kind: FaultKind): string {
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
        case 'hidden':
            return LABELS.faultHidden;
        case 'invalid':
            return LABELS.faultInvalid;
        case 'unreadable':
            return LABELS.faultUnreadable;
    }
}

function faultNext(kind: FaultKind): string {
    switch (kind) {
        case 'offline':
            return LABELS.faultOfflineNext;
        case 'busy':
            return LABELS.faultBusyNext;
        case 'expired':
            return LABELS.faultExpiredNext;
        case 'forbidden':
            return LABELS.faultForbiddenNext;
        case 'limit':
            return LABELS.faultLimitNext;
        case 'hidden':
            return LABELS.faultHiddenNext;
        case 'invalid':
            return '';
        case 'unreadable':
            return LABELS.faultUnreadableNext;
    }
}

/** A sentence of ours, followed by Salesforce's message if there is one. */
export function withMessage(sentence: string, words: string | null): string {
    return words ? `${sentence} ${salesforceSays(words)}` : sentence;
}

export function salesforceSays(words: string): string {
    return fill(LABELS.salesforceSays, withoutCode(words));
}

/**
 * A sentence of ours, followed by the last error if there is one. It can come from Salesforce or from the browser. An error
 * without words is an answer that didn't come in time, or isn't one that Salesforce sends.
 */
export function withLastError(sentence: string, words: string | null): string {
    if (words === null) return sentence;
    return `${sentence} ${words ? fill(LABELS.lastError, withoutCode(words)) : LABELS.lastErrorSilent}`;
}

/** Messages can start with their status code ("UNABLE_TO_LOCK_ROW: …"). People see the message, the CSV keeps both. */
export function withoutCode(words: string): string {
    return words.replace(/^[A-Z]+(?:_[A-Z]+)+:\s*(?=\S)/, '');
}
