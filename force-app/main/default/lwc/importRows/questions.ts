import { askedValue, meaningOf, plain, questionKey } from './keys.ts';
import type { Import, Judged } from './judge.ts';
import { atOnce } from 'c/slices';

const ROWS_PER_STEP = 1_000;

/**
 * The values that the org has to be asked for before every row has its verdict, each once: those of the rows as they are
 * corrected, without the ones that have an answer. It yields now and then, because a sheet can have 50,000 rows.
 */
export function* askSteps({ sheet, mapping, found, corrections }: Import): Generator<void, string[]> {
    if (mapping.user === null) return [];
    const { column, by } = mapping.user;
    const values = new Map<string, string>();
    for (const [place, { row, cells }] of sheet.rows.entries()) {
        if (place % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
        const correction = corrections.get(row);
        if (correction?.skip || correction?.user) continue;
        const value = askedValue(meaningOf(correction?.text ?? cells[column]), by);
        if (value === null) continue;
        const key = questionKey(value, by);
        if (!found.byKey.has(key) && !values.has(key)) values.set(key, value);
    }
    return [...values.values()];
}

/** The values to ask for, at once: for few rows, such as the ones that were corrected. */
export function valuesToAsk(given: Import): string[] {
    return atOnce(askSteps(given));
}

/** The values of rows without a user, for which a nearest match is worth looking for, each once. */
export function valuesNotFound({ mapping, found }: Import, { verdicts }: Judged): string[] {
    if (mapping.user === null) return [];
    const { by } = mapping.user;
    const values = new Map<string, string>();
    for (const verdict of verdicts) {
        if (verdict.verdict !== 'not found' || verdict.why !== 'no match') continue;
        const value = askedValue(verdict.text, by);
        if (value !== null && !found.nearest.has(questionKey(value, by))) values.set(plain(value), value);
    }
    return [...values.values()];
}
