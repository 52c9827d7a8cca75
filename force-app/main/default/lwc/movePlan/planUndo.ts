import { toId18, type Id, type Membership } from 'c/orgPort';
import { blockedByCenters, sharedTarget, unsureAboutCenters } from './plan.ts';
import type { KindOf, Plan, PlannedField, PlannedUser } from './plan.ts';

/** What a run, or its history, says about one user. */
export interface RecordedMove {
    userId: Id;
    name: string;
    from: Id | null;
    to: Id | null;
    /** Only `moved` users are undone, and `uncertain` ones who turn out to be where the run wanted them. */
    outcome: string;
}

/** A run to undo: a `RunReport`, or an earlier run that was read from the history. */
export interface RecordedRun {
    runId: string;
    field: PlannedField;
    settled: RecordedMove[];
}

/**
 * Plans to move every user whom a run moved back to where they were. A user who is elsewhere by now is `kept`: `from` is
 * where they are, and `by` is who last modified them. Inactive users go back, too, because they were there before.
 * A user who left and came back since can't be told from one who stayed: UI API can't read field history.
 * @param now memberships that were just read; a user who isn't among them is blocked as unknown.
 */
export function planUndo(run: RecordedRun, now: Membership[], kindOf: KindOf): Plan {
    const memberships = new Map(now.map((membership) => [membership.userId, membership]));
    const moves = new Map<Id, RecordedMove[]>();
    for (const move of run.settled) {
        if (!mayHaveMoved(move)) continue;
        const userId = toId18(move.userId) ?? move.userId;
        moves.set(userId, [...(moves.get(userId) ?? []), move]);
    }
    const users = [...moves].map(([userId, recorded]) => undoUser(userId, recorded, memberships.get(userId), kindOf));
    return { field: run.field, target: sharedTarget(users), users, undoOf: run.runId };
}

/** Whether a run may have moved a user, so that an undo has to look at them. */
export function mayHaveMoved({ outcome }: Pick<RecordedMove, 'outcome'>): boolean {
    return outcome === 'moved' || outcome === 'uncertain';
}

function undoUser(userId: Id, recorded: RecordedMove[], now: Membership | undefined, kindOf: KindOf): PlannedUser {
    const { from: before, to: after } = recorded[0];
    const user = {
        userId,
        name: now?.name ?? recorded[0].name,
        from: now?.callCenterId ?? null,
        to: before,
        by: null
    };
    if (now === undefined) return { ...user, verdict: 'blocked', reason: 'unknown user' };
    // One run moves a user once, so two different records mean that someone edited the history.
    if (recorded.some((move) => move.from !== before || move.to !== after)) {
        return { ...user, verdict: 'blocked', reason: 'two targets' };
    }
    if (now.callCenterId === before) return { ...user, verdict: 'already there', reason: null };
    if (now.callCenterId !== after) return { ...user, verdict: 'kept', reason: null, by: now.lastModifiedBy };
    if (before !== null && toId18(before) !== before) return { ...user, verdict: 'blocked', reason: 'unknown target' };
    const reason =
        blockedByCenters(now.callCenterId, before, kindOf) ?? unsureAboutCenters(now.callCenterId, before, kindOf);
    return reason === null ? { ...user, verdict: 'move', reason: null } : { ...user, verdict: 'blocked', reason };
}
