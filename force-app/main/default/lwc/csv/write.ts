import { type Delimiter } from './sheet.ts';

/** Without it, spreadsheets read a file in their own code page, which breaks every name with an accent. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets run a cell that starts like this as a formula (OWASP, "CSV injection"). */
const FORMULA = /^[=+\-@\t\r]/;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)';
/**
 * Spreadsheets turn these into something else, and what the file had is lost: leading zeros, digits of long numbers (they
 * show 11 and keep 15), numbers with an exponent, and what may be a day, such as 12-05 or MAR1. Whole dates and times stay
 * dates and times, so they aren't among them.
 */
const REWRITTEN = new RegExp(
    `^(0\\d+|\\d{12,}|\\d+(\\.\\d+)?e[+-]?\\d+|\\d{1,4}[-/]\\d{1,4}|(\\d{1,2}[- ]?)?${MONTH}[- ]?\\d{1,4}|\\d{1,2}[- ]?${MONTH})$`,
    'i'
);

/**
 * The word for "no call center" in columns that say where users go. An empty cell can't be it, because an import takes it
 * for the call center that was chosen.
 */
export const NO_CENTER = 'none';

/** How a note begins. A file of ours begins with notes about it, if it has any, and then has its header. */
export const NOTE = '# Switchboard';

/** A row with a note: one cell, in one line, so that reading a file knows it. Quotes would be doubled. */
export function noteRow(text: string): string[] {
    return [`${NOTE} ${text.replace(/[\s"]+/g, ' ').trim()}`];
}

/** Rows that are written before the writing can pause. They take a few milliseconds. */
const ROWS_PER_STEP = 500;

/** A CSV file in UTF-8, with byte order mark, commas and CRLF. Cells that a spreadsheet would change get an apostrophe. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
    return BYTE_ORDER_MARK + rows.map((row) => rowText(row, ',')).join('');
}

/**
 * Writes rows like `writeCsv`, in parts that together are the text. It yields now and then, so that many rows don't block the
 * page. With tabs, it's what spreadsheets paste into cells, so it has no byte order mark.
 */
export function* tableSteps(rows: Iterable<readonly string[]>, delimiter: Delimiter): Generator<void, string[]> {
    const parts = delimiter === '\t' ? [] : [BYTE_ORDER_MARK];
    // Joined in each step: a text that is only added to is put together when it's used, and a file would be all at once.
    let lines: string[] = [];
    for (const row of rows) {
        if (lines.push(rowText(row, delimiter)) < ROWS_PER_STEP) continue;
        parts.push(lines.join(''));
        lines = [];
        yield;
    }
    return [...parts, lines.join('')];
}

/**
 * A cell as it was before our files made it harmless. What reads a cell for its meaning uses this, so a file of ours means
 * the same when it's imported. The cell itself stays as it is: written again, it gets no second apostrophe.
 */
export function withoutGuard(cell: string): string {
    return cell.startsWith("'") && isChanged(cell.slice(1)) ? cell.slice(1) : cell;
}

function isChanged(text: string): boolean {
    return FORMULA.test(text) || REWRITTEN.test(text);
}

function rowText(row: readonly string[], delimiter: Delimiter): string {
    return `${row.map(writeCell).join(delimiter)}\r\n`;
}

function writeCell(text: string): string {
    const safe = isChanged(text) ? `'${text}` : text;
    return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
