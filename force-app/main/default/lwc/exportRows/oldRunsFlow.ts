/** Exports and deletes old runs for the page, one `OldRunsState` after the other. */
import { OrgFault, type HistoryOrg, type HistoryRun } from 'c/orgPort';
import { writeTable } from './exporting.ts';
import { deleteRuns, historyRows, readOldRuns, wholeRuns, type Deletion } from './oldRuns.ts';

export type OldRunsState =
    | { stage: 'choosing' | 'none' | 'too many' }
    | { stage: 'reading' | 'deleting'; done: number; of: number }
    | { stage: 'failed'; fault: unknown }
    | {
          /** The file was saved. Only these runs can be deleted now. */
          stage: 'exported';
          runs: number;
          rows: number;
          deletable: readonly HistoryRun[];
          mayDelete: boolean;
      }
    | { stage: 'deleted'; of: number; result: Deletion };

/** What the flow needs from the page. */
export interface OldRunsHost {
    readonly org: HistoryOrg;
    now(): number;
    wait(ms: number): Promise<void>;
    changed(state: OldRunsState): void;
    /** Saves a file with the parts of a text. */
    save(parts: string[]): void;
}

export class OldRunsFlow {
    private readonly host: OldRunsHost;
    private current: OldRunsState = { stage: 'choosing' };
    private turn = 0;

    constructor(host: OldRunsHost) {
        this.host = host;
    }

    /** Exports the runs that started before a time. */
    async export(before: string): Promise<void> {
        const { org, now, wait, save } = this.host;
        const isCancelled = this.begin();
        const onProgress = (done: number, of: number) => this.become({ stage: 'reading', done, of });
        onProgress(0, 0);
        try {
            const old = await readOldRuns(org, before, { isCancelled, onProgress });
            if (old === null) return;
            if (old === 'too many') return this.become({ stage: 'too many' });
            if (old.runs.length === 0) return this.become({ stage: 'none' });
            const mayDelete = await org.mayDeleteRuns();
            const parts = await writeTable(historyRows(old), ',', { now, pause: () => wait(0), isCancelled });
            if (parts === null || isCancelled()) return;
            save(parts);
            const { runs, rows } = old;
            this.become({ stage: 'exported', runs: runs.length, rows, deletable: wholeRuns(old), mayDelete });
        } catch (thrown) {
            if (!(thrown instanceof OrgFault)) throw thrown;
            if (!isCancelled()) this.become({ stage: 'failed', fault: thrown });
        }
    }

    /** Deletes the runs that were exported. @returns whether any may be gone */
    async delete(): Promise<boolean> {
        const { current } = this;
        if (current.stage !== 'exported' || !current.mayDelete) return false;
        const { deletable } = current;
        const isCancelled = this.begin();
        const onProgress = (done: number, of: number) => {
            if (!isCancelled()) this.become({ stage: 'deleting', done, of });
        };
        onProgress(0, deletable.length);
        const result = await deleteRuns(this.host.org, deletable, { isCancelled, onProgress });
        this.become({ stage: 'deleted', of: deletable.length, result });
        return result.deleted + result.uncertain > 0;
    }

    /** Ends an export, or stops deleting after the batch on its way. */
    stop(): void {
        this.turn += 1;
        if (this.current.stage !== 'deleting') this.become({ stage: 'choosing' });
    }

    private begin(): () => boolean {
        const turn = (this.turn += 1);
        return () => turn !== this.turn;
    }

    private become(state: OldRunsState): void {
        this.current = state;
        this.host.changed(state);
    }
}

/** Midnight so many months ago, where the person is. */
export function monthsBefore(now: Date, months: number): string {
    return new Date(now.getFullYear(), now.getMonth() - months, now.getDate()).toISOString();
}
