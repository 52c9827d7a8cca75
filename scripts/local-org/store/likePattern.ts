import { foldText } from './foldText.ts';

type Piece = { wildcard: '%' | '_' } | { letter: string };

/**
 * Salesforce's LIKE: `%` any text, `_` one character, a backslash takes the next character as it is
 * (documented, SOQL reference, "LIKE"). A backslash before another character stands for that character (assumed).
 * @param longest the field's length in characters: a pattern that asks for more matches nothing, and SQLite is
 * spared patterns over its limit of 50,000 bytes
 * @returns the pattern for SQLite's LIKE, escaped by a backslash, to be matched with folded text; null: matches nothing
 */
export function likePattern(typed: string, longest: number): string | null {
    // No stored text holds a NUL, and SQLite's LIKE takes one for the end of the pattern.
    if (typed.includes('\0')) return null;
    const pieces = readPieces(foldText(typed));
    const asked = pieces.filter((piece) => !isAny(piece)).length;
    return longest > 0 && asked > longest ? null : pieces.map(written).join('');
}

function readPieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    const letters = Array.from(text);
    for (let place = 0; place < letters.length; place++) {
        const letter = letters[place] ?? '';
        if (letter === '\\' && place + 1 < letters.length) {
            pieces.push({ letter: letters[++place] ?? '' });
        } else if (letter === '_') {
            pieces.push({ wildcard: letter });
        } else if (letter === '%') {
            if (!isAny(pieces.at(-1))) pieces.push({ wildcard: letter });
        } else {
            pieces.push({ letter });
        }
    }
    return pieces;
}

function isAny(piece: Piece | undefined): boolean {
    return piece !== undefined && 'wildcard' in piece && piece.wildcard === '%';
}

function written(piece: Piece): string {
    if ('wildcard' in piece) return piece.wildcard;
    return /[%_\\]/.test(piece.letter) ? `\\${piece.letter}` : piece.letter;
}
