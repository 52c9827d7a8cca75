/** What couldn't be loaded, the message, and a button to try again; after an expired session, a link to log in. Event: `retry`. */
import { api, LightningElement } from 'lwc';
import { LABELS } from 'c/labels';
import type { FaultWords } from 'c/wording';

export default class Problem extends LightningElement {
    @api heading = '';
    @api problem: FaultWords | null = null;

    labels = LABELS;

    get text(): string {
        return this.problem?.text ?? '';
    }

    get isExpired(): boolean {
        return this.problem?.isExpired ?? false;
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
