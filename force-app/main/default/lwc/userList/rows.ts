import { fill, LABELS } from 'c/labels';
import { isVoiceReason, needsReview, planRow, type Plan } from 'c/movePlan';
import type { Id, User } from 'c/orgPort';
import type { MembershipState, RowUndo } from 'c/membershipCell';
import type { RowMove } from 'c/moveButton';
import type { ClickedMove, Viewpoint } from 'c/pageState';
import { dayText, reasonText, userUrl, type NameOf } from 'c/wording';

/** One row of the table. */
export interface Row {
    id: Id;
    name: string;
    username: string;
    url: string;
    /** "Inactive", or empty. */
    badge: string;
    profile: string | null;
    role: string | null;
    lastLogin: string;
    callCenter: string;
    state: MembershipState;
    /** The call center as a text, where it has neither a flag nor Undo; empty otherwise. */
    plain: string;
    /** What the row's button does; null where there is nothing to do. */
    plan: Plan | null;
    move: RowMove | null;
    /** What a click did to the user, and its Undo; null when there is nothing to undo. */
    undo: RowUndo | null;
}

/** @param isAskedFor false for a user of an earlier search, because a later one failed: there is nothing to press */
export function rowOf(user: User, viewpoint: Viewpoint, isAskedFor = true): Row {
    const canMove = isAskedFor && !viewpoint.hidesMemberships && !viewpoint.inRun.has(user.id);
    const plan = canMove ? planOf(user, viewpoint) : null;
    const callCenter = user.callCenterId ? viewpoint.nameOf(user.callCenterId) : '';
    const state = stateOf(user.callCenterId, viewpoint);
    const undo = isAskedFor && !viewpoint.hidesMemberships ? undoOf(user, viewpoint) : null;
    return {
        id: user.id,
        name: user.name,
        username: user.username,
        url: userUrl(user.id),
        badge: user.isActive ? '' : LABELS.inactive,
        profile: user.profile,
        role: user.role,
        lastLogin: dayText(user.lastLogin, Date.now()),
        callCenter,
        state,
        plain: undo ? '' : plainText(state, callCenter),
        plan,
        move: plan && moveOf(user, plan, viewpoint),
        undo
    };
}

function plainText(state: MembershipState, callCenter: string): string {
    switch (state) {
        case 'member':
            return callCenter;
        case 'none':
            return LABELS.noCenter;
        case 'hidden':
            return LABELS.membershipHidden;
        case 'here':
        case 'elsewhere':
            return '';
    }
}

function stateOf(center: Id | null, { target, hidesMemberships }: Viewpoint): MembershipState {
    if (hidesMemberships) return 'hidden';
    if (center === null) return 'none';
    if (target === null) return 'member';
    return center === target ? 'here' : 'elsewhere';
}

function planOf(user: User, { chosen, target, kindOf }: Viewpoint): Plan | null {
    if (chosen === 'everyone' || (target === null && user.callCenterId === null)) return null;
    return planRow(user, target, kindOf);
}

/** Undo is offered while the user is where the click moved them. */
function undoOf(user: User, { clicked, nameOf, moving, inRun }: Viewpoint): RowUndo | null {
    const move = clicked.get(user.id);
    if (!move || move.to !== user.callCenterId) return null;
    return {
        userId: user.id,
        note: clickText(move, nameOf),
        accessibleName: fill(LABELS.undoMoveOf, user.name),
        disabled: moving.has(user.id) || inRun.has(user.id)
    };
}

function clickText({ from, to }: ClickedMove, nameOf: NameOf): string {
    if (from === null) return LABELS.rowAdded;
    return fill(to === null ? LABELS.rowRemovedFrom : LABELS.rowMovedFrom, nameOf(from));
}

/** The button of a row, which says what its plan does. */
function moveOf(user: User, plan: Plan, { nameOf, moving, mayEdit }: Viewpoint): RowMove {
    const { to, reason } = plan.users[0];
    const text = mayEdit ? offer(user, to, nameOf, needsReview(plan)) : requestOffer(user, to, nameOf);
    const refusal = reason && !isVoiceReason(reason) ? reasonText(reason) : null;
    return {
        ...text,
        userId: user.id,
        to,
        title: refusal ?? text.accessibleName,
        disabled: refusal !== null || moving.has(user.id)
    };
}

function offer(user: User, to: Id | null, nameOf: NameOf, review: boolean): { label: string; accessibleName: string } {
    const name = (text: string, center: Id | null) => fill(text, user.name, nameOf(center));
    if (review) {
        const accessibleName =
            to === null ? name(LABELS.reviewUserFrom, user.callCenterId) : name(LABELS.reviewUserTo, to);
        return { label: LABELS.reviewMove, accessibleName };
    }
    if (to === null) return { label: LABELS.remove, accessibleName: name(LABELS.removeUserFrom, user.callCenterId) };
    if (user.callCenterId === null) return { label: LABELS.add, accessibleName: name(LABELS.addUserTo, to) };
    return { label: LABELS.moveHere, accessibleName: name(LABELS.moveUserTo, to) };
}

/** Who may not edit users asks someone who may. */
function requestOffer(user: User, to: Id | null, nameOf: NameOf): { label: string; accessibleName: string } {
    const accessibleName =
        to === null
            ? fill(LABELS.requestUserFrom, user.name, nameOf(user.callCenterId))
            : fill(LABELS.requestUserTo, user.name, nameOf(to));
    return { label: LABELS.request, accessibleName };
}

/**
 * The rows of users, each the same object as before if nothing in it changed, and the same list if none did. The table then
 * draws only what changed.
 */
export function rowsOf(users: User[], viewpoint: Viewpoint, isAskedFor: boolean, before: Row[]): Row[] {
    const known = new Map(before.map((row) => [row.id, row]));
    const rows = users.map((user) => {
        const row = rowOf(user, viewpoint, isAskedFor);
        const old = known.get(user.id);
        return old && isSame(old, row) ? old : row;
    });
    return rows.length === before.length && rows.every((row, place) => row === before[place]) ? before : rows;
}

/** Rows are small and plain data, so their texts tell. */
function isSame(one: Row, other: Row): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Rows that change in one task. The first fill a window of 900 pixels. A hundred rows at once keep the page busy for most of
 * a second, and each step looks at all rows again, so there are few.
 */
export const ROWS_AT_ONCE = { first: 20, more: 40 };

/**
 * What to draw next on the way to these rows: from the top, at most so many that are new or have changed. The others
 * stay as they were drawn, and new ones come later.
 */
export function drawnNext(rows: Row[], drawn: Row[]): Row[] {
    const before = new Map(drawn.map((row) => [row.id, row]));
    const next: Row[] = [];
    let left = drawn.length === 0 ? ROWS_AT_ONCE.first : ROWS_AT_ONCE.more;
    for (const row of rows) {
        const old = before.get(row.id);
        if (old !== row) left -= 1;
        if (left >= 0) next.push(row);
        else if (old) next.push(old);
        else return next;
    }
    return left >= 0 ? rows : next;
}
