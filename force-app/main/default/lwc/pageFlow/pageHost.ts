import type { MoveJournal } from 'c/moveJournal';
import type { RequestDesk } from 'c/moveRequests';
import type { RunOptions } from 'c/moveRun';
import type { ChecksOrg, HistoryOrg, Id, Org } from 'c/orgPort';
import type * as state from 'c/pageState';
import type { RunKeeper } from 'c/runRecord';
import type { ClickOptions } from './clicks.ts';

/** The page as its flow sees it: its state, and what the flow needs from it. */
export interface PageHost {
    readonly page: state.Page;
    readonly org: Org & HistoryOrg & ChecksOrg;
    readonly journal: MoveJournal;
    readonly keeper: RunKeeper;
    readonly requests: RequestDesk;
    /** The user who works with the page. */
    readonly userId: Id;
    readonly clock: Pick<RunOptions, 'now' | 'wait' | 'random'>;
    /** Whether that user may edit users. It is asked again each time the page reads, because it may not be known at first. */
    permission(): state.Permission;
    newRunId(): string;
    whileUnlocked: ClickOptions['whileUnlocked'];
    /** Makes this the page's state. */
    become(page: state.Page): void;
}
