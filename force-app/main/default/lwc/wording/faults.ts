import { fill, LABELS } from 'c/labels';
import { OrgFault, type FaultKind } from 'c/orgPort';

/** What went wrong with a request: our sentence, and the original message if there is one. Rethrows our own bugs. */
export function faultText(thrown: unknown): string {
    if (!(thrown instanceof OrgFault)) throw thrown;
    const sentence = faultSentence(thrown.kind);
    // An `offline` fault carries the browser's message, because Salesforce never answered. Why a field is unknown to
    // Salesforce is said better in our sentence.
    return thrown.words && thrown.kind !== 'offline' && thrown.kind !== 'hidden'
        ? fill(LABELS.faultWords, sentence, withoutCode(thrown.words))
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

export function faultSentence(kind: FaultKind): string {
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
