/**
 * Where a list comes from: a file, dropped or chosen, or rows that are pasted. Events: `file` (a `File`), `text` (what was
 * pasted), `template` (the file to fill in is wanted).
 */
import { api, LightningElement } from 'lwc';
import { MAX_SHEET_BYTES, MAX_SHEET_ROWS } from 'c/csv';
import { keepTyping } from 'c/keys';
import { fill, LABELS } from 'c/labels';

const MEGABYTE = 1_000_000;

export default class ImportSource extends LightningElement {
    labels = LABELS;
    text = '';

    /** Puts the cursor into the field for pasted rows. */
    @api focus() {
        (this.refs?.text as HTMLElement | undefined)?.focus();
    }

    get dropText(): string {
        return fill(LABELS.importDrop, MAX_SHEET_ROWS, MAX_SHEET_BYTES / MEGABYTE);
    }

    get isEmpty(): boolean {
        return this.text.trim() === '';
    }

    handleFile(event: Event) {
        const input = event.target as HTMLInputElement;
        const [detail] = input.files ?? [];
        if (detail) this.dispatchEvent(new CustomEvent<File>('file', { detail }));
        // The same file, corrected, can be chosen again.
        input.value = '';
    }

    handleType(event: Event) {
        this.text = (event.target as HTMLTextAreaElement).value;
    }

    handleRead() {
        this.dispatchEvent(new CustomEvent<string>('text', { detail: this.text }));
    }

    handleTemplate() {
        this.dispatchEvent(new CustomEvent('template'));
    }

    handleKeydown(event: Event) {
        keepTyping(event);
    }
}
