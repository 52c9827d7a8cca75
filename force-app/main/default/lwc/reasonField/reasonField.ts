/** A field for a reason that someone else will read. It keeps its own text, which `text` returns. */
import { api, LightningElement } from 'lwc';
import { keepTyping } from 'c/keys';
import { MAX_REASON } from 'c/orgPort';

export default class ReasonField extends LightningElement {
    @api label = '';
    /** What happens with the reason. */
    @api hint = '';

    maxLength = MAX_REASON;

    @api get text(): string {
        return this.field?.value.trim() ?? '';
    }

    @api focus() {
        this.field?.focus();
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }

    private get field(): HTMLTextAreaElement | undefined {
        return this.refs?.field as HTMLTextAreaElement | undefined;
    }
}
