import { passes, type Id, type Membership, type Org, type OrgFault } from 'c/orgPort';
import type { PlannedUser } from 'c/movePlan';
import { pauseAfter } from './pace.ts';
import type { Settled } from './report.ts';
import { asFault, isLocked, settled, settledByReading, standing } from './settle.ts';

/** How often one click is tried; a person is looking on, so it is not long. */
const TRIES = 4;

export interface MoveOneOptions {
    wait(ms: number): Promise<void>;
    /** 0 to 1. */
    random(): number;
}

/** The user as the page shows them; every `User` is one. `lastModified` makes the move exact; empty: read it first. */
export interface ShownUser {
    id: Id;
    name: string;
    callCenterId: Id | null;
    lastModified: string;
}

/**
 * Moves one user at once (null: removes them), and only if nobody modified them since they were shown; who merely was
 * modified otherwise is read again and moved all the same. Whether the move is allowed is the plan's business.
 * Never throws: a fault is a refusal, with its `FaultKind` as code, and `uncertain` when the write may have happened.
 */
export async function moveOne(
    user: ShownUser,
    target: Id | null,
    org: Pick<Org, 'memberships' | 'writeOne'>,
    options: MoveOneOptions
): Promise<Settled> {
    const planned: PlannedUser = {
        userId: user.id,
        name: user.name,
        from: user.callCenterId,
        to: target,
        verdict: user.callCenterId === target ? 'already there' : 'move',
        reason: null,
        by: null
    };
    const one = standing(planned);
    const pause = (tries: number, retryAfter: number | null) =>
        options.wait(pauseAfter(tries, retryAfter, options.random()));
    let seen: string | null = planned.verdict === 'move' ? user.lastModified || null : null;
    let refusal: Settled | null = null;
    let tries = 0;
    for (;;) {
        if (seen === null) {
            let now: Membership | undefined;
            try {
                now = (await org.memberships([user.id])).find((membership) => membership.userId === user.id);
            } catch (thrown) {
                const fault = asFault(thrown);
                tries += 1;
                if (!passes(fault) || tries >= TRIES) return refusedBy(planned, fault, one.intent !== null);
                await pause(tries, fault.retryAfter);
                continue;
            }
            const outcome = settledByReading(one, now);
            if (outcome !== null || now === undefined) return outcome ?? settled(planned, 'refused');
            one.intent = null;
            if (refusal !== null && (tries >= TRIES || (one.fault !== null && !passes(one.fault)))) return refusal;
            // Somebody modifies this user again and again.
            if (tries >= TRIES) {
                return settled(planned, 'changed meanwhile', {
                    nowIn: now.callCenterId,
                    by: now.lastModifiedBy,
                    at: now.lastModified
                });
            }
            seen = now.lastModified;
        }
        const lastModified: string = seen;
        seen = null;
        tries += 1;
        try {
            const answer = await org.writeOne({ userId: user.id, to: target }, lastModified);
            if ('changed' in answer) continue;
            if (answer.written) return settled(planned, 'moved');
            refusal = settled(planned, 'refused', { words: answer.words, code: answer.code });
            if (!isLocked(answer) || tries >= TRIES) return refusal;
            await pause(tries, null);
        } catch (thrown) {
            const fault = asFault(thrown);
            one.intent = fault.sent ? { userId: user.id, from: planned.from, to: target, lastModified } : null;
            one.fault = fault;
            refusal = refusedBy(planned, fault, false);
            if (!fault.sent && (!passes(fault) || tries >= TRIES)) return refusal;
            if (passes(fault)) await pause(tries, fault.retryAfter);
        }
    }
}

function refusedBy(planned: PlannedUser, fault: OrgFault, uncertain: boolean): Settled {
    return settled(planned, 'refused', { words: fault.words, code: fault.kind, ...(uncertain && { uncertain }) });
}
