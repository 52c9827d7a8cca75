/** One click on a row, and its undo: what the org did with it, as a notice. */
import { fill, LABELS } from 'c/labels';
import { moveOne, type MoveOneOptions, type Settled } from 'c/moveRun';
import type { Id, Org, User } from 'c/orgPort';
import type { Notice } from 'c/notice';
import { settledText, type NameOf } from 'c/wording';

export interface Click {
    notice: Notice;
    /** The user as they were before. */
    user: User;
    /** Where the user is known to be now; undefined: as before. */
    now?: Id | null;
}

export type Work = (org: Org, nameOf: NameOf) => Promise<Click>;

const options: MoveOneOptions = {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random
};

export function clickUser(user: User, to: Id | null): Work {
    return async (org, nameOf) => {
        const settled = await moveOne(user, to, org, options);
        return { user, ...result(settled, movedText(user, to, nameOf), nameOf, true) };
    };
}

/** Back to where the user was, unless somebody has moved them since. */
export function undoClick({ user, now }: Click): Work {
    return async (org, nameOf) => {
        const current = { ...user, callCenterId: now ?? null, lastModified: '' };
        const settled = await moveOne(current, user.callCenterId, org, options);
        return { user: current, ...result(settled, undoneText(user, nameOf), nameOf, false) };
    };
}

function undoneText({ name, callCenterId }: User, nameOf: NameOf): string {
    return callCenterId === null ? fill(LABELS.undoneNone, name) : fill(LABELS.undone, name, nameOf(callCenterId));
}

function movedText(user: User, to: Id | null, nameOf: NameOf): string {
    if (to === null) return fill(LABELS.userRemovedFrom, user.name, nameOf(user.callCenterId));
    if (user.callCenterId === null) return fill(LABELS.userAddedTo, user.name, nameOf(to));
    return fill(LABELS.userMovedTo, user.name, nameOf(to));
}

function result(settled: Settled, text: string, nameOf: NameOf, undoable: boolean): Omit<Click, 'user'> {
    switch (settled.outcome) {
        case 'moved':
            return { notice: { tone: 'success', text, canUndo: undoable, isBusy: false }, now: settled.to };
        case 'already there':
            return { notice: { tone: 'success', text, canUndo: false, isBusy: false }, now: settled.to };
        case 'changed meanwhile':
            return { notice: failure(settled, nameOf), now: settled.nowIn ?? null };
        case 'refused':
        case 'not attempted':
            return { notice: failure(settled, nameOf) };
    }
}

function failure(settled: Settled, nameOf: NameOf): Notice {
    const text = settled.uncertain ? fill(LABELS.uncertain, settled.name) : settledText(settled, nameOf);
    return { tone: 'error', text: fill(LABELS.reasonLine, settled.name, text), canUndo: false, isBusy: false };
}
