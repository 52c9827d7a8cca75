import { fill, LABELS } from 'c/labels';
import { countOutcomes, type RunReport } from 'c/moveRun';
import type { Id } from 'c/orgPort';
import type { NameOf } from './names.ts';

/** The result of a move, in one line. */
export function reportTitle(report: RunReport, nameOf: NameOf): string {
    const { moved } = countOutcomes(report.settled);
    const total = report.settled.length;
    const title = (one: string, many: string, ...more: string[]) =>
        fill(total === 1 ? one : many, moved, total, ...more);
    if (report.undoOf !== null) return title(LABELS.reportTitleMixedOne, LABELS.reportTitleMixed);
    if (report.target !== null) return title(LABELS.reportTitleOne, LABELS.reportTitle, nameOf(report.target));
    return isRemoval(report, report.settled)
        ? title(LABELS.reportTitleRemovedOne, LABELS.reportTitleRemoved)
        : title(LABELS.reportTitleSeveralOne, LABELS.reportTitleSeveral);
}

/**
 * Whether every user of a plan or report goes out of their call center. Without a target, users can also go to multiple
 * call centers. An undo can take users out of call centers too, but what it does is move them back.
 */
export function isRemoval(move: { target: Id | null; undoOf: string | null }, users: { to: Id | null }[]): boolean {
    return move.target === null && move.undoOf === null && users.every((user) => user.to === null);
}
