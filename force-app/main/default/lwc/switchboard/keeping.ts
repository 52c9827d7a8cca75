/** What keeping runs takes: locks between tabs, pauses, and words on what the history lacks. */
import { fill, LABELS } from 'c/labels';
import { lockRun } from 'c/moveJournal';
import type { RecordedRun } from 'c/movePlan';
import type { Recovery } from 'c/moveRecovery';
import type { RunReport } from 'c/moveRun';
import type { Id, User } from 'c/orgPort';
import type { Lacking } from 'c/runHistory';
import { faultText } from 'c/wording';

/** What the page asks of the panel. */
export interface Panel {
    readonly isRunning: boolean;
    review(user: User): void;
    recover(runId: string, recovery: Recovery): Promise<boolean>;
    undoRun(run: RecordedRun): Promise<void>;
    moveAnyway(report: RunReport, userId: Id): Promise<void>;
}

/** Does something for a run unless another tab is at it. */
export function alone(runId: string, act: () => Promise<void>) {
    return lockRun(navigator.locks, runId, act);
}

export function wait(ms: number): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Null while nothing went wrong: keeping the history takes a moment after every run. */
export function lackingText({ runs, fault }: Lacking): string | null {
    if (!runs || !fault) return null;
    const why = faultText(fault);
    return runs === 1 ? fill(LABELS.historyLacks, why) : fill(LABELS.historyLacksMany, runs, why);
}
