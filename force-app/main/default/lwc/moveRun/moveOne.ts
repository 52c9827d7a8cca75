import { isTemporary, type Membership, type Org, type OrgFault } from 'c/orgPort';
import type { PlannedField, PlannedUser } from 'c/movePlan';
import { pauseAfter } from './pace.ts';
import type { Settled } from './report.ts';
import { asFault, currentValue, isLocked, settled, settledByReading, standing } from './settle.ts';

/** Tries of one click. Few, because someone is waiting for it. */
const TRIES = 4;

export interface MoveOneOptions {
    wait(ms: number): Promise<void>;
    /** 0 to 1. */
    random(): number;
}

/** What one click asks of an org. */
export type OneOrg = Pick<Org, 'memberships' | 'writeOne'>;

/**
 * Moves one planned user, and only if no one modified the user since `lastModified`. A user who was modified otherwise is
 * read again and still moved. Whether the move is allowed is the plan's decision.
 * Never throws: a fault is a refusal, with its `FaultKind` as code, and `uncertain` when the write may have happened.
 * @param shownAt the user's `lastModified` as the page shows it; null reads it first
 */
export async function moveOne(
    planned: PlannedUser,
    field: PlannedField,
    shownAt: string | null,
    org: OneOrg,
    options: MoveOneOptions
): Promise<Settled> {
    const { userId, from, to } = planned;
    const one = standing(planned, field);
    const pause = (tries: number, retryAfter: number | null) =>
        options.wait(pauseAfter(tries, retryAfter, options.random()));
    let readAt: string | null = planned.verdict === 'move' ? shownAt : null;
    let refusal: Settled | null = null;
    let tries = 0;
    for (;;) {
        if (readAt === null) {
            let now: Membership | undefined;
            try {
                now = (await org.memberships([userId])).find((membership) => membership.userId === userId);
            } catch (thrown) {
                const fault = asFault(thrown);
                tries += 1;
                if (!isTemporary(fault) || tries >= TRIES) return refusedBy(planned, fault, one.intent !== null);
                await pause(tries, fault.retryAfter);
                continue;
            }
            const outcome = settledByReading(one, now);
            if (outcome !== null || now === undefined) return outcome ?? settled(planned, 'refused');
            one.intent = null;
            if (refusal !== null && (tries >= TRIES || (one.fault !== null && !isTemporary(one.fault)))) return refusal;
            // Someone modifies this user again and again.
            if (tries >= TRIES) {
                return settled(planned, 'changed meanwhile', {
                    nowIn: currentValue(now, field),
                    by: now.lastModifiedBy,
                    at: now.lastModified
                });
            }
            readAt = now.lastModified;
        }
        const lastModified: string = readAt;
        readAt = null;
        tries += 1;
        try {
            const answer = await org.writeOne({ userId, to }, lastModified);
            if ('changed' in answer) continue;
            if (answer.written) return settled(planned, 'moved');
            refusal = settled(planned, 'refused', { words: answer.words, code: answer.code });
            if (!isLocked(answer) || tries >= TRIES) return refusal;
            await pause(tries, null);
        } catch (thrown) {
            const fault = asFault(thrown);
            one.intent = fault.sent ? { userId, from, to, lastModified } : null;
            one.fault = fault;
            refusal = refusedBy(planned, fault, false);
            if (!fault.sent && (!isTemporary(fault) || tries >= TRIES)) return refusal;
            if (isTemporary(fault)) await pause(tries, fault.retryAfter);
        }
    }
}

function refusedBy(planned: PlannedUser, fault: OrgFault, uncertain: boolean): Settled {
    return settled(planned, 'refused', { words: fault.words, code: fault.kind, ...(uncertain && { uncertain }) });
}
