/** Encodings in which spreadsheets save text. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Why a file has no text to read. `workbook`: it was saved as a workbook (.xlsx, .xls, .ods, .numbers), so it has to be
 * saved as CSV, or its cells copied. `binary`: it's something else that isn't text.
 */
export type FileErrorKind = 'empty' | 'workbook' | 'binary';

export class FileError extends Error {
    kind: FileErrorKind;

    constructor(kind: FileErrorKind) {
        super(`The file can't be read: ${kind}`);
        this.name = 'FileError';
        this.kind = kind;
    }
}

/** First bytes of zip files, which most workbooks are, and of the older format of Excel. */
const WORKBOOKS = [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0]
];
const BYTE_ORDER_MARKS: [Encoding, number[]][] = [
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]]
];
/** Bytes that tell how a file is encoded, and characters that tell whether it's text. */
const SAMPLE = 64_000;
/** Characters that no one types. A few may be in a cell; a file of them isn't text. */
// eslint-disable-next-line no-control-regex -- they're what is looked for
const CONTROLS = /[\x01-\x08\x0E-\x1F\x7F]/g;
const MOST_CONTROLS = 0.01;

/**
 * The text of a file, and the encoding that it was read with. The guess can be wrong only where nothing in the file
 * tells, so a person can override it.
 * @throws FileError
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding | null = null): { text: string; encoding: Encoding } {
    if (bytes.length === 0) throw new FileError('empty');
    if (WORKBOOKS.some((start) => startsWith(bytes, start))) throw new FileError('workbook');
    const chosen = encoding ?? guessEncoding(bytes);
    const text = new TextDecoder(chosen).decode(bytes);
    if (text.trim() === '') throw new FileError('empty');
    if (isBinary(text)) throw new FileError('binary');
    return { text, encoding: chosen };
}

/**
 * A byte order mark tells. Without one, UTF-16 has a zero in every second byte of Latin letters, delimiters, and line ends.
 * Text with accents that is valid UTF-8 is UTF-8; other text is what Windows writes in Western countries.
 */
function guessEncoding(bytes: Uint8Array): Encoding {
    const marked = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark));
    if (marked) return marked[0];
    const zeros = [0, 0];
    for (let index = 0; index < Math.min(bytes.length, SAMPLE); index += 1)
        if (bytes[index] === 0) zeros[index % 2] += 1;
    if (zeros[1] > 0 && zeros[0] === 0) return 'utf-16le';
    if (zeros[0] > 0 && zeros[1] === 0) return 'utf-16be';
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return 'utf-8';
    } catch (error) {
        // Not `instanceof`: in Lightning Web Security, the error can come from outside of the sandbox.
        if ((error as Error).name === 'TypeError') return 'windows-1252';
        throw error;
    }
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
    return start.every((byte, index) => bytes[index] === byte);
}

function isBinary(text: string): boolean {
    const sample = text.slice(0, SAMPLE);
    return text.includes('\0') || (sample.match(CONTROLS)?.length ?? 0) > MOST_CONTROLS * sample.length;
}
