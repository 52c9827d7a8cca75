import type { MoveJournal } from 'c/moveJournal';
import type { RunReport } from 'c/moveRun';
import { isTemporary, OrgFault, type HistoryOrg } from 'c/orgPort';
import { runFromJournal } from './fromJournal.ts';
import type { CenterName } from './rows.ts';
import { saveReport, type KeptRuns } from './saveReport.ts';

/** Milliseconds between attempts to save one run. After the last, the person, the next run or the next visit retries. */
const PAUSES = [2_000, 8_000];

export interface HistoryWriterOptions {
    org: HistoryOrg;
    journal: Pick<MoveJournal, 'ended' | 'forget'>;
    centerName: CenterName;
    runs: KeptRuns;
    /** Acts on a run, unless another tab is doing so. */
    alone(runId: string, act: () => Promise<void>): Promise<unknown>;
    wait(ms: number): Promise<void>;
    onChange(unsaved: UnsavedRuns): void;
}

/** The runs that aren't in the history yet. */
export interface UnsavedRuns {
    /** How many there are. */
    runs: number;
    /** Why; null until saving fails. */
    fault: OrgFault | null;
    isBusy: boolean;
}

/**
 * Saves ended runs to the history, one after another. Runs that can't be saved stay in the journal; a move never fails
 * because of them.
 */
export class HistoryWriter {
    private options: HistoryWriterOptions;
    /** Runs of this page. The journal may have had no room for them. */
    private own = new Map<string, RunReport>();
    private fault: OrgFault | null = null;
    private saving: Promise<void> | null = null;
    private again = false;

    constructor(options: HistoryWriterOptions) {
        this.options = options;
    }

    /** Saves a run that has just ended, and all runs that weren't saved before. */
    save(report: RunReport): Promise<void> {
        // Whoever goes on with the run saves its results.
        if (report.stoppedBecause === 'taken over') this.options.journal.forget(report.runId);
        else this.own.set(report.runId, report);
        return this.saveAll();
    }

    /** Saves all unsaved runs. Never throws an OrgFault. */
    saveAll(): Promise<void> {
        this.again = true;
        this.saving ??= this.saveRounds();
        return this.saving;
    }

    private async saveRounds(): Promise<void> {
        try {
            while (this.again) {
                this.again = false;
                this.fault = null;
                await this.saveRound();
            }
        } finally {
            this.saving = null;
            this.tell();
        }
    }

    private async saveRound(): Promise<void> {
        for (const report of this.unsaved()) {
            this.tell();
            const fault = await this.tryToSave(report);
            this.fault ??= fault;
            // A fault that concerns only this run doesn't hold up the others.
            if (fault !== null && fault.kind !== 'unreadable') return;
        }
    }

    private async tryToSave(report: RunReport): Promise<OrgFault | null> {
        const { options } = this;
        for (let tries = 0; ; tries += 1) {
            try {
                // If another tab is saving this run, that tab removes it from the journal.
                await options.alone(report.runId, async () => {
                    await saveReport(report, options.org, options.centerName, options.runs);
                    options.journal.forget(report.runId);
                });
                this.own.delete(report.runId);
                return null;
            } catch (thrown) {
                if (!(thrown instanceof OrgFault)) throw thrown;
                if (!isTemporary(thrown) || tries >= PAUSES.length) return thrown;
                await options.wait(thrown.retryAfter ?? PAUSES[tries]);
            }
        }
    }

    /** Oldest first. */
    private unsaved(): RunReport[] {
        const runs = new Map(this.options.journal.ended().map((entry) => [entry.runId, runFromJournal(entry)]));
        for (const [runId, report] of this.own) runs.set(runId, report);
        return [...runs.values()].sort((one, other) => one.startedAt - other.startedAt);
    }

    private tell(): void {
        this.options.onChange({ runs: this.unsaved().length, fault: this.fault, isBusy: this.saving !== null });
    }
}
