import { OrgFault, type Id, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import { rowOf, type PlannedField, type PlannedUser } from 'c/movePlan';
import type { Intent } from './journalPort.ts';
import type { Settled } from './report.ts';

/** The code for a user that can't be read (anymore). It is the platform's own (REST status codes). */
export const NOT_FOUND = 'NOT_FOUND';

/** A user of a run who isn't settled yet. */
export interface Standing {
    user: PlannedUser;
    /** The field that the plan changes. */
    field: PlannedField;
    /** The write that may have been sent and has no known answer; null: certainly none. */
    intent: Intent | null;
    /** Whether a write had no answer, so that it may still commit, whatever a later write is answered. */
    lost: boolean;
    /**
     * The user may have been moved by an earlier page that is gone, at this time or later (`Earlier.startedBefore`). Null
     * otherwise, and once a reading shows the user as before.
     */
    since: string | null;
    /** What the org answered to the write without confirming it; a reading decides. */
    answer: { words: string; code: string | null } | null;
    /** How often the row was locked. */
    locked: number;
    /** Unreadable answers to writes of only this user. */
    alone: number;
    /** How the last document with only this user in it was rejected, or its write wasn't understood. */
    fault: OrgFault | null;
}

export function standing(
    user: PlannedUser,
    field: PlannedField,
    intent: Intent | null = null,
    since: string | null = null
): Standing {
    return { user, field, intent, lost: intent !== null, since, answer: null, locked: 0, alone: 0, fault: null };
}

/** Keeps in mind a write that may have been done. An `invalid` request was rejected, so it isn't done later. */
export function sentWithoutAnswer(one: Standing, intent: Intent, fault: OrgFault): void {
    one.intent = intent;
    if (fault.kind !== 'invalid') one.lost = true;
}

/** Whether a write of this user may have happened whose result isn't known. */
export function mayBeWritten({ intent, since }: Standing): boolean {
    return intent !== null || since !== null;
}

export function settled(user: PlannedUser, outcome: Settled['outcome'], more: Partial<Settled> = {}): Settled {
    const { userId, name, from, to, reason } = user;
    return { userId, name, from, to, outcome, words: null, code: null, reason, ...rowOf(user), ...more };
}

/** The outcome that the plan alone decides; null for users that have to be read first. */
export function settledByPlan(user: PlannedUser): Settled | null {
    switch (user.verdict) {
        case 'move':
        case 'already there':
            return null;
        case 'blocked':
            return settled(user, 'not attempted');
        case 'kept':
            return settled(user, 'changed meanwhile', { nowIn: user.from, by: user.by });
    }
}

/**
 * What a fresh read proves about a user: the outcome, or null when the write is still to do.
 * After a lost answer, "as before" requires that the user is also unmodified. A user who was modified since may have been
 * moved by this run and moved back by someone, and a second write would undo that person's change. The user is left alone,
 * but isn't certain to stay there: the lost write may still commit, whatever a reading shows.
 * An answer that didn't confirm the write came after its transaction ended, so "as before" then proves a refusal. A locked
 * row is no such proof after a lost answer, because the lost write may be what holds the lock. A user who can't be read
 * anymore proves nothing, either.
 */
export function settledByReading(one: Standing, now: Membership | undefined): Settled | null {
    const { user, field, intent, lost, since, answer } = one;
    if (now === undefined) {
        return settled(user, mayBeWritten(one) ? 'uncertain' : 'refused', {
            words: answer?.words ?? null,
            code: NOT_FOUND
        });
    }
    const value = valueIn(now, field);
    if (value === user.to) return settled(user, mayBeWritten(one) ? 'moved' : 'already there');
    const isUnmodified = since === null || Date.parse(now.lastModified) <= Date.parse(since);
    const asBefore =
        value === user.from && isUnmodified && (intent === null || intent.lastModified === now.lastModified);
    if (asBefore && user.verdict === 'move') {
        return answer && settled(user, lost && isLocked(answer) ? 'uncertain' : 'refused', answer);
    }
    return settled(user, lost ? 'uncertain' : 'changed meanwhile', {
        nowIn: value,
        by: now.lastModifiedBy,
        at: now.lastModified
    });
}

/** What a user has in the field that a plan changes. */
export function valueIn(now: Membership, field: PlannedField): Id | null {
    switch (field) {
        case 'CallCenterId':
            return now.callCenterId;
    }
}

/**
 * Whether a refusal is worth another try. Another transaction can lock the row of a User (`UNABLE_TO_LOCK_ROW`, documented
 * in REST status codes). Some answers have the code only in their words (assumed).
 */
export function isLocked(answer: { words: string; code: string | null }): boolean {
    return answer.code === 'UNABLE_TO_LOCK_ROW' || answer.words.includes('UNABLE_TO_LOCK_ROW');
}

/** @throws OrgFault unless there is one answer per write, in order */
export function answersTo(writes: MembershipWrite[], answers: WriteAnswer[]): WriteAnswer[] {
    if (answers.length !== writes.length || answers.some((answer, index) => answer.userId !== writes[index].userId)) {
        throw new OrgFault('unreadable', '');
    }
    return answers;
}

/** Anything thrown, as a fault. An unexpected error doesn't say whether the write happened. */
export function asFault(thrown: unknown): OrgFault {
    if (thrown instanceof OrgFault) return thrown;
    return new OrgFault('unreadable', thrown instanceof Error ? thrown.message : String(thrown));
}
