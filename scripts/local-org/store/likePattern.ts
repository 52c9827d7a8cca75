import { foldText } from './foldText.ts';

type Piece = { wildcard: '%' | '_' } | { letter: string };

/**
 * Translates a LIKE pattern from Salesforce to SQLite. `%` matches any text, `_` matches one character, and a backslash
 * escapes a wildcard (documented, SOQL reference, "LIKE"). We assume that a backslash before any other character means
 * that character.
 * @param maxLength the field's length in characters. A pattern that requires more characters matches nothing, which
 * also keeps patterns under SQLite's limit of 50,000 bytes.
 * @returns the pattern for SQLite, with a backslash as the escape character, to be compared with folded text. Null when
 * nothing can match.
 */
export function likePattern(typed: string, maxLength: number): string | null {
    // Stored text never contains a NUL, and SQLite's LIKE treats NUL as the end of the pattern.
    if (typed.includes('\0')) return null;
    const pieces = readPieces(foldText(typed));
    const requiredLength = pieces.filter((piece) => !isAnyText(piece)).length;
    return maxLength > 0 && requiredLength > maxLength ? null : pieces.map(escaped).join('');
}

function readPieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    const letters = Array.from(text);
    for (let index = 0; index < letters.length; index++) {
        const letter = letters[index] ?? '';
        if (letter === '\\' && index + 1 < letters.length) {
            pieces.push({ letter: letters[++index] ?? '' });
        } else if (letter === '_') {
            pieces.push({ wildcard: letter });
        } else if (letter === '%') {
            if (!isAnyText(pieces.at(-1))) pieces.push({ wildcard: letter });
        } else {
            pieces.push({ letter });
        }
    }
    return pieces;
}

function isAnyText(piece: Piece | undefined): boolean {
    return piece !== undefined && 'wildcard' in piece && piece.wildcard === '%';
}

function escaped(piece: Piece): string {
    if ('wildcard' in piece) return piece.wildcard;
    return /[%_\\]/.test(piece.letter) ? `\\${piece.letter}` : piece.letter;
}
