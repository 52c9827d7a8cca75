import type { MoveJournal } from 'c/moveJournal';
import type { RunReport } from 'c/moveRun';
import { OrgFault, passes, type HistoryOrg } from 'c/orgPort';
import { runFromJournal } from './fromJournal.ts';
import { keepReport } from './keep.ts';
import type { CenterName } from './rows.ts';

/** Milliseconds between tries of one run; after the last the person, the next run or the next visit tries again. */
const PAUSES = [2_000, 8_000];

export interface HistoryKeeperOptions {
    org: HistoryOrg;
    journal: Pick<MoveJournal, 'ended' | 'forget'>;
    centerName: CenterName;
    /** Does something for a run unless another tab is at it. */
    alone(runId: string, act: () => Promise<void>): Promise<unknown>;
    wait(ms: number): Promise<void>;
    onChange(lacking: Lacking): void;
}

/** What the history lacks. */
export interface Lacking {
    runs: number;
    /** Why; null while nothing went wrong. */
    fault: OrgFault | null;
    isBusy: boolean;
}

/** Brings ended runs into the history, one after the other. What fails stays in the journal and never fails a move. */
export class HistoryKeeper {
    private options: HistoryKeeperOptions;
    /** Runs of this page; the journal may not be able to keep them. */
    private own = new Map<string, RunReport>();
    private fault: OrgFault | null = null;
    private going: Promise<void> | null = null;
    private again = false;

    constructor(options: HistoryKeeperOptions) {
        this.options = options;
    }

    /** Keeps a run that has just ended, and what was lacking before. */
    keep(report: RunReport): Promise<void> {
        this.own.set(report.runId, report);
        return this.keepAll();
    }

    /** Keeps whatever is lacking. Never throws an org's fault. */
    keepAll(): Promise<void> {
        this.again = true;
        this.going ??= this.go();
        return this.going;
    }

    private async go(): Promise<void> {
        try {
            while (this.again) {
                this.again = false;
                this.fault = null;
                await this.round();
            }
        } finally {
            this.going = null;
            this.tell();
        }
    }

    private async round(): Promise<void> {
        for (const report of this.lacking()) {
            this.tell();
            const fault = await this.tryToKeep(report);
            this.fault ??= fault;
            // What ails one run alone does not keep the others waiting.
            if (fault !== null && fault.kind !== 'unreadable') return;
        }
    }

    private async tryToKeep(report: RunReport): Promise<OrgFault | null> {
        const { options } = this;
        for (let tries = 0; ; tries += 1) {
            try {
                // Another tab that is at it forgets the run when it is done.
                await options.alone(report.runId, async () => {
                    await keepReport(report, options.org, options.centerName);
                    options.journal.forget(report.runId);
                });
                this.own.delete(report.runId);
                return null;
            } catch (thrown) {
                if (!(thrown instanceof OrgFault)) throw thrown;
                if (!passes(thrown) || tries >= PAUSES.length) return thrown;
                await options.wait(thrown.retryAfter ?? PAUSES[tries]);
            }
        }
    }

    /** Oldest first. */
    private lacking(): RunReport[] {
        const runs = new Map(this.options.journal.ended().map((entry) => [entry.runId, runFromJournal(entry)]));
        for (const [runId, report] of this.own) runs.set(runId, report);
        return [...runs.values()].sort((one, other) => one.startedAt - other.startedAt);
    }

    private tell(): void {
        this.options.onChange({ runs: this.lacking().length, fault: this.fault, isBusy: this.going !== null });
    }
}
