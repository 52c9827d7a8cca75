import { malformed } from './place.ts';

const ESCAPED: Readonly<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\'
};

/**
 * The text of a literal with its quotes. Escapes are those that are documented (SOQL reference, "Quoted String Escape
 * Sequences"); `\%` and `\_` belong to LIKE only.
 * @param forLike keeps what LIKE reads escaped: `\%`, `\_` and `\\`
 * @throws ApiError MALFORMED_QUERY for any other escape
 */
export function readText(literal: string, forLike: boolean): string {
    const inside = literal.slice(1, -1);
    return inside.replace(/\\(.?)/gsu, (sequence, letter: string) => {
        if (forLike && (letter === '%' || letter === '_' || letter === '\\')) return sequence;
        const meant = ESCAPED[letter];
        if (meant !== undefined) return meant;
        throw malformed(
            `Invalid string literal '${inside}'. Illegal character sequence '${sequence}' in string literal.`
        );
    });
}
