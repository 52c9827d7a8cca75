import type { RunReport } from 'c/moveRun';
import { MAX_MOVES_PER_WRITE, type HistoryOrg, type HistoryRun, type Id } from 'c/orgPort';
import type { Kept } from 'c/runRecord';
import { moveRow, runRow, type CenterName } from './rows.ts';

/** What is known about the record of a run when its report is saved. */
export interface KeptRuns {
    /** Where this page keeps the run; null when it doesn't. */
    kept(runId: string): Promise<Kept | null>;
    /** Whether someone else carries out the run now, who then saves its results. */
    isHeldByOthers(run: HistoryRun): boolean;
}

const NOT_KEPT: KeptRuns = { kept: async () => null, isHeldByOthers: () => false };

/** A record in the history that a report is saved to. `lastModified` is null once the run has ended there. */
interface Target {
    recordId: Id;
    lastModified: string | null;
    hasMoves: boolean;
}

/**
 * Saves a run and its moves to the history: completes the record that the run was kept in while it was in progress, or
 * creates one. Skips what is already there, so it can be called until it succeeds. The run counts as ended only when all
 * its moves are saved, so that a save that is cut off leaves a run that anyone can settle again.
 * @throws OrgFault
 */
export async function saveReport(
    report: RunReport,
    org: HistoryOrg,
    centerName: CenterName,
    runs: KeptRuns = NOT_KEPT
): Promise<void> {
    const { runId, undoOf } = report;
    const kept = await runs.kept(runId);
    const isKept = kept !== null && kept.lastModified !== '';
    const asked = [...(isKept ? [] : [runId]), ...(undoOf === null ? [] : [undoOf])];
    const found = asked.length ? await org.runsNamed(asked) : [];
    const known = found.find((run) => isSame(run.runId, runId));
    const undone = undoOf === null ? undefined : found.find((run) => isSame(run.runId, undoOf));
    if (known && runs.isHeldByOthers(known)) return;

    const row = runRow(report, undone?.recordId ?? null, centerName);
    const target: Target = isKept
        ? { recordId: kept.recordId, lastModified: kept.lastModified, hasMoves: !kept.isNew }
        : known
          ? { recordId: known.recordId, lastModified: known.live?.lastModified ?? null, hasMoves: true }
          : { recordId: await org.saveRun(row), lastModified: null, hasMoves: false };
    await saveMoves(report, target, org, centerName);
    if (target.lastModified === null) return;
    if ((await org.changeRun(target.recordId, { to: 'end', run: row }, target.lastModified)) !== null) return;
    // Someone took the run over and saves its results, or the answer to the last write of this page got lost.
    const [now] = await org.runsNamed([runId]);
    if (!now?.live || runs.isHeldByOthers(now)) return;
    await org.changeRun(now.recordId, { to: 'end', run: row }, now.live.lastModified);
}

async function saveMoves(report: RunReport, target: Target, org: HistoryOrg, centerName: CenterName): Promise<void> {
    const saved = target.hasMoves ? await savedUsers(target.recordId, org) : new Set<string>();
    const rows = report.settled.map((settled) => moveRow(settled, centerName)).filter((row) => !saved.has(row.userId));
    for (let start = 0; start < rows.length; start += MAX_MOVES_PER_WRITE) {
        await org.saveMoves(target.recordId, rows.slice(start, start + MAX_MOVES_PER_WRITE));
    }
}

/** Keys of runs are unique regardless of case. */
function isSame(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}

async function savedUsers(recordId: Id, org: HistoryOrg): Promise<Set<string>> {
    const users = new Set<string>();
    let after: string | null = null;
    do {
        const page: Awaited<ReturnType<HistoryOrg['historyMoves']>> = await org.historyMoves(recordId, after);
        for (const row of page.rows) users.add(row.userId);
        after = page.endCursor;
    } while (after);
    return users;
}
