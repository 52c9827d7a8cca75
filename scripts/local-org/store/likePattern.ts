import { foldText } from './foldText.ts';

/** A LIKE pattern ready for SQLite: `contains` is plain text to look for, `like` a pattern escaped by a backslash. */
export type LikePattern = { kind: 'contains'; text: string } | { kind: 'like'; pattern: string } | { kind: 'nothing' };

type Piece = { wildcard: '%' | '_' } | { letter: string };

/**
 * Salesforce's LIKE: `%` any text, `_` one character, a backslash takes the next character as it is
 * (documented, SOQL reference, "LIKE"). A backslash before another character stands for that character (assumed).
 * @param longest the field's length in characters: a pattern that asks for more matches nothing, and SQLite is
 * spared patterns over its limit of 50,000 bytes
 */
export function likePattern(typed: string, longest: number): LikePattern {
    const pieces = readPieces(foldText(typed));
    const asked = pieces.filter((piece) => !('wildcard' in piece && piece.wildcard === '%')).length;
    if (longest > 0 && asked > longest) return { kind: 'nothing' };
    const middle = pieces.slice(1, -1);
    if (pieces.length > 2 && isAny(pieces[0]) && isAny(pieces.at(-1)) && middle.every((piece) => 'letter' in piece)) {
        return { kind: 'contains', text: middle.map((piece) => ('letter' in piece ? piece.letter : '')).join('') };
    }
    return { kind: 'like', pattern: pieces.map(written).join('') };
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
