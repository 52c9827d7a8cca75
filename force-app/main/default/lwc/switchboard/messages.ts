/** Turns the page's messages into notices. */
import { fill, LABELS } from 'c/labels';
import type { Notice } from 'c/notice';
import { isFaultKind, type User } from 'c/orgPort';
import type { Click, Message, Page, RequestNews } from 'c/pageState';
import { faultName, faultText, faultWords, isExpired, settledText, type NameOf } from 'c/wording';

/** @param next the click that Undo undoes; null when there is none */
export function noticeOf(message: Message, nameOf: NameOf, next: Click | null): Notice {
    return { about: message, ...textOf(message, nameOf, next) };
}

type NoticeText = Omit<Notice, 'about'>;

function textOf(message: Message, nameOf: NameOf, next: Click | null): NoticeText {
    switch (message.about) {
        case 'failure':
            return { ...errorNotice(faultText(message.thrown)), canLogIn: isExpired(message.thrown) };
        case 'already there':
            return doneNotice(alreadyText(message.user, nameOf));
        case 'in run':
            return errorNotice(fill(LABELS.userInRun, message.user.name));
        case 'run elsewhere':
            return errorNotice(LABELS.runElsewhere);
        case 'unknown user':
            return errorNotice(LABELS.linkedUserUnknown);
        case 'request':
            return requestNotice(message.what);
        case 'link':
            return message.isCopied
                ? doneNotice(LABELS.linkCopied)
                : errorNotice(fill(LABELS.linkNotCopied, message.link));
        case 'click': {
            const { click, isUndoing, isChecking = false } = message;
            const { outcome } = click.run.settled;
            const isDone = outcome === 'moved' || outcome === 'already there';
            return {
                tone: isDone ? 'success' : 'error',
                text: isDone ? doneText(click, nameOf) : failureText(click, nameOf),
                canUndo: next !== null || isUndoing,
                // Undo of an earlier click says whose it is.
                ...(next && next !== click && !isUndoing && { undoLabel: fill(LABELS.undoMoveOf, next.user.name) }),
                ...(click.run.open && { canCheck: true }),
                ...(click.run.settled.code === 'expired' && { canLogIn: true }),
                isBusy: isUndoing || isChecking
            };
        }
    }
}

/** What couldn't be read, for the parts of the page that show it; null where nothing failed. */
export function problemsOf({ overview, profileCounts, choices }: Page) {
    const text = ({ failure }: { failure: unknown }) => (failure === null ? null : faultWords(failure));
    return { overview: text(overview), profileCounts: text(profileCounts), choices: text(choices) };
}

function requestNotice(what: RequestNews): NoticeText {
    switch (what) {
        case 'sent':
            return doneNotice(LABELS.requestSent);
        case 'changed':
            return errorNotice(LABELS.requestChanged);
        case 'damaged':
            return errorNotice(LABELS.requestDamaged);
        case 'gone':
            return errorNotice(LABELS.requestGone);
    }
}

function doneNotice(text: string): NoticeText {
    return { tone: 'success', text, canUndo: false, isBusy: false };
}

function errorNotice(text: string): NoticeText {
    return { tone: 'error', text, canUndo: false, isBusy: false };
}

function doneText({ plan, run }: Click, nameOf: NameOf): string {
    const { name, from, to } = run.settled;
    if (plan.undoOf !== null) {
        return to === null ? fill(LABELS.undoneNone, name) : fill(LABELS.undone, name, nameOf(to));
    }
    if (to === null) return fill(LABELS.userRemovedFrom, name, nameOf(from));
    if (from === null) return fill(LABELS.userAddedTo, name, nameOf(to));
    return fill(LABELS.userMovedTo, name, nameOf(to));
}

function alreadyText({ name, callCenterId }: User, nameOf: NameOf): string {
    return callCenterId === null
        ? fill(LABELS.userAlreadyRemoved, name)
        : fill(LABELS.userAlreadyThere, name, nameOf(callCenterId));
}

function failureText({ run: { settled } }: Click, nameOf: NameOf): string {
    const { name, code, outcome, nowIn } = settled;
    if (outcome !== 'uncertain' || nowIn !== undefined)
        return fill(LABELS.reasonLine, name, settledText(settled, nameOf));
    return isFaultKind(code) ? fill(LABELS.uncertainFault, faultName(code), name) : fill(LABELS.uncertain, name);
}
