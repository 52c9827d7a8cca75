import { toId18, type Id } from 'c/orgPort';
import { rowOf, type Plan, type PlannedUser, type Verdict } from 'c/movePlan';
import { OUTCOMES, type Earlier, type Intent, type RunStart, type Settled } from 'c/moveRun';

/** A run as the journal records it. */
export interface JournalEntry extends RunStart, Earlier {
    /** Milliseconds since the epoch; null for an unfinished run. */
    endedAt: number | null;
}

export type SetAsideReason = 'other version' | 'other org' | 'other user' | 'damaged';

/** A run in the storage that the journal neither uses nor changes. */
export interface SetAside {
    runId: string;
    why: SetAsideReason;
}

/** Records leave out what is already in the plan. */
export type JournalRecord =
    | { intend: Pick<Intent, 'userId' | 'lastModified'>[] }
    | { settle: Pick<Settled, 'userId' | 'outcome' | 'words' | 'code' | 'nowIn' | 'by' | 'at'>[] };

const VERDICTS: readonly Verdict[] = ['move', 'already there', 'blocked', 'kept'];

/** Puts the parts of a run together. @param records in order. @returns null when they are damaged */
export function readEntry(start: unknown, records: unknown[], endedAt: unknown): JournalEntry | null {
    if (!isStart(start) || !(endedAt === null || typeof endedAt === 'number')) return null;
    const users = new Map(start.plan.users.map((user) => [user.userId, user]));
    const settled = new Map<Id, Settled>();
    const inFlight = new Map<Id, Intent>();
    for (const record of records) {
        if (!isRecord(record, users)) return null;
        if ('intend' in record) {
            for (const { userId, lastModified } of record.intend) {
                const { from, to } = users.get(userId) as PlannedUser;
                inFlight.set(userId, { userId, from, to, lastModified });
            }
        } else {
            for (const one of record.settle) {
                const user = users.get(one.userId) as PlannedUser;
                const { name, from, to, reason } = user;
                settled.set(one.userId, { name, from, to, reason, ...rowOf(user), ...one });
                inFlight.delete(one.userId);
            }
        }
    }
    return { ...start, settled: [...settled.values()], inFlight: [...inFlight.values()], endedAt };
}

function isStart(value: unknown): value is RunStart {
    const { runId, by, startedAt, plan } = fields(value);
    return typeof runId === 'string' && typeof by === 'string' && typeof startedAt === 'number' && isPlan(plan);
}

function isPlan(value: unknown): value is Plan {
    const { field, target, users, undoOf, file } = fields(value);
    return (
        field === 'CallCenterId' &&
        isCenter(target) &&
        Array.isArray(users) &&
        users.every(isPlannedUser) &&
        (undoOf === null || typeof undoOf === 'string') &&
        (file === undefined || typeof file === 'string')
    );
}

function isPlannedUser(value: unknown): value is PlannedUser {
    const { userId, name, from, to, verdict, row } = fields(value);
    const isVerdict = VERDICTS.some((known) => known === verdict);
    // A blocked user or target may have any ID, because that can be why it's blocked.
    const ids = verdict === 'blocked' ? typeof userId === 'string' : isId(userId) && isCenter(from) && isCenter(to);
    return isVerdict && ids && typeof name === 'string' && (row === undefined || typeof row === 'number');
}

function isRecord(value: unknown, users: ReadonlyMap<Id, PlannedUser>): value is JournalRecord {
    const { intend, settle } = fields(value);
    const planned = (userId: unknown) => typeof userId === 'string' && users.has(userId);
    if (Array.isArray(intend)) {
        return intend.map(fields).every((one) => planned(one.userId) && typeof one.lastModified === 'string');
    }
    return (
        Array.isArray(settle) &&
        settle.map(fields).every((one) => planned(one.userId) && OUTCOMES.some((known) => known === one.outcome))
    );
}

function fields(value: unknown): Record<string, unknown> {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isCenter(value: unknown): value is Id | null {
    return value === null || isId(value);
}

function isId(value: unknown): value is Id {
    return typeof value === 'string' && toId18(value) === value;
}
