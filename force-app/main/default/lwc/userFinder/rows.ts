import { fill, LABELS } from 'c/labels';
import { destination, isVoiceReason, needsReview, planMoves, type KindOf } from 'c/movePlan';
import type { Id, User } from 'c/orgPort';
import type { MembershipState } from 'c/membershipCell';
import type { RowMove } from 'c/moveButton';
import { dayText, reasonText, userUrl, type NameOf } from 'c/wording';

/** Where users are seen from. A new object whenever something of it changes. */
export interface Seen {
    /** `everyone`, `none`, or the id of a center. */
    chosen: string;
    /** The center to move to; null for `everyone` and `none`. */
    target: Id | null;
    nameOf: NameOf;
    kindOf: KindOf;
    mayEdit: boolean;
    /** Users whose move is under way. */
    moving: ReadonlySet<Id>;
}

/** One row of the table. */
export interface Row {
    id: Id;
    name: string;
    username: string;
    url: string;
    note: string;
    profile: string | null;
    role: string | null;
    lastLogin: string;
    callCenter: string;
    state: MembershipState;
    move: RowMove | null;
}

export function rowOf(user: User, seen: Seen): Row {
    return {
        id: user.id,
        name: user.name,
        username: user.username,
        url: userUrl(user.id),
        note: user.isActive ? '' : LABELS.inactive,
        profile: user.profile,
        role: user.role,
        lastLogin: dayText(user.lastLogin, Date.now()),
        callCenter: user.callCenterId ? seen.nameOf(user.callCenterId) : '',
        state: stateOf(user.callCenterId, seen),
        move: moveOf(user, seen)
    };
}

function stateOf(center: Id | null, { target }: Seen): MembershipState {
    if (center === null) return 'none';
    if (target === null) return 'member';
    return center === target ? 'here' : 'elsewhere';
}

/** What the button of a row offers; null where there is nothing to do. */
function moveOf(user: User, seen: Seen): RowMove | null {
    if (seen.chosen === 'everyone' || (seen.target === null && user.callCenterId === null)) return null;
    const to = destination(user, seen.target);
    const plan = planMoves([user], to, seen.kindOf);
    const { reason } = plan.users[0];
    const text = offer(user, to, seen.nameOf, needsReview(plan));
    const refusal = !seen.mayEdit ? LABELS.mayNotEdit : reason && !isVoiceReason(reason) ? reasonText(reason) : null;
    return {
        ...text,
        userId: user.id,
        title: refusal ?? text.accessibleName,
        disabled: refusal !== null || seen.moving.has(user.id)
    };
}

function offer(user: User, to: Id | null, nameOf: NameOf, review: boolean): { label: string; accessibleName: string } {
    const name = (text: string, center: Id | null) => fill(text, user.name, nameOf(center));
    if (review) return { label: LABELS.reviewMove, accessibleName: name(LABELS.reviewUserTo, to) };
    if (to === null) return { label: LABELS.remove, accessibleName: name(LABELS.removeUserFrom, user.callCenterId) };
    if (user.callCenterId === null) return { label: LABELS.add, accessibleName: name(LABELS.addUserTo, to) };
    return { label: LABELS.moveHere, accessibleName: name(LABELS.moveUserTo, to) };
}

/** Below this width of the window, in pixels, the last login gives its place to names; the frame of Setup has 1,100. */
const NARROW = 1200;
/** From this width on, in pixels, every column has room for what it shows. */
const WIDE = 1440;

export function columnsFor(seen: Seen, windowWidth: number): unknown[] {
    const isNarrow = windowWidth < NARROW && seen.chosen !== 'everyone';
    // The flag is what people look for: profile and role give way to it.
    const tight = windowWidth < WIDE && seen.chosen !== 'everyone' ? { initialWidth: 120 } : {};
    const columns: Record<string, unknown>[] = [
        {
            label: LABELS.columnName,
            fieldName: 'name',
            type: 'person',
            sortable: true,
            initialWidth: isNarrow ? 180 : 240,
            typeAttributes: {
                username: { fieldName: 'username' },
                url: { fieldName: 'url' },
                note: { fieldName: 'note' }
            }
        },
        { label: LABELS.columnProfile, fieldName: 'profile', sortable: true, ...tight },
        { label: LABELS.columnRole, fieldName: 'role', sortable: true, ...tight },
        ...(isNarrow
            ? []
            : [{ label: LABELS.columnLastLogin, fieldName: 'lastLogin', sortable: true, initialWidth: 115 }]),
        {
            label: LABELS.columnCallCenter,
            fieldName: 'callCenter',
            type: 'membership',
            typeAttributes: { state: { fieldName: 'state' } }
        }
    ];
    const move = { label: LABELS.columnMove, fieldName: 'move', type: 'move', initialWidth: 165 };
    const shown = seen.chosen === 'everyone' ? columns : [...columns, move];
    return shown.map((column) => ({ ...column, hideDefaultActions: true }));
}

export function membershipOptionsFor(seen: Seen): { label: string; value: string }[] {
    if (seen.target) {
        return [
            { label: LABELS.filterEveryone, value: 'everyone' },
            { label: LABELS.filterHere, value: 'here' },
            { label: LABELS.filterElsewhere, value: 'elsewhere' },
            { label: LABELS.filterNone, value: 'none' }
        ];
    }
    return [
        { label: LABELS.filterEveryone, value: 'everyone' },
        { label: LABELS.filterInCenter, value: 'elsewhere' },
        { label: LABELS.filterNone, value: 'none' }
    ];
}
