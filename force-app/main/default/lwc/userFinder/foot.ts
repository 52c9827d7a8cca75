/** What the last row of the users says, and what is announced of them. */
import { counted, fill, LABELS } from 'c/labels';
import type { FindingState } from './finding.ts';
import type { Found } from './userPages.ts';

export interface Foot {
    /** How many of the users found are shown; empty while that isn't known. */
    range: string;
    /** How many users are selected; empty while none are. */
    selected: string;
    /** The label of the button that selects all; empty where that isn't offered. */
    selectAll: string;
    /** What is said when more users match than the table shows. */
    cut: string;
}

export function footOf({ found, picked, search, failure, isAsking }: FindingState, canSelect: boolean): Foot {
    const { count } = picked.selection(search, found.total);
    return {
        range: rangeOf(found, failure !== null),
        selected: selectedText(count),
        selectAll:
            canSelect && !isAsking && picked.offersAll(found.total) ? fill(LABELS.selectAllMatching, found.total) : '',
        cut: found.isCut && !found.isOutdated ? fill(LABELS.shownAtMost, found.users.length) : ''
    };
}

export function selectedText(count: number): string {
    return count ? fill(LABELS.selected, count) : '';
}

export function foundText({ total, users }: Found, more: boolean): string {
    if (more) return fill(LABELS.usersLoaded, users.length, total);
    return total ? counted(total, LABELS.usersFoundOne, LABELS.usersFound) : LABELS.noUsersTitle;
}

function rangeOf({ state, users, total, isOutdated }: Found, isFailed: boolean): string {
    if (state === 'reading' || state === 'unread' || isOutdated) return '';
    if (users.length) return fill(LABELS.range, users.length, total);
    return isFailed ? '' : LABELS.rangeNone;
}
