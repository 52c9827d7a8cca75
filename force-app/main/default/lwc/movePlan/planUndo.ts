import { toId18, type Id, type Membership } from 'c/orgPort';
import { asksOf, blockedByCenters, sharedTarget, type KindOf, type Plan, type PlannedUser } from './plan.ts';

/** What a run, or the history of one, says of a user. */
export interface RecordedMove {
    userId: Id;
    name: string;
    from: Id | null;
    to: Id | null;
    /** Only users whose outcome is `moved` are undone. */
    outcome: string;
}

/** Every `RunReport` is one (`settled` are its moves); so is a run of another day, read from the history. */
export interface RecordedRun {
    runId: string;
    settled: RecordedMove[];
}

/**
 * The plan that puts every user whom a run moved back to where they were. A user who is elsewhere by now is `kept`:
 * `from` says where they are and `by` who modified them last. Who was removed or added comes back or leaves alike,
 * active or not, since they were there before.
 * A user who left and came back since cannot be told from one who stayed: the org keeps no trail that can be read.
 * @param now memberships read fresh; a user who is not among them is blocked as unknown.
 */
export function planUndo(run: RecordedRun, now: Membership[], kindOf: KindOf): Plan {
    const memberships = new Map(now.map((membership) => [membership.userId, membership]));
    const moves = new Map<Id, RecordedMove[]>();
    for (const move of run.settled) {
        if (move.outcome !== 'moved') continue;
        const userId = toId18(move.userId) ?? move.userId;
        moves.set(userId, [...(moves.get(userId) ?? []), move]);
    }
    const users = [...moves].map(([userId, recorded]) => undoUser(userId, recorded, memberships.get(userId), kindOf));
    return { target: sharedTarget(users), users, asks: asksOf(users, kindOf), undoOf: run.runId };
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
    // One run moves a user once, so two records of it mean that somebody edited the history.
    if (recorded.some((move) => move.from !== before || move.to !== after)) {
        return { ...user, verdict: 'blocked', reason: 'two targets' };
    }
    if (now.callCenterId === before) return { ...user, verdict: 'already there', reason: null };
    if (now.callCenterId !== after) return { ...user, verdict: 'kept', reason: null, by: now.lastModifiedBy };
    if (before !== null && toId18(before) !== before) return { ...user, verdict: 'blocked', reason: 'unknown target' };
    const reason = blockedByCenters(now.callCenterId, before, kindOf);
    return reason === null ? { ...user, verdict: 'move', reason: null } : { ...user, verdict: 'blocked', reason };
}
