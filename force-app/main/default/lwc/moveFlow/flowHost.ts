import type { MoveJournal } from 'c/moveJournal';
import type { Plan } from 'c/movePlan';
import type { RequestDesk } from 'c/moveRequests';
import type { RunOptions, RunReport, Settled } from 'c/moveRun';
import type { Org } from 'c/orgPort';
import type { Aim, PanelState } from 'c/panelState';
import type { RunKeeper } from 'c/runRecord';

/** What to do about an interrupted run, after its writes in flight are settled by reading. */
export type Recovery = 'continue' | 'undo' | 'leave';

/** What the flow needs from the page that it belongs to. */
export interface FlowHost {
    readonly org: Org;
    readonly journal: MoveJournal;
    readonly keeper: RunKeeper;
    readonly requests: Pick<RequestDesk, 'send' | 'claim' | 'settle'>;
    /** The name of the user who moves, for the report. */
    readonly by: string;
    readonly aim: Aim & { mayEdit: boolean };
    readonly clock: Pick<RunOptions, 'now' | 'wait' | 'random'>;
    newRunId(): string;
    /** Does something while no other tab runs anything. @returns null when another tab does */
    runAlone<T>(runId: string, act: () => Promise<T>): Promise<T | null>;
    changed(state: PanelState): void;
    /** The plan was sent to admins as a request. */
    sent(): void;
    started(plan: Plan): void;
    /** The run settled some users. */
    settled(settled: Settled[]): void;
    /** @param report null: nothing ran */
    ended(report: RunReport | null): void;
    /** Uncertain users of a report were read again. */
    checked(report: RunReport): void;
}
