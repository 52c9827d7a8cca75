/** The plan of a request as text: what `c/runRecord` keeps of a run, in one part, so that a request is one record. */
import { sharedTarget, type Plan } from 'c/movePlan';
import type { MoveRequestRecord } from 'c/orgPort';
import { decodePlan, encodePlan } from 'c/runRecord';

/** What is asked for: only users who would move. Whoever may run it makes the verdicts again. */
export function requestedOf(plan: Plan): Plan {
    const users = plan.users.filter(({ verdict }) => verdict === 'move');
    return { ...plan, target: sharedTarget(users), users, undoOf: null };
}

/** @returns null when the plan doesn't fit one record, which takes about 6,800 users */
export function encodeRequest(key: string, plan: Plan): string | null {
    const parts = encodePlan(key, plan);
    return parts?.length === 1 ? parts[0] : null;
}

/** @returns null for a text that someone edited, or that doesn't say what the rest of its record says */
export function decodeRequest(
    { key, users, target }: Pick<MoveRequestRecord, 'key' | 'users' | 'target'>,
    text: string
): Plan | null {
    const decoded = decodePlan(key, [{ runId: key, part: 0, text }]);
    if ('flaw' in decoded) return null;
    const { plan } = decoded;
    const isAsked = plan.users.every(({ verdict }) => verdict === 'move');
    return isAsked && plan.users.length === users && plan.target === target ? plan : null;
}
