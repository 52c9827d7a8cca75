export type CsvErrorKind =
    'empty' | 'unclosed quote' | 'text after quote' | 'quote inside text' | 'wrong number of cells';

/** Why a file can't be read, and where. */
export class CsvError extends Error {
    kind: CsvErrorKind;
    /** Counted from 1, as editors do. */
    line: number;

    constructor(kind: CsvErrorKind, line: number) {
        super(`Line ${line}: ${kind}`);
        this.name = 'CsvError';
        this.kind = kind;
        this.line = line;
    }
}

export interface CsvRow {
    /** The line where the row begins, counted from 1. */
    line: number;
    /** As many cells as the header has. */
    cells: string[];
}

export interface CsvFile {
    header: string[];
    rows: CsvRow[];
}

/**
 * Reads a CSV file whose first row is a header. Accepts commas or semicolons (whichever the header has more of),
 * quotes, the line ends of any system, and files with or without a byte order mark. Skips empty lines.
 * @throws CsvError
 */
export function readCsv(text: string): CsvFile {
    const body = text.replace(/^\uFEFF/, '');
    const [header, ...rows] = readRows(body, delimiterOf(body));
    if (header === undefined) throw new CsvError('empty', 1);
    const odd = rows.find((row) => row.cells.length !== header.cells.length);
    if (odd !== undefined) throw new CsvError('wrong number of cells', odd.line);
    return { header: header.cells, rows };
}

/** Excel writes semicolons in countries where the comma is the decimal separator. */
function delimiterOf(text: string): ',' | ';' {
    const header = text
        .trimStart()
        .split(/\r|\n/, 1)[0]
        .replace(/"[^"]*"/g, '');
    return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** A cell, quoted or not, and then what ends it: the delimiter, a line end or the end of the file. */
const CELLS = {
    ',': /(?:"([^"]*(?:""[^"]*)*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/y,
    ';': /(?:"([^"]*(?:""[^"]*)*)"|([^;\r\n]*))(;|\r\n|\r|\n|$)/y
};

function readRows(text: string, delimiter: ',' | ';'): CsvRow[] {
    const cell = CELLS[delimiter];
    const rows: CsvRow[] = [];
    let line = 1;
    let row: CsvRow = { line, cells: [] };
    for (let at = 0; at < text.length || row.cells.length > 0;) {
        cell.lastIndex = at;
        const match = cell.exec(text);
        if (match === null) throw new CsvError(isClosed(text, at) ? 'text after quote' : 'unclosed quote', line);
        const [whole, quoted, plain = '', end] = match;
        if (quoted === undefined && plain.includes('"')) throw quoteError(text, at, plain, line);
        row.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        at += whole.length;
        line += whole.split(/\r\n|\r|\n/).length - 1;
        if (end === delimiter) continue;
        const blank = row.cells.length === 1 && quoted === undefined && plain.trim() === '';
        if (!blank) rows.push(row);
        row = { line, cells: [] };
    }
    return rows;
}

/** The error for a quote in a cell that isn't a valid quoted cell. */
function quoteError(text: string, at: number, plain: string, line: number): CsvError {
    if (!plain.startsWith('"')) return new CsvError('quote inside text', line);
    return new CsvError(isClosed(text, at) ? 'text after quote' : 'unclosed quote', line);
}

/** Whether the quote at `at` is ever closed. */
function isClosed(text: string, at: number): boolean {
    return /^"[^"]*(?:""[^"]*)*"/.test(text.slice(at));
}
