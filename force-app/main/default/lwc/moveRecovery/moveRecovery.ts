/**
 * Unfinished runs, found when the page opens: what they did so far, and what the admin can do about them.
 * Event: `recover` (a `Recover`).
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import { lockRun, type JournalEntry, type MoveJournal } from 'c/moveJournal';
import type { Org } from 'c/orgPort';
import type { Recovery } from 'c/moveFlow';
import type { Viewpoint } from 'c/pageState';
import { setAsideTexts, movedByReading, recoveryText } from './texts.ts';

export interface Recover {
    runId: string;
    recovery: Recovery;
}

interface Found {
    entry: JournalEntry;
    /** Users known to be moved. Those with a write in flight are counted by reading. */
    moved: number;
    /** Users whose result isn't known, because the org couldn't be read. */
    uncertain: number;
}

interface Button {
    recovery: Recovery;
    label: string;
    variant: 'neutral' | 'brand';
}

export default class MoveRecovery extends LightningElement {
    @api org!: Org;
    @api journal!: MoveJournal;
    @api viewpoint!: Viewpoint;
    /** A run is in progress: nothing can be recovered until it ends. */
    @api isBusy = false;

    labels = LABELS;
    private found: Found[] = [];
    warnings: string[] = [];

    connectedCallback() {
        void this.look();
    }

    /** Reads the journal again. Runs of another tab aren't shown. */
    @api async look() {
        this.warnings = setAsideTexts(this.journal.setAside());
        const found: Found[] = [];
        for (const entry of this.journal.unfinished()) {
            const isOurs = await lockRun(navigator.locks, entry.runId, async () => true);
            if (isOurs.held) found.push({ entry, ...(await movedByReading(entry, this.org)) });
        }
        this.found = found;
    }

    get runs(): { runId: string; text: string; uncertain: string; buttons: Button[] }[] {
        return this.found.map(({ entry, moved, uncertain }) => ({
            runId: entry.runId,
            text: recoveryText(entry, moved, this.viewpoint.nameOf, Date.now()),
            uncertain: uncertain ? fill(LABELS.recoveryUncertain, uncertain) : '',
            buttons: buttonsFor(moved + uncertain)
        }));
    }

    get isShown(): boolean {
        return this.found.length > 0 || this.warnings.length > 0;
    }

    get hasRuns(): boolean {
        return this.found.length > 0;
    }

    get isDisabled(): boolean {
        return this.isBusy || !this.viewpoint.mayEdit;
    }

    handleRecover(event: Event) {
        const button = event.target as HTMLElement & { name: Recovery };
        const detail: Recover = { runId: button.dataset.runId ?? '', recovery: button.name };
        this.found = this.found.filter(({ entry }) => entry.runId !== detail.runId);
        this.dispatchEvent(new CustomEvent('recover', { detail }));
    }

    handleCloseWarnings() {
        this.warnings = [];
    }
}

function buttonsFor(moved: number): Button[] {
    return [
        { recovery: 'leave', label: LABELS.letItBe, variant: 'neutral' },
        ...(moved ? [{ recovery: 'undo', label: LABELS.undo, variant: 'neutral' } as const] : []),
        { recovery: 'continue', label: LABELS.continue, variant: 'brand' }
    ];
}
