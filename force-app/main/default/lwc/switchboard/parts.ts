/** What the page asks of its parts, by name. */
import type { RecordedRun } from 'c/movePlan';
import type { Recovery } from 'c/moveRecovery';
import type { RunReport } from 'c/moveRun';
import type { Id, User } from 'c/orgPort';

export interface Finder {
    reload(): void;
    clearSelection(): void;
    applyMoves(moves: { userId: Id; to: Id | null }[]): void;
}

export interface History {
    reload(): Promise<void>;
}

export interface Panel {
    readonly isRunning: boolean;
    review(user: User): void;
    recover(runId: string, recovery: Recovery): Promise<boolean>;
    undoRun(run: RecordedRun): Promise<void>;
    moveAnyway(report: RunReport, userId: Id): Promise<void>;
}
