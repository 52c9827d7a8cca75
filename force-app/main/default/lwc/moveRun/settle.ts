import { OrgFault, type Membership, type MembershipWrite, type WriteAnswer } from 'c/orgPort';
import type { PlannedUser } from 'c/movePlan';
import type { Intent } from './journalPort.ts';
import type { Settled } from './report.ts';

/** The code of a user whom the org does not show (any more); the platform's own word for it (REST status codes). */
export const NOT_FOUND = 'NOT_FOUND';

/** A user in a run, not settled yet. */
export interface Standing {
    user: PlannedUser;
    /** The write that may have been sent and whose answer is not known; null: certainly none. */
    intent: Intent | null;
    /** How often the row was found locked. */
    locked: number;
    /** Documents that failed with this user alone in them, and how the last of them failed. */
    alone: number;
    fault: OrgFault | null;
}

export function standing(user: PlannedUser, intent: Intent | null = null): Standing {
    return { user, intent, locked: 0, alone: 0, fault: null };
}

export function settled(user: PlannedUser, outcome: Settled['outcome'], more: Partial<Settled> = {}): Settled {
    const { userId, name, from, to, reason } = user;
    return { userId, name, from, to, outcome, words: null, code: null, reason, ...more };
}

/** What the plan alone settles; null for users whom the org must be asked about. */
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
 * What a fresh read says of a user: settled, or null when the write is (still) to be made.
 * After a write whose answer was lost, "as before" means unmodified too: a user who is back where they were but was
 * modified since may have been moved by us and moved back by somebody, whose change a second write would undo.
 */
export function settledByReading({ user, intent }: Standing, now: Membership | undefined): Settled | null {
    if (now === undefined) return settled(user, 'refused', { code: NOT_FOUND });
    if (now.callCenterId === user.to) return settled(user, intent === null ? 'already there' : 'moved');
    const asBefore = now.callCenterId === user.from && (intent === null || intent.lastModified === now.lastModified);
    if (asBefore && user.verdict === 'move') return null;
    return settled(user, 'changed meanwhile', {
        nowIn: now.callCenterId,
        by: now.lastModifiedBy,
        at: now.lastModified
    });
}

/**
 * Whether a refusal is worth another try. The row of a User can be locked by another transaction
 * (`UNABLE_TO_LOCK_ROW`, REST status codes; documented). Some answers have the code in their words only (assumed).
 */
export function isLocked(answer: { words: string; code: string | null }): boolean {
    return answer.code === 'UNABLE_TO_LOCK_ROW' || answer.words.includes('UNABLE_TO_LOCK_ROW');
}

/** @throws OrgFault when the answers are not one to each write, in order. */
export function answersTo(writes: MembershipWrite[], answers: WriteAnswer[]): WriteAnswer[] {
    if (answers.length !== writes.length || answers.some((answer, place) => answer.userId !== writes[place].userId)) {
        throw new OrgFault('unreadable', '');
    }
    return answers;
}

/** Anything thrown, as a fault: what is not one says nothing of whether the write happened. */
export function asFault(thrown: unknown): OrgFault {
    if (thrown instanceof OrgFault) return thrown;
    return new OrgFault('unreadable', thrown instanceof Error ? thrown.message : String(thrown));
}
