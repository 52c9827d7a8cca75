/** Every call center with its number of members. The selected one is where users move. Events: `choose` (a key), `refresh`, `check`. */
import { api, LightningElement } from 'lwc';
import type { Overview } from 'c/callCenters';
import { keepTyping } from 'c/keys';
import { LABELS } from 'c/labels';
import { CENTERS_URL, type FaultWords } from 'c/wording';
import { choicesOf, smallPrintOf, type Choice } from './choices.ts';

/** Call centers from which on they can be searched. Fewer can be seen at once. */
const CENTERS_TO_SEARCH = 12;

export default class CallCenterList extends LightningElement {
    @api overview: Overview | null = null;
    /** The key of the selected choice: `everyone`, `none`, or the ID of a call center. */
    @api chosen = 'everyone';
    @api problem: FaultWords | null = null;

    labels = LABELS;
    typed = '';
    centersUrl = CENTERS_URL;

    get isLoading(): boolean {
        return !this.overview && !this.problem;
    }

    get choices(): Choice[] {
        return this.overview ? choicesOf(this.overview, this.chosen, this.typed) : [];
    }

    get canSearch(): boolean {
        return (this.overview?.centers.length ?? 0) >= CENTERS_TO_SEARCH;
    }

    get hasNoCenters(): boolean {
        return this.overview?.centers.length === 0;
    }

    get smallPrint(): string {
        return this.overview ? smallPrintOf(this.overview, Date.now()) : '';
    }

    /** Nothing was saved yet, as after an install. */
    get isNew(): boolean {
        return (
            this.overview?.centers.every(({ source, recordId }) => source !== 'registry' && recordId === null) ?? false
        );
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleType(event: CustomEvent<{ value: string }>) {
        this.typed = event.detail.value;
    }

    handleCheck() {
        this.dispatchEvent(new CustomEvent('check'));
    }

    handleChoiceClick(event: Event) {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('choose', { detail: key }));
    }

    handleRefresh() {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
