import { counted, fill, LABELS } from 'c/labels';
import type { MoveRequest } from 'c/moveRequests';
import type { Person } from 'c/orgPort';
import type { NameOf } from './names.ts';

/** What is asked for, in one line. */
export function requestTitle({ users, target, targetName }: MoveRequest, nameOf: NameOf): string {
    if (target === null) return counted(users, LABELS.moveCountOne, LABELS.moveCount);
    const center = targetName ?? nameOf(target);
    return users === 1 ? fill(LABELS.requestTitleOne, center) : fill(LABELS.moveTitle, users, center);
}

/** What became of a request. */
export function requestStatus({ state, users, changedBy }: MoveRequest): string {
    switch (state.status) {
        case 'requested':
            return LABELS.requestWaiting;
        case 'running':
            return fill(
                state.run === 'active' ? LABELS.requestRunning : LABELS.requestInterrupted,
                personName(changedBy)
            );
        case 'done':
            return fill(LABELS.requestDone, state.moved, users);
        case 'declined':
            return fill(LABELS.requestDeclined, personName(changedBy));
        case 'withdrawn':
            return LABELS.requestWithdrawn;
        case 'damaged':
            return LABELS.requestUnreadable;
    }
}

export function personName({ name }: Person): string {
    return name ?? LABELS.someone;
}

/** The name of the view of requests. `waiting` is how many wait for admins. */
export function requestsTitle(mayAnswer: boolean, waiting: number): string {
    if (!mayAnswer) return LABELS.requestsYours;
    return waiting ? counted(waiting, LABELS.requestsCountOne, LABELS.requestsCount) : LABELS.requestsTitle;
}
