import { ApiError } from '../apiError.ts';

/** Characters of the query shown before and after the place of an error (assumed: public reports show about as many). */
const SHOWN = 40;

export function malformed(words: string): ApiError {
    return new ApiError('MALFORMED_QUERY', words);
}

/** What the platform has and this org has not: said so, never ignored. */
export function notServed(what: string): ApiError {
    return malformed(`${what} is not supported by the embedded org.`);
}

/**
 * The refusal as a query call answers it: a line of the query, a caret, the place, then the words (observed in public
 * reports). The place is that of the first name the words quote; where it cannot be found the words stand alone.
 */
export function placed(text: string, refusal: ApiError): ApiError {
    const name = /'([^'\s]+)'/.exec(refusal.message)?.[1];
    const at = name === undefined ? -1 : nameIn(withoutLiterals(text), name);
    if (at < 0) return refusal;
    const from = Math.max(0, at - SHOWN);
    const line = text.slice(from, at + SHOWN).replace(/\s/g, ' ');
    const words = `\n${line}\n${' '.repeat(at - from)}^\nERROR at Row:1:Column:${at + 1}\n${refusal.message}`;
    return new ApiError(refusal.code, words, refusal.fields);
}

function nameIn(text: string, name: string): number {
    const folded = text.toLowerCase();
    const sought = name.toLowerCase();
    const isWord = /^\w+$/.test(sought);
    for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
        const around = (folded[at - 1] ?? ' ') + (folded[at + sought.length] ?? ' ');
        if (!isWord || !/\w/.test(around)) return at;
    }
    return -1;
}

/** The query with every text literal blanked out, of the same length. */
export function withoutLiterals(text: string): string {
    return text.replace(/'(?:[^'\\]|\\.)*'/gs, (literal) => ' '.repeat(literal.length));
}
