import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { ApiError } from '../apiError.ts';

/** Column delimiters by name (documented, Bulk API 2.0). */
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
 * The rows of a CSV text, without its empty lines. Rows may differ in length. A value that contains a quote, the
 * delimiter, or a line break must be quoted (documented).
 * @throws ApiError with the message of a failed job: the line endings aren't the ones that the job was created with, or
 * the quotes are wrong
 */
export function readCsv(text: string, { columnDelimiter, lineEnding }: CsvFormat): string[][] {
    const rows = parsed(text, DELIMITERS[columnDelimiter]);
    checkLineEndings(text, lineEnding);
    return rows.filter((row) => row.length > 1 || row[0] !== '');
}

/** Quotes every cell, as the documented examples of Bulk API 2.0 results do. */
export function writeCsv(rows: readonly (readonly string[])[], { columnDelimiter, lineEnding }: CsvFormat): string {
    return stringify(rows as string[][], {
        delimiter: DELIMITERS[columnDelimiter],
        record_delimiter: LINE_ENDINGS[lineEnding],
        quoted: true,
        quoted_empty: true
    });
}

function parsed(text: string, delimiter: string): string[][] {
    try {
        return parse(text, {
            bom: true,
            delimiter,
            record_delimiter: ['\r\n', '\n'],
            relax_column_count: true,
            skip_empty_lines: true
        });
    } catch (cause) {
        if (!(cause instanceof CsvError)) throw cause;
        throw new ApiError('InvalidBatch', `InvalidBatch : The file cannot be read as CSV: ${reasonOf(cause)}`);
    }
}

/** Line breaks that aren't the job's line ending, outside of quoted values. */
const OTHER_LINE_BREAKS = { LF: /\r/, CRLF: /\r(?!\n)|(?<!\r)\n/ } as const;

/**
 * csv-parse doesn't report line endings, so they are checked in the text without its quoted values. The message is as seen
 * in public reports.
 */
function checkLineEndings(text: string, lineEnding: LineEnding): void {
    if (!OTHER_LINE_BREAKS[lineEnding].test(text.replace(/"[^"]*"/g, ''))) return;
    throw new ApiError(
        'ClientInputError',
        `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`
    );
}

function reasonOf({ code, message }: CsvError): string {
    switch (code) {
        case 'CSV_QUOTE_NOT_CLOSED':
            return 'a quoted value is not closed';
        case 'CSV_INVALID_CLOSING_QUOTE':
            return 'text follows a quoted value';
        case 'INVALID_OPENING_QUOTE':
            return 'a quote is inside a value that is not quoted';
        default:
            return message;
    }
}
