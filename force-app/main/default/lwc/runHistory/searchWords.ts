/** The most words of a search. Each adds to the filter that the org has to read. */
const MOST_WORDS = 6;

/**
 * The words of what was typed or pasted, in lowercase: all of them must be found, in any order. Commas separate, as in
 * "Buschbaum, Aaron". What can't be seen, such as a zero-width space, is left out.
 */
export function searchWords(typed: string): string[] {
    const visible = typed.replace(/\p{Format}/gu, '').toLowerCase();
    return [...new Set(visible.split(/[\s,;]+/u).filter(Boolean))].slice(0, MOST_WORDS);
}
