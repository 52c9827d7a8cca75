export type CsvErrorKind =
    'empty' | 'unclosed quote' | 'text after quote' | 'quote inside text' | 'wrong number of cells' | 'too many rows';

/** Why a file can't be read, and where. */
export class CsvError extends Error {
    kind: CsvErrorKind;
    /** Counted from 1, as editors do. */
    line: number;
    /** Counted from 1, as spreadsheets do. It differs from `line` after a line break in a cell. */
    row: number;
    /** The cell in its row, counted from 1; the last one of the row for errors about whole rows. */
    column: number;

    constructor(kind: CsvErrorKind, { line, row, column }: { line: number; row: number; column: number }) {
        super(`Line ${line}, row ${row}, column ${column}: ${kind}`);
        this.name = 'CsvError';
        this.kind = kind;
        this.line = line;
        this.row = row;
        this.column = column;
    }
}
