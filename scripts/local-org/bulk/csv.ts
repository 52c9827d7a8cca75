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
    return parsed(text, DELIMITERS[columnDelimiter], lineEnding)
        .map(({ raw, record }) => {
            checkLineEnding(raw, lineEnding);
            return record;
        })
        .filter((row) => row.length > 1 || row[0] !== '');
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

interface ParsedRow {
    /** The row as it was sent, up to the first character of its line ending. */
    raw: string;
    record: string[];
}

function parsed(text: string, delimiter: string, lineEnding: LineEnding): ParsedRow[] {
    try {
        return parse(text, {
            bom: true,
            delimiter,
            record_delimiter: ['\r\n', '\n'],
            relax_column_count: true,
            raw: true,
            cast: (value, { quoting }) => {
                // A carriage return alone ends no line.
                if (!quoting && value.includes('\r')) throw invalidLineEnding(lineEnding);
                return value;
            }
        }) as unknown as ParsedRow[];
    } catch (cause) {
        if (!(cause instanceof CsvError)) throw cause;
        throw new ApiError('InvalidBatch', `InvalidBatch : The file cannot be read as CSV: ${reasonOf(cause)}`);
    }
}

function checkLineEnding(raw: string, lineEnding: LineEnding): void {
    const found = raw.endsWith('\r') ? 'CRLF' : raw.endsWith('\n') ? 'LF' : null;
    if (found !== null && found !== lineEnding) throw invalidLineEnding(lineEnding);
}

/** The message is as seen in public reports. */
function invalidLineEnding(lineEnding: LineEnding): ApiError {
    return new ApiError(
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
