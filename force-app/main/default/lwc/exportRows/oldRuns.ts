/** Exports the runs of the history that started before a day, and deletes those that were exported. */
import {
    MAX_DELETIONS,
    MAX_ROWS_PER_READ,
    OrgFault,
    type HistoryOrg,
    type HistoryPage,
    type HistoryRun,
    type Id,
    type OldRunsOrg,
    type RunMove
} from 'c/orgPort';
import type { ReadingHost } from './userReading.ts';

/** Rows of one export of the history. */
export const MAX_HISTORY_ROWS = 100_000;

/** Runs, newest first, with what the history has of each. */
export interface OldRuns {
    runs: HistoryRun[];
    moves: ReadonlyMap<Id, RunMove[]>;
    rows: number;
}

/** @returns null when it was cancelled, `too many` when a file can't have all. @throws OrgFault */
export async function readOldRuns(
    org: Pick<HistoryOrg, 'historyRuns' | 'movesBefore'>,
    before: string,
    { isCancelled, onProgress }: ReadingHost
): Promise<OldRuns | 'too many' | null> {
    const runs: HistoryRun[] = [];
    let after: string | null = null;
    do {
        const page: HistoryPage<HistoryRun> = await org.historyRuns({ words: [], before }, after, MAX_ROWS_PER_READ);
        if (isCancelled()) return null;
        runs.push(...page.rows);
        after = page.endCursor;
        if (runs.length > MAX_HISTORY_ROWS) return 'too many';
    } while (after !== null);
    const moves = new Map<Id, RunMove[]>(runs.map(({ recordId }) => [recordId, []]));
    const all = runs.reduce((sum, { counts }) => sum + usersOf(counts), 0);
    let read = 0;
    do {
        if (runs.length === 0) break;
        const page: HistoryPage<RunMove> = await org.movesBefore(before, after);
        if (isCancelled()) return null;
        // A run in progress isn't among the runs, and neither are its users.
        for (const move of page.rows) moves.get(move.recordId)?.push(move);
        after = page.endCursor;
        read += page.rows.length;
        if (read > MAX_HISTORY_ROWS) return 'too many';
        onProgress(read, Math.max(read, all));
    } while (after !== null);
    const rows = runs.reduce((sum, { recordId }) => sum + Math.max(1, moves.get(recordId)!.length), 0);
    return { runs, moves, rows };
}

/** Runs whose users are all in the file. One that's still being saved, or was edited, isn't among them. */
export function wholeRuns({ runs, moves }: OldRuns): HistoryRun[] {
    return runs.filter(({ recordId, counts }) => moves.get(recordId)!.length >= usersOf(counts));
}

/** One row for each user of each run, and one for a run without users. */
export function* historyRows({ runs, moves }: OldRuns): Generator<string[]> {
    yield [
        'Move',
        'Started',
        'Ended',
        'Moved by',
        'Undo of',
        'User ID',
        'User',
        'From ID',
        'From',
        'To ID',
        'To',
        'Outcome',
        'Reason'
    ];
    for (const { recordId, name, startedAt, endedAt, by, undoOf } of runs) {
        const run = [name, startedAt, endedAt, by ?? '', undoOf?.name ?? ''];
        const users = moves.get(recordId)!;
        if (users.length === 0) yield [...run, '', '', '', '', '', '', '', ''];
        for (const { userId, userName, from, fromName, to, toName, outcome, reason } of users)
            yield [
                ...run,
                userId,
                ...[userName, from, fromName, to, toName].map((text) => text ?? ''),
                outcome,
                reason ?? ''
            ];
    }
}

/** What became of every run that was to be deleted. */
export interface Deletion {
    deleted: number;
    /** Runs that the org didn't delete, and its words. */
    refused: { name: string; words: string }[];
    /** The answer was lost, and these runs were still there afterward: they may be deleted yet. */
    uncertain: number;
    /** Runs that weren't tried, because it was stopped, or because of `fault`. */
    left: number;
    fault: unknown;
}

/** Deletes runs in batches, one after the other. A batch of which the org deletes nothing is the last one. */
export async function deleteRuns(
    org: Pick<OldRunsOrg, 'deleteRuns'> & Pick<HistoryOrg, 'runsNamed'>,
    runs: readonly HistoryRun[],
    { isCancelled, onProgress }: ReadingHost
): Promise<Deletion> {
    const result: Deletion = { deleted: 0, refused: [], uncertain: 0, left: 0, fault: null };
    let start = 0;
    while (start < runs.length && !isCancelled()) {
        const batch = runs.slice(start, start + MAX_DELETIONS);
        start += batch.length;
        const before = result.deleted;
        try {
            const answers = await org.deleteRuns(batch.map(({ recordId, runId }) => ({ recordId, runId })));
            answers.forEach((answer, place) => {
                if (answer.deleted) result.deleted += 1;
                else result.refused.push({ name: batch[place].name, words: answer.words });
            });
        } catch (thrown) {
            result.fault = thrown;
            await settle(org, batch, thrown, result);
            break;
        }
        onProgress(start, runs.length);
        if (result.deleted === before) break;
    }
    result.left += runs.length - start;
    return result;
}

/** Reads which runs of a batch are still there, because its answer doesn't tell. */
async function settle(
    org: Pick<HistoryOrg, 'runsNamed'>,
    batch: readonly HistoryRun[],
    thrown: unknown,
    result: Deletion
): Promise<void> {
    if (thrown instanceof OrgFault && !thrown.sent) {
        result.left += batch.length;
        return;
    }
    try {
        const there = await org.runsNamed(batch.map(({ runId }) => runId));
        result.deleted += batch.length - there.length;
        result.uncertain += there.length;
    } catch (unread) {
        // What one reading doesn't prove isn't known.
        if (!(unread instanceof OrgFault)) throw unread;
        result.uncertain += batch.length;
    }
}

function usersOf(counts: Record<string, number>): number {
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
