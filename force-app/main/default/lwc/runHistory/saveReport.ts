import type { RunReport } from 'c/moveRun';
import { MAX_MOVES_PER_WRITE, type HistoryOrg, type Id } from 'c/orgPort';
import { moveRow, runRow, type CenterName } from './rows.ts';

/**
 * Saves a run and its moves to the history. Skips what is already there, so it can be called until it succeeds.
 * @throws OrgFault
 */
export async function saveReport(report: RunReport, org: HistoryOrg, centerName: CenterName): Promise<void> {
    const known = await org.historyRun(report.runId);
    const recordId = known?.recordId ?? (await saveRun(report, org, centerName));
    const saved = known === null ? new Set<string>() : await savedUsers(recordId, org);
    const rows = report.settled.map((settled) => moveRow(settled, centerName)).filter((row) => !saved.has(row.userId));
    for (let start = 0; start < rows.length; start += MAX_MOVES_PER_WRITE) {
        await org.saveMoves(recordId, rows.slice(start, start + MAX_MOVES_PER_WRITE));
    }
}

async function saveRun(report: RunReport, org: HistoryOrg, centerName: CenterName): Promise<Id> {
    const undone = report.undoOf === null ? null : await org.historyRun(report.undoOf);
    return org.saveRun(runRow(report, undone?.recordId ?? null, centerName));
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
