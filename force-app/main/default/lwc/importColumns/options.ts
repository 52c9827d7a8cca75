/** What the settings of an import offer. */
import type { Column } from 'c/importRows';
import { LABELS } from 'c/labels';
import { USER_KEYS, type Choice } from 'c/orgPort';
import { columnName, keyText } from 'c/wording';

export interface Option {
    value: string;
    label: string;
}

/** The value for "nothing is chosen". A combobox doesn't show an option whose value is empty. */
export const NONE = '-';

export function columnOptions(columns: readonly Column[], none: string): Option[] {
    return [
        { value: NONE, label: none },
        ...columns.map((column) => ({ value: String(column.index), label: columnName(column) }))
    ];
}

export function keyOptions(): Option[] {
    return USER_KEYS.map((value) => ({ value, label: keyText(value) }));
}

/** The call centers, and none of them, which takes users out of theirs. */
export function centerOptions(centers: readonly Choice[], none: string): Option[] {
    return [
        { value: NONE, label: none },
        ...centers.map(({ id, name }) => ({ value: id, label: name })),
        { value: 'none', label: LABELS.withoutCenter }
    ];
}
