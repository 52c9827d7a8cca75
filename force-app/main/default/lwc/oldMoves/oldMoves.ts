/**
 * Exports the moves of the history that are older than some months, and deletes those that were exported, where the org lets
 * this user. Events: `deleted` (some are gone), `announce` (a text for screen readers).
 */
import { api, LightningElement } from 'lwc';
import { announce, download, wait } from 'c/browser';
import { fileDay } from 'c/csv';
import { monthsBefore, OldRunsFlow, type OldRunsState } from 'c/exportRows';
import { counted, fill, LABELS } from 'c/labels';
import type { HistoryOrg } from 'c/orgPort';
import { faultWords } from 'c/wording';
import { progressText, resultTexts } from './texts.ts';

/** Ages to choose from, in months. */
const AGES = [3, 6, 12, 24, 36];

export default class OldMoves extends LightningElement {
    @api org!: HistoryOrg;

    labels = LABELS;
    months = 12;
    /** The person said that the file has what they need. */
    isChecked = false;
    state: OldRunsState = { stage: 'choosing' };
    private flow = this.newFlow();

    connectedCallback() {
        // Screen readers start at the title.
        void wait(0).then(() => (this.refs?.heading as HTMLElement | undefined)?.focus());
    }

    disconnectedCallback() {
        this.flow.stop();
    }

    get age(): string {
        return String(this.months);
    }

    get ages() {
        return AGES.map((months) => ({ value: String(months), label: fill(LABELS.oldMovesMonths, months) }));
    }

    get shown() {
        const { state } = this;
        const busy = state.stage === 'reading' || state.stage === 'deleting' ? state : null;
        const deletable = state.stage === 'exported' && state.mayDelete ? state.deletable.length : 0;
        return {
            isIdle: busy === null,
            progress: progressText(state),
            done: busy && busy.of > 0 ? Math.round((100 * busy.done) / busy.of) : 0,
            stop: state.stage === 'deleting' ? LABELS.stop : LABELS.cancel,
            problem: state.stage === 'failed' ? faultWords(state.fault) : null,
            results: resultTexts(state),
            remove: deletable > 0 ? counted(deletable, LABELS.oldMovesDeleteOne, LABELS.oldMovesDelete) : ''
        };
    }

    get isBusy(): boolean {
        return !this.shown.isIdle;
    }

    get cannotDelete(): boolean {
        return !this.isChecked;
    }

    handleAge(event: CustomEvent<{ value: string }>) {
        this.months = Number(event.detail.value);
        // The file that was exported doesn't have all moves of another age.
        this.flow.stop();
    }

    handleExport() {
        this.isChecked = false;
        void this.flow.export(monthsBefore(new Date(), this.months));
    }

    handleCheck(event: Event) {
        this.isChecked = (event.target as HTMLInputElement).checked;
    }

    async handleDelete() {
        if (await this.flow.delete()) this.dispatchEvent(new CustomEvent('deleted'));
    }

    handleStop() {
        this.flow.stop();
    }

    private newFlow(): OldRunsFlow {
        // The flow reads what is current, through getters.
        const part = this;
        return new OldRunsFlow({
            get org() {
                return part.org;
            },
            now: () => performance.now(),
            wait,
            changed: (state) => {
                part.state = state;
                const texts = resultTexts(state);
                if (texts.length > 0) announce(part, texts.join(' '));
            },
            save: (parts) =>
                download(
                    `move-history-before-${fileDay(Date.parse(monthsBefore(new Date(), part.months)))}.csv`,
                    ...parts
                )
        });
    }
}
