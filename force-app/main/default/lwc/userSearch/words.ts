/** What was typed into a search, as words. */

/** Invisible characters that copied text carries, such as zero-width spaces, soft hyphens, and marks of direction. */
const INVISIBLE = /(?![\u200C\u200D])\p{Format}/gu;
const JOINERS_AT_EDGES = /^[\u200C\u200D]+|[\u200C\u200D]+$/gu;
/** "Buschbaum, Aaron" and "a@x.example; b@y.example": punctuation of a list isn't part of a name. */
const LIST_MARKS = /(?<=.)[,;]+$/u;

/**
 * The words of a text, without what can't be seen. JavaScript counts no-break spaces as spaces. Joiners inside a word stay,
 * because they're part of names in Persian and of emoji.
 */
export function wordsOf(text: string): string[] {
    return text
        .replace(INVISIBLE, '')
        .split(/\s+/u)
        .map((word) => word.replace(JOINERS_AT_EDGES, '').replace(LIST_MARKS, ''))
        .filter((word) => word !== '');
}

/** @returns whether a name has all words of a text, in any order */
export function matcherOf(text: string): (name: string) => boolean {
    const words = wordsOf(text).map((word) => word.toLocaleUpperCase());
    return (name) => {
        if (words.length === 0) return true;
        const folded = name.toLocaleUpperCase();
        return words.every((word) => folded.includes(word));
    };
}

/** Whether a name has all words of a text, in any order. */
export function matchesWords(name: string, text: string): boolean {
    return matcherOf(text)(name);
}
