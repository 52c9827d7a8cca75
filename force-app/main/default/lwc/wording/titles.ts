import { fill, LABELS } from 'c/labels';
import { countOutcomes, type RunReport } from 'c/moveRun';
import type { NameOf } from './wording.ts';

/** What a run came to, in one line. */
export function reportTitle(report: RunReport, nameOf: NameOf): string {
    const { moved } = countOutcomes(report.settled);
    const total = report.settled.length;
    if (report.undoOf !== null) return fill(LABELS.reportTitleMixed, moved, total);
    if (report.target !== null) return fill(LABELS.reportTitle, moved, total, nameOf(report.target));
    // Without one target they went to several call centers, or all out of theirs.
    return report.settled.every((one) => one.to === null)
        ? fill(LABELS.reportTitleRemoved, moved, total)
        : fill(LABELS.reportTitleSeveral, moved, total);
}
