/**
 * Runs that did not end, found when the page opens: what became of them so far, and what can be done.
 * Event: `recover`, a `Recover`.
 */
import { api, LightningElement } from 'lwc';
import { fill, LABELS } from 'c/labels';
import { lockRun, type JournalEntry, type MoveJournal } from 'c/moveJournal';
import type { Org } from 'c/orgPort';
import type { Seen } from 'c/userFinder';
import { asideTexts, movedByReading, recoveryText } from './texts.ts';

export type Recovery = 'continue' | 'undo' | 'leave';

export interface Recover {
    runId: string;
    recovery: Recovery;
}

interface Found {
    entry: JournalEntry;
    /** Users known to be moved; those whose write was in flight are counted by reading. */
    moved: number;
    /** Users of whom nobody knows, since the org could not be read. */
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
    @api seen!: Seen;
    /** A run is on: nothing can be recovered until it ends. */
    @api isBusy = false;

    labels = LABELS;
    private found: Found[] = [];
    asides: string[] = [];

    connectedCallback() {
        void this.look();
    }

    /** Looks again; runs that another tab has are not shown. */
    @api async look() {
        this.asides = asideTexts(this.journal.setAside());
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
            text: recoveryText(entry, moved, this.seen.nameOf, Date.now()),
            uncertain: uncertain ? fill(LABELS.recoveryUncertain, uncertain) : '',
            buttons: buttonsFor(moved + uncertain)
        }));
    }

    get isShown(): boolean {
        return this.found.length > 0 || this.asides.length > 0;
    }

    get hasRuns(): boolean {
        return this.found.length > 0;
    }

    get isDisabled(): boolean {
        return this.isBusy || !this.seen.mayEdit;
    }

    recover(event: Event) {
        const button = event.target as HTMLElement & { name: Recovery };
        const detail: Recover = { runId: button.dataset.runId ?? '', recovery: button.name };
        this.found = this.found.filter(({ entry }) => entry.runId !== detail.runId);
        this.dispatchEvent(new CustomEvent('recover', { detail }));
    }

    closeAsides() {
        this.asides = [];
    }
}

function buttonsFor(moved: number): Button[] {
    return [
        { recovery: 'leave', label: LABELS.letItBe, variant: 'neutral' },
        ...(moved ? [{ recovery: 'undo', label: LABELS.undo, variant: 'neutral' } as const] : []),
        { recovery: 'continue', label: LABELS.continue, variant: 'brand' }
    ];
}
