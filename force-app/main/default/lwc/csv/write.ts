/** Without it, spreadsheets read a file in their own code page, which breaks every name with an accent. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets run a cell that starts like this as a formula (OWASP, "CSV injection"). */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The word for "no call center" in columns that say where users go. An empty cell can't be it, because an import takes it
 * for the call center that was chosen.
 */
export const NO_CENTER = 'none';

/** A CSV file in UTF-8, with byte order mark, commas and CRLF. Cells that look like a formula get an apostrophe. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
    return BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/**
 * A cell as it was before `writeCsv` made it harmless. What reads a cell for its meaning uses this, so a file of ours means
 * the same when it's imported. The cell itself stays as it is: written again, it gets no second apostrophe.
 */
export function withoutGuard(cell: string): string {
    return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function writeCell(text: string): string {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
