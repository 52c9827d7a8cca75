import { fill, LABELS } from 'c/labels';
import type { Found } from './userPages.ts';

/** How many of the users found are shown; empty while that isn't known. */
export function rangeOf({ state, users, total, isOutdated }: Found, isFailed: boolean): string {
    if (state === 'reading' || state === 'unread' || isOutdated) return '';
    if (users.length) return fill(LABELS.range, users.length, total);
    return isFailed ? '' : LABELS.rangeNone;
}
