/** In which ways a list can be read. */
import { DELIMITERS, ENCODINGS, type Delimiter } from 'c/csv';
import { LABELS } from 'c/labels';

export interface Option {
    value: string;
    label: string;
}

/** Names of encodings are the same in every language. */
export function encodingOptions(): Option[] {
    return ENCODINGS.map((value) => ({ value, label: value.toUpperCase().replace('WINDOWS', 'Windows') }));
}

export function delimiterOptions(): Option[] {
    return DELIMITERS.map((value) => ({ value, label: delimiterText(value) }));
}

function delimiterText(delimiter: Delimiter): string {
    switch (delimiter) {
        case ',':
            return LABELS.importComma;
        case ';':
            return LABELS.importSemicolon;
        case '\t':
            return LABELS.importTab;
    }
}
