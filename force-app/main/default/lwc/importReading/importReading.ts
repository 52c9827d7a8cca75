/** How a list is read, to change it. Event: `reading` (the changed part of a `Reading`); it bubbles. */
import { api, LightningElement } from 'lwc';
import type { Delimiter, Encoding } from 'c/csv';
import type { Reading } from 'c/importFlow';
import { LABELS } from 'c/labels';
import { delimiterOptions, encodingOptions } from './options.ts';

export default class ImportReading extends LightningElement {
    /** Null for pasted text, which has none. */
    @api encoding: Encoding | null = null;
    /** Null while none was chosen. */
    @api delimiter: Delimiter | null = null;

    labels = LABELS;
    encodings = encodingOptions();
    delimiters = delimiterOptions();

    handleEncoding(event: CustomEvent<{ value: Encoding }>) {
        this.send({ encoding: event.detail.value });
    }

    handleDelimiter(event: CustomEvent<{ value: Delimiter }>) {
        this.send({ delimiter: event.detail.value });
    }

    private send(detail: Partial<Reading>) {
        this.dispatchEvent(new CustomEvent<Partial<Reading>>('reading', { detail, bubbles: true, composed: true }));
    }
}
