import { toId18, type HistoryRun, type Id, type MoveRequestRecord } from 'c/orgPort';
import { isActive, LONGEST_SILENCE } from 'c/runRecord';

/**
 * What became of a request. `running`: an admin carries it out. Its run is `active`, was `interrupted` and can be continued, or
 * is `unknown`, because the org doesn't have it. `damaged`: someone edited the record, so that it makes no sense.
 */
export type RequestState =
    | { status: 'requested' }
    | { status: 'running'; run: 'active' | 'interrupted' | 'unknown' }
    | { status: 'done'; moved: number }
    | { status: 'declined'; answer: string }
    | { status: 'withdrawn' }
    | { status: 'damaged' };

export interface MoveRequest extends Omit<MoveRequestRecord, 'status' | 'answer' | 'moved' | 'createdAt'> {
    state: RequestState;
    /** Milliseconds since the epoch. */
    createdAt: number;
}

/**
 * @param run the run that the request names, if the org has it. Whatever the request says, a run that ended did it.
 * @param now milliseconds since the epoch
 */
export function readRequest(record: MoveRequestRecord, run: HistoryRun | undefined, now: number): MoveRequest {
    const { status: _status, answer: _answer, moved: _moved, ...rest } = record;
    return { ...rest, createdAt: Date.parse(record.createdAt), state: stateOf(record, run, now) };
}

function stateOf(record: MoveRequestRecord, run: HistoryRun | undefined, now: number): RequestState {
    const { status, moved, users, answer } = record;
    if (!isWhole(record)) return { status: 'damaged' };
    switch (status) {
        case 'requested':
        case 'withdrawn':
            return { status };
        case 'running':
            return runningState(record, run, now);
        case 'done':
            return isCount(moved) && moved <= users ? { status, moved } : { status: 'damaged' };
        case 'declined':
            return { status, answer };
        default:
            return { status: 'damaged' };
    }
}

function runningState({ lastModified }: MoveRequestRecord, run: HistoryRun | undefined, now: number): RequestState {
    if (run === undefined) {
        // It was just begun, or its page is gone, or the org couldn't keep it.
        const isNew = now - Date.parse(lastModified) < LONGEST_SILENCE;
        return { status: 'running', run: isNew ? 'active' : 'unknown' };
    }
    if (run.live === null) return { status: 'done', moved: run.counts.moved ?? 0 };
    return { status: 'running', run: isActive(run, now) ? 'active' : 'interrupted' };
}

function isWhole({ key, users, target, createdAt }: MoveRequestRecord): boolean {
    return key !== '' && isCount(users) && users > 0 && isCenter(target) && !Number.isNaN(Date.parse(createdAt));
}

function isCount(number: number): boolean {
    return Number.isInteger(number) && number >= 0;
}

function isCenter(target: Id | null): boolean {
    return target === null || toId18(target) === target;
}
