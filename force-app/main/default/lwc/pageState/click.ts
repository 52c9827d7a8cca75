import { recounted } from 'c/callCenters';
import type { Settled } from 'c/moveRun';
import type { Id } from 'c/orgPort';
import type { Click, Page } from './page.ts';

/** Where a user is known to be after a run; undefined: as before. */
export function centerAfter({ outcome, to, nowIn }: Settled): Id | null | undefined {
    switch (outcome) {
        case 'moved':
        case 'already there':
            return to;
        case 'changed meanwhile':
            return nowIn ?? null;
        case 'refused':
        case 'not attempted':
        case 'uncertain':
            return undefined;
    }
}

/** Whether Undo is offered: only for what this click moved, and not for an undo. */
export function isUndoable({ plan, run }: Click): boolean {
    return plan.undoOf === null && run.settled.outcome === 'moved';
}

export function startClick(page: Page, userId: Id): Page {
    return { ...page, moving: new Set([...page.moving, userId]) };
}

/** Undo of the last click was pressed. */
export function startUndo(page: Page, { user }: Click): Page {
    const { message } = page;
    const isAbout = message?.about === 'click';
    return startClick(isAbout ? { ...page, message: { ...message, isUndoing: true } } : page, user.id);
}

/** A click ended: says so, and counts its user where they are now. */
export function endClick(page: Page, click: Click): Page {
    const { user, run } = click;
    const to = centerAfter(run.settled);
    const { value } = page.overview;
    return {
        ...page,
        moving: new Set([...page.moving].filter((id) => id !== user.id)),
        message: { about: 'click', click, isUndoing: false },
        overview:
            value && to !== undefined
                ? { ...page.overview, value: recounted(value, [{ from: user.callCenterId, to }]) }
                : page.overview
    };
}
