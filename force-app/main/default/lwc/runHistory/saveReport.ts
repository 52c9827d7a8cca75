import type { RunReport } from 'c/moveRun';
import type { HistoryOrg, Id } from 'c/orgPort';
import { moveRow, runRow, type CenterName } from './rows.ts';

/** Rows one mutation creates: as many as one Collections call takes (documented); for mutations nothing is documented. */
const ROWS_AT_ONCE = 200;

/**
 * Keeps a run and its moves in the history. What is there already is not written again, so it may be called as often
 * as it takes.
 * @throws OrgFault
 */
export async function keepReport(report: RunReport, org: HistoryOrg, centerName: CenterName): Promise<void> {
    const known = await org.historyRun(report.runId);
    const recordId = known?.recordId ?? (await keepRun(report, org, centerName));
    const there = known === null ? new Set<string>() : await usersKept(recordId, org);
    const rows = report.settled.map((settled) => moveRow(settled, centerName)).filter((row) => !there.has(row.userId));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        await org.keepMoves(recordId, rows.slice(start, start + ROWS_AT_ONCE));
    }
}

async function keepRun(report: RunReport, org: HistoryOrg, centerName: CenterName): Promise<Id> {
    const undone = report.undoOf === null ? null : await org.historyRun(report.undoOf);
    return org.keepRun(runRow(report, undone?.recordId ?? null, centerName));
}

async function usersKept(recordId: Id, org: HistoryOrg): Promise<Set<string>> {
    const users = new Set<string>();
    let after: string | null = null;
    do {
        const page: Awaited<ReturnType<HistoryOrg['historyMoves']>> = await org.historyMoves(recordId, after);
        for (const row of page.rows) users.add(row.userId);
        after = page.endCursor;
    } while (after);
    return users;
}
