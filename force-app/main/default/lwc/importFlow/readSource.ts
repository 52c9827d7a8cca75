/** From a source to a sheet whose columns are recognized. */
import { CsvError, decodeText, FileError, MAX_SHEET_ROWS, sheetSteps, type Encoding, type Sheet } from 'c/csv';
import { hasHeader, recognize, withHeader, type NamedCenter } from 'c/importRows';
import type { Id } from 'c/orgPort';
import { inSlices, type Turns } from 'c/slices';
import type { Loaded, Reading, Source, SourceProblem } from './state.ts';

/** Delimiters that a row of one cell could have had. */
const OTHER_DELIMITERS = /[,;\t]/;

/** A file as a source, or why it has no text. */
export function sourceOf(name: string, bytes: Uint8Array, encoding: Encoding | null): Source | SourceProblem {
    try {
        return { name, bytes, ...decodeText(bytes, encoding) };
    } catch (thrown) {
        if (thrown instanceof FileError) return { problem: thrown.kind };
        throw thrown;
    }
}

/**
 * Reads a source as a person says, and tells the rest.
 * @returns null when it was cancelled
 */
export async function loadSource(
    source: Source,
    reading: Reading,
    known: { centers: readonly NamedCenter[]; target: Id | null },
    turns: Turns
): Promise<Loaded | SourceProblem | null> {
    try {
        const { delimiter } = reading;
        const plain = await inSlices(sheetSteps(source.text, { hasHeader: false, delimiter }), turns);
        if (plain === null) return null;
        const sheet = (reading.hasHeader ?? hasHeader(plain, known.centers)) ? withHeader(plain) : plain;
        const extra = sheet.rows[MAX_SHEET_ROWS];
        if (extra) throw new CsvError('too many rows', { line: extra.line, row: extra.row, column: 1 });
        if (sheet.rows.length === 0) return { problem: 'no rows' };
        return { source, reading, sheet, ...recognized(sheet, known), isUnsure: isUnsure(source, reading, sheet) };
    } catch (thrown) {
        if (thrown instanceof CsvError) return { problem: 'not a table', error: thrown };
        throw thrown;
    }
}

/**
 * The call center that is selected on the page is the one of the import, unless the sheet names its own: an empty cell by
 * accident would send a user there.
 */
function recognized(sheet: Sheet, { centers, target }: { centers: readonly NamedCenter[]; target: Id | null }) {
    const without = recognize(sheet, centers, null);
    if (target === null || without.mapping.target.column !== null) return without;
    return recognize(sheet, centers, { to: target });
}

/** Only Windows-1252 is a guess: bytes of any text are valid in it. A single column may be one because of the delimiter. */
function isUnsure({ encoding }: Source, reading: Reading, { header, rows }: Sheet): boolean {
    if (encoding === 'windows-1252' && reading.encoding === null) return true;
    const first = header ?? rows[0].cells;
    return reading.delimiter === null && first.length === 1 && OTHER_DELIMITERS.test(first[0]);
}
