/** Every call center with its members; choosing one makes it the target. Events: `choose` (a key), `refresh`. */
import { api, LightningElement } from 'lwc';
import type { Overview } from 'c/callCenters';
import { LABELS } from 'c/labels';
import { CENTERS_URL } from 'c/wording';
import { choicesOf, smallPrintOf, type Choice } from './choices.ts';

export default class CallCenterList extends LightningElement {
    @api overview: Overview | null = null;
    /** The key of the choice that is shown: `everyone`, `none` or the id of a center. */
    @api chosen = 'everyone';
    @api problem: string | null = null;

    labels = LABELS;
    centersUrl = CENTERS_URL;

    get isLoading(): boolean {
        return !this.overview && !this.problem;
    }

    get choices(): Choice[] {
        return this.overview ? choicesOf(this.overview, this.chosen) : [];
    }

    get options(): { label: string; value: string }[] {
        return this.choices.map((choice) => ({ label: choice.accessibleName, value: choice.key }));
    }

    get hasNoCenters(): boolean {
        return this.overview?.centers.length === 0;
    }

    get smallPrint(): string {
        return this.overview ? smallPrintOf(this.overview, Date.now()) : '';
    }

    choose(event: Event) {
        this.send((event.currentTarget as HTMLElement).dataset.key ?? '');
    }

    pick(event: CustomEvent<{ value: string }>) {
        this.send(event.detail.value);
    }

    private send(key: string) {
        this.dispatchEvent(new CustomEvent('choose', { detail: key }));
    }

    refresh() {
        this.dispatchEvent(new CustomEvent('refresh'));
    }
}
