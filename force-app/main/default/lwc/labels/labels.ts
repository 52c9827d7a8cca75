/** Every text of the page. The texts stand in labels/CustomLabels.labels-meta.xml, in English. */
import { centers } from './centers.ts';
import { finder } from './finder.ts';
import { history } from './history.ts';
import { notice } from './notice.ts';
import { page } from './page.ts';
import { panel } from './panel.ts';
import { wording } from './wording.ts';

export const LABELS = { ...centers, ...finder, ...history, ...notice, ...page, ...panel, ...wording };

/** Replaces {0}, {1} … Values are put in as they are: nothing in them is read as a placeholder. */
export function fill(text: string, ...values: (string | number)[]): string {
    return text.replace(/\{(\d)\}/g, (_, place: string) => shown(values[Number(place)] ?? ''));
}

/** The text for one, or the text for several, with the count as its first value. */
export function counted(count: number, one: string, several: string, ...values: (string | number)[]): string {
    return fill(count === 1 ? one : several, count, ...values);
}

function shown(value: string | number): string {
    return typeof value === 'number' ? value.toLocaleString() : value;
}
