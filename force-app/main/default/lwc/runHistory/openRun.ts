import type { RecordedMove, RecordedRun } from 'c/movePlan';
import { countOutcomes, type RunReport, type Settled } from 'c/moveRun';
import type { HistoryOrg, HistoryRun } from 'c/orgPort';
import { settledOf } from './rows.ts';

/**
 * What is wrong with a run in the history: somebody edited it, or it was not written to its end.
 * `users` counts those concerned; an undo leaves the last two alone.
 */
export type Flaw =
    | { kind: 'unreadable rows'; users: number }
    | { kind: 'counts differ'; said: number; found: number }
    | { kind: 'user twice'; users: number }
    | { kind: 'target differs'; users: number };

/** A run as the history has it, opened. */
export interface KeptRun {
    report: RunReport;
    /** What an undo is planned from: everything that was said of every user, contradictions too. */
    recorded: RecordedRun;
    flaws: Flaw[];
}

/** Reads the moves of a run, page after page. @throws OrgFault */
export async function openRun(run: HistoryRun, org: HistoryOrg): Promise<KeptRun> {
    const rows: (Settled | null)[] = [];
    let after: string | null = null;
    do {
        const page: Awaited<ReturnType<HistoryOrg['historyMoves']>> = await org.historyMoves(run.recordId, after);
        rows.push(...page.rows.map(settledOf));
        after = page.endCursor;
    } while (after);
    return judge(run, rows);
}

function judge(run: HistoryRun, rows: (Settled | null)[]): KeptRun {
    const readable = rows.filter((row) => row !== null);
    const byUser = new Map<string, Settled[]>();
    for (const row of readable) byUser.set(row.userId, [...(byUser.get(row.userId) ?? []), row]);
    const settled = [...byUser.values()].map(([first]) => first);
    // The same row twice says nothing wrong; two rows that differ do.
    const twice = [...byUser.values()].filter((same) => same.some((row) => !sameMove(row, same[0])));
    const strays = run.target === null ? [] : settled.filter((one) => one.outcome === 'moved' && one.to !== run.target);
    const said = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
    const found = countOutcomes(settled);
    const differs = Object.entries(found).some(([outcome, count]) => (run.counts[outcome] ?? 0) !== count);

    const flaws: Flaw[] = [];
    if (readable.length < rows.length) flaws.push({ kind: 'unreadable rows', users: rows.length - readable.length });
    if (differs) flaws.push({ kind: 'counts differ', said, found: settled.length });
    if (twice.length) flaws.push({ kind: 'user twice', users: twice.length });
    if (strays.length) flaws.push({ kind: 'target differs', users: strays.length });
    return { report: reportOf(run, settled), recorded: recordedOf(run, readable, strays), flaws };
}

function sameMove(one: RecordedMove, other: RecordedMove): boolean {
    return one.from === other.from && one.to === other.to && one.outcome === other.outcome;
}

/** The run and the row of a stray name two targets: both stand, so that no plan takes either for certain. */
function recordedOf(run: HistoryRun, rows: Settled[], strays: Settled[]): RecordedRun {
    // A user with two outcomes counts with both, as moved.
    const moved = new Set(rows.filter((row) => row.outcome === 'moved').map((row) => row.userId));
    const claims = rows.map((row) => (moved.has(row.userId) ? { ...row, outcome: 'moved' } : row));
    return {
        runId: run.runId,
        field: 'CallCenterId',
        settled: [...claims, ...strays.map((stray) => ({ ...stray, to: run.target }))]
    };
}

function reportOf(run: HistoryRun, settled: Settled[]): RunReport {
    const startedAt = Date.parse(run.startedAt) || 0;
    return {
        runId: run.runId,
        field: 'CallCenterId',
        target: run.target,
        startedAt,
        endedAt: Date.parse(run.endedAt) || startedAt,
        by: run.by ?? '',
        settled,
        stoppedBecause: null,
        words: null,
        undoOf: run.undoOf?.runId ?? null
    };
}
