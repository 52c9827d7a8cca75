import { malformed } from './soqlErrors.ts';

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
 * Reads the text of a quoted literal. It accepts the documented escape sequences (SOQL reference, "Quoted String Escape
 * Sequences"), and `\%` and `\_` for LIKE only.
 * @param forLike keeps the sequences that LIKE itself unescapes: `\%`, `\_`, and `\\`
 * @throws ApiError MALFORMED_QUERY for any other escape
 */
export function readText(literal: string, forLike: boolean): string {
    const inside = literal.slice(1, -1);
    return inside.replace(/\\(.?)/gsu, (sequence, letter: string) => {
        if (forLike && (letter === '%' || letter === '_' || letter === '\\')) return sequence;
        const unescaped = ESCAPED[letter];
        if (unescaped !== undefined) return unescaped;
        throw malformed(
            `Invalid string literal '${inside}'. Illegal character sequence '${sequence}' in string literal.`
        );
    });
}
