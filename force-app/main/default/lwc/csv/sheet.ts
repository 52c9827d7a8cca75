/** What ends a cell. Spreadsheets write semicolons where the comma is the decimal separator, and copy with tabs. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Rows of one file, without its header. A file with more is refused. */
export const MAX_SHEET_ROWS = 50_000;

/** Bytes of one file: 50,000 rows of 400 bytes. The caller checks the size before it reads the file. */
export const MAX_SHEET_BYTES = 20_000_000;

export interface SheetRow {
    /** The row as a spreadsheet counts it: from 1, the header and blank rows included. */
    row: number;
    /** The line where the row begins, as an editor counts it. It differs from `row` after a line break in a cell. */
    line: number;
    /** As they are in the file. A row can have more or fewer than the header. */
    cells: string[];
}

/** A table that was read from a file or from pasted text. */
export interface Sheet {
    /** Null when the first row is data, too. */
    header: string[] | null;
    /** Rows in which at least one cell isn't blank. */
    rows: SheetRow[];
    delimiter: Delimiter;
}

export interface SheetOptions {
    /** Null to tell it from the first rows. */
    delimiter?: Delimiter | null;
    /** Whether the first row is a header. False also reads one row more, because it may turn out to be one. */
    hasHeader: boolean;
}
