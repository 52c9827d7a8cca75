/** Spreadsheets take a file without it for their own code page and spoil every name with an accent. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that starts so is run as a formula by spreadsheets (OWASP, "CSV injection"). */
const FORMULA = /^[=+\-@\t\r]/;

/** A CSV file: UTF-8 with byte order mark, commas, CRLF. What would be a formula gets an apostrophe in front. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
    return BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
