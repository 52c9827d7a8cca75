/** What else the page offers. Events: `view` (the name of a view), `copylink`, `refresh`, `keys`. */
import { api, LightningElement } from 'lwc';
import type { CallCenter } from 'c/callCenters';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';
import type { View } from 'c/pageState';
import { CENTERS_URL, centerUrl, HELP_URL, type ViewChoice } from 'c/wording';

export default class PageMenu extends LightningElement {
    /** The views to offer here. */
    @api views: ViewChoice[] = [];
    /** The selected call center; null for all users and for users without one. */
    @api center: CallCenter | null = null;
    /** Its name. */
    @api heading = '';

    labels = LABELS;
    helpUrl = HELP_URL;

    get setupUrl(): string {
        return this.center ? centerUrl(this.center.id) : CENTERS_URL;
    }

    get setupLabel(): string {
        return this.center ? fill(LABELS.openCenterInSetup, this.heading) : LABELS.openCallCenters;
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    handleSelect(event: CustomEvent<{ value: View | 'copylink' | 'keys' | 'refresh' | undefined }>) {
        const { value } = event.detail;
        // A link has no value.
        if (value === 'refresh' || value === 'copylink' || value === 'keys') this.dispatchEvent(new CustomEvent(value));
        else if (value) this.dispatchEvent(new CustomEvent('view', { detail: value }));
    }
}
