import { onceFor } from 'c/memo';
import type { Id } from 'c/orgPort';
import { waits } from './choosePlan.ts';
import type { BlockReason, Plan } from './plan.ts';

export interface Summary {
    move: number;
    alreadyThere: number;
    kept: number;
    /** Users who wait for an answer about the type of a call center. */
    wait: number;
    /** How many users are blocked for good, by reason; reasons that block no one are absent. */
    blocked: Map<BlockReason, number>;
    /** Where the users to be moved come from, most first (null: in no call center, so they are new). */
    from: { callCenterId: Id | null; users: number }[];
}

/** Counted once for each plan: a plan never changes, and a page asks for its counts each time it's drawn. */
export const summary = onceFor(summaryOf);

function summaryOf(plan: Plan): Summary {
    const counts: Summary = { move: 0, alreadyThere: 0, kept: 0, wait: 0, blocked: new Map(), from: [] };
    const from = new Map<Id | null, number>();
    for (const user of plan.users) {
        switch (user.verdict) {
            case 'move':
                counts.move += 1;
                from.set(user.from, (from.get(user.from) ?? 0) + 1);
                break;
            case 'already there':
                counts.alreadyThere += 1;
                break;
            case 'kept':
                counts.kept += 1;
                break;
            case 'blocked':
                if (waits(user.reason)) counts.wait += 1;
                else if (user.reason !== null)
                    counts.blocked.set(user.reason, (counts.blocked.get(user.reason) ?? 0) + 1);
                break;
        }
    }
    counts.from = [...from]
        .map(([callCenterId, users]) => ({ callCenterId, users }))
        .sort((one, other) => other.users - one.users);
    return counts;
}
