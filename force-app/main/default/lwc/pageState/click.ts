import { recounted } from 'c/callCenters';
import type { Settled } from 'c/moveRun';
import type { Id, User } from 'c/orgPort';
import type { Click, Message, Page } from './page.ts';

/** Where a user is known to be after a run; undefined: as before. */
export function centerAfter({ outcome, to, nowIn }: Settled): Id | null | undefined {
    switch (outcome) {
        case 'moved':
        case 'already there':
            return to;
        case 'changed meanwhile':
            return nowIn ?? null;
        case 'uncertain':
            return nowIn;
        case 'refused':
        case 'not attempted':
            return undefined;
    }
}

/** How many clicks can be undone, one by one. */
export const UNDOABLE_CLICKS = 20;

/** Whether a click can be undone: only what this click moved, and not an undo. */
export function isUndoable({ plan, run }: Click): boolean {
    return plan.undoOf === null && run.settled.outcome === 'moved';
}

export function startClick(page: Page, userId: Id): Page {
    return { ...page, moving: new Set([...page.moving, userId]) };
}

/** Whether a press on the user's row does nothing: their move is in progress, or just ended. */
export function isBusy({ moving, resting, inRun }: Page, userId: Id): boolean {
    return moving.has(userId) || resting.has(userId) || inRun.has(userId);
}

/**
 * What to say about a press on a row that can't be done: the row has changed since its button was drawn, or its user is
 * part of the run. @param to where the pressed button leads. Null when there is nothing to say
 */
export function answerToPress({ inRun }: Page, user: User, to: Id | null): Message | null {
    if (user.callCenterId === to) return { about: 'already there', user };
    return inRun.has(user.id) ? { about: 'in run', user } : null;
}

/** The latest click that isn't undone yet; with a user, the latest one of that user. */
export function nextToUndo({ clicks, moving, inRun }: Page, userId?: Id): Click | null {
    const isNext = ({ user: { id } }: Click) =>
        !moving.has(id) && !inRun.has(id) && (userId === undefined || id === userId);
    return clicks.filter(isNext).at(-1) ?? null;
}

/** Undo of a click was pressed. */
export function startUndo(page: Page, { user }: Click): Page {
    const { message } = page;
    const isAbout = message?.about === 'click';
    return startClick(isAbout ? { ...page, message: { ...message, isUndoing: true } } : page, user.id);
}

/** Check again of a click was pressed. */
export function startCheck(page: Page, click: Click): Page {
    return startClick(
        { ...page, message: { about: 'click', click, isUndoing: false, isChecking: true } },
        click.user.id
    );
}

/** A click ended: says so, and counts its user where they are now. */
export function endClick(page: Page, click: Click): Page {
    const { user, run } = click;
    const to = centerAfter(run.settled);
    const { value } = page.overview;
    return {
        ...page,
        moving: without(page.moving, user.id),
        resting: new Set([...page.resting, user.id]),
        clicks: clicksAfter(page.clicks, click),
        message: { about: 'click', click, isUndoing: false },
        overview:
            value && to !== undefined
                ? { ...page.overview, value: recounted(value, [{ from: user.callCenterId, to }]) }
                : page.overview
    };
}

/** The moment after a click is over, so the user's button works again. */
export function rested(page: Page, userId: Id): Page {
    return { ...page, resting: without(page.resting, userId) };
}

function clicksAfter(clicks: readonly Click[], click: Click): readonly Click[] {
    if (isUndoable(click)) return [...clicks, click].slice(-UNDOABLE_CLICKS);
    const { undoOf } = click.plan;
    const { outcome } = click.run.settled;
    // An undo that failed can be tried again. One that found the user elsewhere can't.
    if (undoOf === null || outcome === 'refused' || outcome === 'uncertain') return clicks;
    return clicks.filter(({ run }) => run.report?.runId !== undoOf);
}

function without(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
    return new Set([...ids].filter((one) => one !== id));
}
