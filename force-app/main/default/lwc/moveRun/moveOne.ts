import { isTemporary, type Membership, type Org, type OrgFault } from 'c/orgPort';
import type { PlannedField, PlannedUser } from 'c/movePlan';
import { pauseAfter } from './pace.ts';
import type { Settled } from './report.ts';
import {
    asFault,
    isLocked,
    sentWithoutAnswer,
    settled,
    settledByReading,
    standing,
    valueIn,
    type Standing
} from './settle.ts';

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
 * Never throws: a fault is a refusal, with its `FaultKind` as code, or `uncertain` when the write may have happened.
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
                if (!isTemporary(fault) || tries >= TRIES) return failedBy(one, fault);
                await pause(tries, fault.retryAfter);
                continue;
            }
            const outcome = settledByReading(one, now);
            if (outcome !== null || now === undefined) return outcome ?? settled(planned, 'refused');
            if (refusal !== null && (tries >= TRIES || (one.fault !== null && !isTemporary(one.fault)))) return refusal;
            // Someone modifies this user again and again.
            if (tries >= TRIES) {
                return settled(planned, 'changed meanwhile', {
                    nowIn: valueIn(now, field),
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
            if (isUnproven(answer)) {
                one.intent = { userId, from, to, lastModified };
                one.answer = { words: answer.words, code: answer.code };
                continue;
            }
            // An earlier lost write may still commit. It may also be what locks the row.
            refusal = settled(planned, one.lost ? 'uncertain' : 'refused', { words: answer.words, code: answer.code });
            if (!isLocked(answer) || tries >= TRIES) return refusal;
            await pause(tries, null);
        } catch (thrown) {
            const fault = asFault(thrown);
            // An earlier lost write stays in flight: reading the user as before doesn't prove that it never commits.
            if (fault.sent) sentWithoutAnswer(one, { userId, from, to, lastModified }, fault);
            one.fault = fault;
            refusal = failedBy(one, fault);
            if (!fault.sent && (!isTemporary(fault) || tries >= TRIES)) return refusal;
            if (isTemporary(fault)) await pause(tries, fault.retryAfter);
        }
    }
}

/** Whether the org answered without an error, but not that the user is where the write put them. A reading decides. */
function isUnproven({ words }: { words: string }): boolean {
    return words === '';
}

function failedBy({ user, intent }: Standing, fault: OrgFault): Settled {
    return settled(user, intent === null ? 'refused' : 'uncertain', { words: fault.words, code: fault.kind });
}
