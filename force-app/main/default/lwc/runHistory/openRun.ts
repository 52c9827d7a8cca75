import type { RecordedMove, RecordedRun } from 'c/movePlan';
import { countOutcomes, type RunReport, type Settled } from 'c/moveRun';
import type { HistoryOrg, HistoryRun } from 'c/orgPort';
import { settledOf } from './rows.ts';

/**
 * What is wrong with a run in the history: someone edited it, or saving it didn't finish.
 * `users` counts the users concerned. An undo skips the users of the last two kinds.
 */
export type Flaw =
    | { kind: 'unreadable rows'; users: number }
    | { kind: 'counts differ'; recorded: number; found: number }
    | { kind: 'user twice'; users: number }
    | { kind: 'target differs'; users: number };

/** A run that was read from the history, with its moves. */
export interface OpenedRun {
    report: RunReport;
    /** What an undo is planned from: every row of every user, including contradicting ones. */
    recorded: RecordedRun;
    flaws: Flaw[];
}

/** Reads the moves of a run, page after page. @throws OrgFault */
export async function openRun(run: HistoryRun, org: HistoryOrg): Promise<OpenedRun> {
    const rows: (Settled | null)[] = [];
    let after: string | null = null;
    do {
        const page: Awaited<ReturnType<HistoryOrg['historyMoves']>> = await org.historyMoves(run.recordId, after);
        rows.push(...page.rows.map(settledOf));
        after = page.endCursor;
    } while (after);
    return judge(run, rows);
}

function judge(run: HistoryRun, rows: (Settled | null)[]): OpenedRun {
    const readable = rows.filter((row) => row !== null);
    const byUser = new Map<string, Settled[]>();
    for (const row of readable) byUser.set(row.userId, [...(byUser.get(row.userId) ?? []), row]);
    const settled = [...byUser.values()].map(([first]) => first);
    // Two equal rows are harmless; two rows that differ are a flaw.
    const twice = [...byUser.values()].filter((same) => same.some((row) => !sameMove(row, same[0])));
    const strays = run.target === null ? [] : settled.filter((one) => one.outcome === 'moved' && one.to !== run.target);
    const recorded = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
    const found = countOutcomes(settled);
    const differs = Object.entries(found).some(([outcome, count]) => (run.counts[outcome] ?? 0) !== count);

    const flaws: Flaw[] = [];
    if (readable.length < rows.length) flaws.push({ kind: 'unreadable rows', users: rows.length - readable.length });
    if (differs) flaws.push({ kind: 'counts differ', recorded, found: settled.length });
    if (twice.length) flaws.push({ kind: 'user twice', users: twice.length });
    if (strays.length) flaws.push({ kind: 'target differs', users: strays.length });
    return { report: reportOf(run, settled), recorded: recordedOf(run, readable, strays), flaws };
}

function sameMove(one: RecordedMove, other: RecordedMove): boolean {
    return one.from === other.from && one.to === other.to && one.outcome === other.outcome;
}

/** For a stray, the run and the row name different targets. Both are kept, so that no plan relies on either one. */
function recordedOf(run: HistoryRun, rows: Settled[], strays: Settled[]): RecordedRun {
    // If one row of a user says moved, all of their rows count as moved.
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
