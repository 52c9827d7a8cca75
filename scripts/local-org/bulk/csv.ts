import { ApiError } from '../apiError.ts';

/** Names and characters of column delimiters (documented, Bulk API 2.0). */
export const DELIMITERS = {
    BACKQUOTE: '`',
    CARET: '^',
    COMMA: ',',
    PIPE: '|',
    SEMICOLON: ';',
    TAB: '\t'
} as const;
export type Delimiter = keyof typeof DELIMITERS;

export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;
export type LineEnding = keyof typeof LINE_ENDINGS;

export interface CsvFormat {
    columnDelimiter: Delimiter;
    lineEnding: LineEnding;
}

/**
 * Rows of a CSV text: cells may be quoted, with `""` for a quote; empty lines are left out.
 * @throws ApiError, the words of a failed job: the line ends are not those the job was made for, or a quote stays open
 */
export function readCsv(text: string, { columnDelimiter, lineEnding }: CsvFormat): string[][] {
    const delimiter = DELIMITERS[columnDelimiter];
    const rows: string[][] = [];
    let row: string[] = [];
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
        const cell = readCell(text, at, delimiter);
        row.push(cell.value);
        at = cell.end;
        if (text[at] === delimiter) {
            at++;
            if (at === text.length) row.push('');
            continue;
        }
        if (at < text.length) at = lineEnd(text, at, lineEnding);
        if (row.length > 1 || row[0] !== '') rows.push(row);
        row = [];
    }
    if (row.length > 0) rows.push(row);
    return rows;
}

/** Every cell in quotes, as Bulk API 2.0 gives its results (observed in the documented examples). */
export function writeCsv(rows: readonly (readonly string[])[], { columnDelimiter, lineEnding }: CsvFormat): string {
    const [delimiter, end] = [DELIMITERS[columnDelimiter], LINE_ENDINGS[lineEnding]];
    return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + end).join('');
}

function readCell(text: string, start: number, delimiter: string): { value: string; end: number } {
    if (text[start] !== '"') {
        let end = start;
        while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
        return { value: text.slice(start, end), end };
    }
    let value = '';
    for (let at = start + 1; ;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) throw unreadable('a quoted value is not closed');
        value += text.slice(at, quote);
        if (text[quote + 1] !== '"') {
            const next = text[quote + 1];
            if (next !== undefined && next !== delimiter && next !== '\n' && next !== '\r') {
                throw unreadable('text follows a quoted value');
            }
            return { value, end: quote + 1 };
        }
        value += '"';
        at = quote + 2;
    }
}

/** Words as seen in public reports. */
function lineEnd(text: string, at: number, lineEnding: LineEnding): number {
    const found = text.startsWith('\r\n', at) ? 'CRLF' : text[at] === '\n' ? 'LF' : null;
    if (found === lineEnding) return at + LINE_ENDINGS[lineEnding].length;
    throw new ApiError(
        'ClientInputError',
        `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`
    );
}

function unreadable(why: string): ApiError {
    return new ApiError('InvalidBatch', `InvalidBatch : The file cannot be read as CSV: ${why}`);
}
