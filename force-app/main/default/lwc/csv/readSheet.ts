import { CsvError } from './csvError.ts';
import { delimiterOf } from './delimiter.ts';
import { LINE_ENDS, readRows } from './rows.ts';
import { DELIMITERS, MAX_SHEET_ROWS, type Delimiter, type Sheet, type SheetOptions, type SheetRow } from './sheet.ts';
import { NOTE } from './write.ts';

/** Rows that are read before the reading can pause. They take a few milliseconds. */
const ROWS_PER_STEP = 500;

/** Excel's own way to name the delimiter, in a line before the header. Excel doesn't show it, so it's no row. */
const NAMED_DELIMITER = /^sep=([,;\t])(\r\n|\r|\n)/i;

/** Notes of ours before the header, whatever a spreadsheet made of their row. They're rows, but not of the table. */
const NOTES = new RegExp(`^(?:"?${NOTE} [^\\r\\n]*(?:\\r\\n|\\r|\\n|$))+`);

/**
 * Reads a table, from a file or as it was copied from a spreadsheet. It yields now and then, so that a long file doesn't
 * block the page. Cells are exactly what the spreadsheet has. Rows may be wider or narrower than the header: whoever uses
 * a row decides what that means. Rows with nothing but blanks are skipped.
 * @throws CsvError
 */
export function* sheetSteps(text: string, options: SheetOptions): Generator<void, Sheet> {
    const whole = text.replace(/^\uFEFF/, '');
    const named = NAMED_DELIMITER.exec(whole);
    const noted = whole.slice(named?.[0].length ?? 0);
    const notes = NOTES.exec(noted)?.[0] ?? '';
    const noteRows = notes.match(LINE_ENDS)?.length ?? 0;
    const body = noted.slice(notes.length);
    const delimiter = options.delimiter ?? namedBy(named?.[1]) ?? delimiterOf(body);
    const start = { line: noteRows + (named ? 2 : 1), row: noteRows + 1 };
    const most = options.hasHeader ? MAX_SHEET_ROWS : MAX_SHEET_ROWS + 1;
    const rows: SheetRow[] = [];
    let header: string[] | null = null;
    for (const { row, line, cells } of readRows(body, delimiter, start)) {
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (options.hasHeader && header === null) {
            header = cells;
            continue;
        }
        if (rows.length === most) throw new CsvError('too many rows', { line, row, column: 1 });
        rows.push({ row, line, cells });
        if (rows.length % ROWS_PER_STEP === 0) yield;
    }
    if (header === null && rows.length === 0) throw new CsvError('empty', { line: 1, row: 1, column: 1 });
    return { header, rows, delimiter };
}

/** Reads a table at once. @throws CsvError */
export function readSheet(text: string, options: SheetOptions): Sheet {
    const steps = sheetSteps(text, options);
    for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
    }
}

function namedBy(text: string | undefined): Delimiter | undefined {
    return DELIMITERS.find((delimiter) => delimiter === text);
}
