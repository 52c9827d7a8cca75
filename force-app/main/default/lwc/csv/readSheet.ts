import { CsvError } from './csvError.ts';
import { delimiterOf } from './delimiter.ts';
import { readRows } from './rows.ts';
import { DELIMITERS, MAX_SHEET_ROWS, type Delimiter, type Sheet, type SheetOptions, type SheetRow } from './sheet.ts';

/** Rows that are read before the reading can pause. They take a few milliseconds. */
const ROWS_PER_STEP = 500;

/** Excel's own way to name the delimiter, in a line before the header. Excel doesn't show it, so it's no row. */
const NAMED_DELIMITER = /^sep=([,;\t])(\r\n|\r|\n)/i;

/**
 * Reads a table, from a file or as it was copied from a spreadsheet. It yields now and then, so that a long file doesn't
 * block the page. Cells are exactly what the spreadsheet has. Rows may be wider or narrower than the header: whoever uses
 * a row decides what that means. Rows with nothing but blanks are skipped.
 * @throws CsvError
 */
export function* sheetSteps(text: string, options: SheetOptions): Generator<void, Sheet> {
    const whole = text.replace(/^\uFEFF/, '');
    const named = NAMED_DELIMITER.exec(whole);
    const body = whole.slice(named?.[0].length ?? 0);
    const delimiter = options.delimiter ?? namedBy(named?.[1]) ?? delimiterOf(body);
    const lineOffset = named ? 1 : 0;
    const most = options.hasHeader ? MAX_SHEET_ROWS : MAX_SHEET_ROWS + 1;
    const rows: SheetRow[] = [];
    let header: string[] | null = null;
    for (const { row, line, cells } of readRows(body, delimiter)) {
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (options.hasHeader && header === null) {
            header = cells;
            continue;
        }
        if (rows.length === most) throw new CsvError('too many rows', { line: line + lineOffset, row, column: 1 });
        rows.push({ row, line: line + lineOffset, cells });
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
