/** In Setup: what else the page offers. Events: `history`, `check`, `refresh`. */
import { api, LightningElement } from 'lwc';
import type { CallCenter } from 'c/callCenters';
import { fill, LABELS } from 'c/labels';
import { CENTERS_URL, centerUrl } from 'c/wording';

export default class PageMenu extends LightningElement {
    /** The selected call center; null for all users and for users without one. */
    @api center: CallCenter | null = null;
    /** Its name. */
    @api heading = '';

    labels = LABELS;

    get setupUrl(): string {
        return this.center ? centerUrl(this.center.id) : CENTERS_URL;
    }

    get setupLabel(): string {
        return this.center ? fill(LABELS.openCenterInSetup, this.heading) : LABELS.openCallCenters;
    }

    handleSelect(event: CustomEvent<{ value: 'history' | 'check' | 'refresh' | undefined }>) {
        // A link has no value.
        if (event.detail.value) this.dispatchEvent(new CustomEvent(event.detail.value));
    }
}
