/**
 * Runs that other pages carry out, and unfinished ones: what they did so far, and what the admin can do about them.
 * Event: `recover` (a `Recover`).
 */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';
import type { MoveJournal } from 'c/moveJournal';
import type { HistoryRun, Id, Org, RunRecordsOrg } from 'c/orgPort';
import type { Recovery } from 'c/moveFlow';
import type { Viewpoint } from 'c/pageState';
import type { RunKeeper } from 'c/runRecord';
import { activeText, setAsideTexts, unfinishedText } from './texts.ts';
import { activeRuns, findUnfinished, type Unfinished } from './unfinished.ts';

export interface Recover {
    runId: string;
    recovery: Recovery;
}

interface Button {
    recovery: Recovery;
    label: string;
    variant: 'neutral' | 'brand';
}

export default class MoveRecovery extends LightningElement {
    @api org!: Org & RunRecordsOrg;
    @api journal!: MoveJournal;
    @api keeper!: RunKeeper;
    /** The user who works with the page. */
    @api userId: Id = '';
    @api viewpoint!: Viewpoint;
    /** A run is in progress: nothing can be recovered until it ends. */
    @api isBusy = false;

    labels = LABELS;
    private latestRuns: readonly HistoryRun[] = [];
    private found: Unfinished[] = [];
    /** Counts looks, so that the result of an earlier one is dropped. */
    private looks = 0;
    warnings: string[] = [];

    /** Runs that the org keeps: those in progress on other pages, and runs of the journal that ended there. */
    @api get runs(): readonly HistoryRun[] {
        return this.latestRuns;
    }
    set runs(runs: readonly HistoryRun[]) {
        this.latestRuns = runs;
        if (this.isConnected && !this.isBusy) void this.look();
    }

    connectedCallback() {
        this.warnings = setAsideTexts(this.journal.setAside());
        void this.look();
    }

    private async look() {
        this.looks += 1;
        const look = this.looks;
        const { org, journal, keeper, runs } = this;
        const found = await findUnfinished({ org, journal, keeper, runs, locks: navigator.locks, now: Date.now() });
        if (look === this.looks) this.found = found;
    }

    get lines(): { runId: string; text: string; buttons: Button[] }[] {
        return this.found.map((found) => ({
            runId: found.runId,
            text: unfinishedText(found, this.viewpoint.nameOf, Date.now()),
            buttons: buttonsFor(found)
        }));
    }

    get others(): { runId: string; text: string }[] {
        return activeRuns(this.runs, this.found, Date.now()).map((run) => ({
            runId: run.runId,
            text: activeText(run, this.userId, this.viewpoint.nameOf)
        }));
    }

    get hasOthers(): boolean {
        return this.others.length > 0;
    }

    get isShown(): boolean {
        return this.found.length > 0 || this.warnings.length > 0;
    }

    get isDisabled(): boolean {
        return this.isBusy || !this.viewpoint.mayEdit;
    }

    handleRecover(event: Event) {
        const button = event.target as HTMLElement & { name: Recovery };
        const detail: Recover = { runId: button.dataset.runId ?? '', recovery: button.name };
        this.found = this.found.filter(({ runId }) => runId !== detail.runId);
        this.dispatchEvent(new CustomEvent('recover', { detail }));
    }

    handleCloseWarnings() {
        this.warnings = [];
    }
}

/** A run whose plan can't be read can only be left as it is. */
function buttonsFor({ flaw, moved, uncertain }: Unfinished): Button[] {
    const leave: Button = { recovery: 'leave', label: LABELS.letItBe, variant: 'neutral' };
    if (flaw !== null) return flaw === 'other version' ? [] : [leave];
    return [
        leave,
        ...(moved + uncertain ? [{ recovery: 'undo', label: LABELS.undo, variant: 'neutral' } as const] : []),
        { recovery: 'continue', label: LABELS.continue, variant: 'brand' }
    ];
}
