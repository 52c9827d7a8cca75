/** A button that copies a text. Where the browser denies that, as in Setup's frame, it shows the text to be copied by hand. */
import { api, LightningElement } from 'lwc';
import { announce, copyText } from 'c/browser';
import { LABELS } from 'c/labels';

export default class CopyButton extends LightningElement {
    @api label = '';
    /** What the button says after it copied. */
    @api copiedLabel: string = LABELS.copied;
    @api text = '';
    @api variant = 'neutral';
    @api disabled = false;

    labels = LABELS;
    private copied: string | null = null;
    private denied: string | null = null;

    /** Another text can be copied again. */
    get shownLabel(): string {
        return this.copied === this.text ? this.copiedLabel : this.label;
    }

    get byHand(): string | null {
        return this.denied === this.text ? this.text : null;
    }

    renderedCallback() {
        const field = this.refs?.field as HTMLTextAreaElement | undefined;
        if (field && field.value !== this.denied) {
            field.value = this.denied ?? '';
            field.select();
        }
    }

    async handleCopy() {
        const { text } = this;
        const isCopied = await copyText(text);
        this.copied = isCopied ? text : null;
        this.denied = isCopied ? null : text;
        announce(this, isCopied ? this.copiedLabel : LABELS.copyByHand);
    }
}
