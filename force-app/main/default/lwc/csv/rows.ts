import { CsvError } from './csvError.ts';
import type { Delimiter, SheetRow } from './sheet.ts';

/** A cell, quoted or not, and then what ends it: the delimiter, a line end or the end of the file. */
const CELLS: Record<Delimiter, RegExp> = {
    ',': /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/y,
    ';': /(?:"([^"]*(?:""[^"]*)*)"|([^;\r\n]*))(;|\r\n|\r|\n|$)/y,
    '\t': /(?:"([^"]*(?:""[^"]*)*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y
};
const FIRST = { line: 1, row: 1 };
/** What ends a line. */
export const LINE_ENDS = /\r\n|\r|\n/g;

/**
 * The rows of a text, without empty lines. With tabs, a quote inside a cell is text: spreadsheets copy cells with line
 * breaks in quotes, and others as they are.
 * @param start the line and the row where the text begins
 * @throws CsvError at the row with the error
 */
export function* readRows(text: string, delimiter: Delimiter, start = FIRST): Generator<SheetRow, void> {
    // Of its own, because a generator can be read in turns with another one.
    const cell = new RegExp(CELLS[delimiter]);
    let { line, row: number } = start;
    let next: SheetRow = { row: number, line, cells: [] };
    for (let at = 0; at < text.length || next.cells.length > 0;) {
        cell.lastIndex = at;
        const match = cell.exec(text);
        const place = { line, row: number, column: next.cells.length + 1 };
        if (match === null) throw new CsvError(isClosed(text, at) ? 'text after quote' : 'unclosed quote', place);
        const [whole, quoted, plain = '', end] = match;
        if (quoted === undefined && delimiter !== '\t' && plain.includes('"'))
            throw new CsvError(quoteError(text, at, plain), place);
        next.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        at += whole.length;
        if (quoted !== undefined) line += quoted.match(LINE_ENDS)?.length ?? 0;
        if (end === delimiter) continue;
        const isEmptyLine = next.cells.length === 1 && quoted === undefined && plain.trim() === '';
        if (!isEmptyLine) yield next;
        line += 1;
        number += 1;
        next = { row: number, line, cells: [] };
    }
}

/** The error of a quote in a cell that isn't a valid quoted cell. */
function quoteError(text: string, at: number, plain: string) {
    if (!plain.startsWith('"')) return 'quote inside text';
    return isClosed(text, at) ? 'text after quote' : 'unclosed quote';
}

/** Whether the quote at `at` is ever closed. */
function isClosed(text: string, at: number): boolean {
    return /^"[^"]*(?:""[^"]*)*"/.test(text.slice(at));
}
