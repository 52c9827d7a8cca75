import type { JournalEntry } from 'c/moveJournal';
import { fileOf } from 'c/movePlan';
import type { RunReport } from 'c/moveRun';

/** The report of a run, made from its journal entry. The journal doesn't record why a run stopped. */
export function runFromJournal(entry: JournalEntry): RunReport {
    const { runId, plan, startedAt, by } = entry;
    const settled = new Map(entry.settled.map((one) => [one.userId, one]));
    return {
        runId,
        field: plan.field,
        target: plan.target,
        startedAt,
        endedAt: entry.endedAt ?? startedAt,
        by,
        settled: plan.users.flatMap((user) => settled.get(user.userId) ?? []),
        stoppedBecause: null,
        words: null,
        undoOf: plan.undoOf,
        ...fileOf(plan)
    };
}
