/** Says what could not be read, in whose words, and offers to try again. Event: `retry`. */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';

export default class Problem extends LightningElement {
    @api heading = '';
    @api message = '';

    labels = LABELS;

    retry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
