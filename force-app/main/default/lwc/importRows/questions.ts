import { askedValue, meaningOf, plain, questionKey } from './keys.ts';
import type { Import, Judged } from './judge.ts';

/**
 * The values that the org has to be asked for before every row has its verdict, each once: those of the rows as they are
 * corrected, without the ones that have an answer.
 */
export function valuesToAsk({ sheet, mapping, found, corrections }: Import): string[] {
    if (mapping.user === null) return [];
    const { column, by } = mapping.user;
    const values = new Map<string, string>();
    for (const { row, cells } of sheet.rows) {
        const correction = corrections.get(row);
        if (correction?.skip || correction?.user) continue;
        const value = askedValue(meaningOf(correction?.text ?? cells[column]), by);
        if (value === null) continue;
        const key = questionKey(value, by);
        if (!found.byKey.has(key) && !values.has(key)) values.set(key, value);
    }
    return [...values.values()];
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
