/** How far something is that reads or deletes page after page. */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';

export default class ProgressBar extends LightningElement {
    /** Percent that is done. */
    @api value = 0;

    labels = LABELS;

    get width(): string {
        return `width: ${this.value}%`;
    }
}
