/** Every text on the page. The English texts are in labels/CustomLabels.labels-meta.xml. */
import { centers } from './centers.ts';
import { check } from './check.ts';
import { checks } from './checks.ts';
import { exporting } from './exports.ts';
import { finder } from './finder.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { keys } from './keys.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';
import { panel } from './panel.ts';
import { requests } from './requests.ts';
import { review } from './review.ts';
import { runs } from './runs.ts';
import { wording } from './wording.ts';

export const LABELS = {
    ...centers,
    ...check,
    ...checks,
    ...exporting,
    ...finder,
    ...history,
    ...imports,
    ...keys,
    ...notice,
    ...page,
    ...panel,
    ...requests,
    ...review,
    ...runs,
    ...wording
};

/** Replaces {0}, {1}, and so on. Values are inserted unchanged: a "{1}" in a value isn't a placeholder. */
export function fill(text: string, ...values: (string | number)[]): string {
    return text.replace(/\{(\d)\}/g, (_, place: string) => shown(values[Number(place)] ?? ''));
}

/** Picks the text for one or for any other number. The number is the first value, {0}. */
export function counted(count: number, one: string, several: string, ...values: (string | number)[]): string {
    return fill(count === 1 ? one : several, count, ...values);
}

/** `toLocaleString` would look for the locale each time, which takes longer than all the rest. */
const NUMBERS = new Intl.NumberFormat();

function shown(value: string | number): string {
    return typeof value === 'number' ? NUMBERS.format(value) : value;
}
