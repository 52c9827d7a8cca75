import { wordsOf } from 'c/userSearch';

/** The most words of a search. Each adds to the filter that the org has to read. */
const MOST_WORDS = 6;
const ONLY_MARKS = /^[,;]+$/;

/** The words of what was typed or pasted, in lowercase: all of them must be found, in any order. */
export function searchWords(typed: string): string[] {
    const words = wordsOf(typed.toLowerCase()).filter((word) => !ONLY_MARKS.test(word));
    return [...new Set(words)].slice(0, MOST_WORDS);
}
