import { CsvError } from '../csvError.ts';
import { delimiterOf } from '../delimiter.ts';
import { readRows } from '../rows.ts';

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
 * Reads a CSV file whose first row is a header. Accepts commas, semicolons, or tabs, quotes, the line ends of any system, and
 * files with or without a byte order mark. Skips empty lines. Every row must be as wide as the header.
 * @throws CsvError
 */
export function readCsv(text: string): CsvFile {
    const body = text.replace(/^\uFEFF/, '');
    const [header, ...rows] = readRows(body, delimiterOf(body));
    if (header === undefined) throw new CsvError('empty', { line: 1, row: 1, column: 1 });
    const odd = rows.find((row) => row.cells.length !== header.cells.length);
    if (odd) throw new CsvError('wrong number of cells', { ...odd, column: odd.cells.length });
    return { header: header.cells, rows: rows.map(({ line, cells }) => ({ line, cells })) };
}
