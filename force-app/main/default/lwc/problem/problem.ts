/** What couldn't be loaded, the message, and a button to try again. Event: `retry`. */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';

export default class Problem extends LightningElement {
    @api heading = '';
    @api message = '';

    labels = LABELS;

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
