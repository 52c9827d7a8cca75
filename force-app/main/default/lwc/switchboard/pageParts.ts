/** The methods that the page calls on its parts. */
import type { Recovery } from 'c/moveFlow';
import type { Plan, RecordedRun } from 'c/movePlan';
import type { RunReport } from 'c/moveRun';
import type { Id, User, UserSearch } from 'c/orgPort';

export interface FinderPart {
    reload(): void;
    find(text: string): void;
    show(search: Partial<UserSearch>): void;
    afterRun(): void;
    clearSelection(): void;
    focusSearch(): void;
    applyMoves(moves: { userId: Id; to: Id | null }[]): void;
}

export interface HistoryPart {
    reload(): Promise<void>;
}

export interface ImporterPart {
    focus(): void;
    applyMoves(moves: { userId: Id; to: Id | null }[]): void;
}

export interface PanelPart {
    readonly isRunning: boolean;
    review(plan: Plan, users: User[]): void;
    /** @returns false when no users are selected */
    reviewSelection(): boolean;
    /** Leaves a review or results. @returns false when none is open */
    leave(): boolean;
    recover(runId: string, recovery: Recovery): Promise<boolean>;
    undoRun(run: RecordedRun): Promise<void>;
    moveAnyway(report: RunReport, userIds: Id[]): Promise<void>;
}

/** Each is undefined while it isn't shown. */
export interface PageParts {
    finder?: FinderPart;
    history?: HistoryPart;
    importer?: ImporterPart;
    panel?: PanelPart;
}
