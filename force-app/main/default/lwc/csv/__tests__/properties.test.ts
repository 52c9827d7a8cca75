import fc from 'fast-check';
import {
    decodeText,
    DELIMITERS,
    ENCODINGS,
    noteRow,
    readSheet,
    tableSteps,
    withoutGuard,
    writeCsv,
    type Delimiter,
    type Encoding
} from 'c/csv';

/** Characters of cells that are hard for files: what ends cells and rows, quotes, formulas, accents, and other scripts. */
const HARD = [...',;\t"\'\r\n =+-@<>&%\\', '\r\n', '""', 'é', 'Ü', 'ñ', '€', '“'];
const BEYOND_WINDOWS = ['عبد', 'コール', '🎧', 'e\u0301', '\uFFFD'];

const cellOf = (...more: string[]) =>
    fc.array(fc.constantFrom('a', 'b', 'Z', '7', ...HARD, ...more), { maxLength: 8 }).map((parts) => parts.join(''));
const tableOf = (cell: fc.Arbitrary<string>) =>
    fc
        .integer({ min: 1, max: 5 })
        .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
        );

/** A table as a spreadsheet writes it. `all`: with quotes around every cell, which some do. */
function written(table: string[][], delimiter: Delimiter, lineEnd: string, all: boolean): string {
    const cell = (text: string) =>
        all || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
    return table.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
}

const WINDOWS_1252 = new Map([
    ['€', 0x80],
    ['“', 0x93]
]);

function encoded(text: string, encoding: Encoding, mark: boolean): Uint8Array {
    const marked = mark ? `\uFEFF${text}` : text;
    switch (encoding) {
        case 'utf-8':
            return new Uint8Array(Buffer.from(marked, 'utf8'));
        case 'utf-16le':
            return new Uint8Array(Buffer.from(marked, 'utf16le'));
        case 'utf-16be':
            return new Uint8Array(Buffer.from(marked, 'utf16le').swap16());
        case 'windows-1252':
            return Uint8Array.from([...text], (letter) => WINDOWS_1252.get(letter) ?? letter.charCodeAt(0));
    }
}

const isBlank = (row: string[]) => row.every((cell) => cell.trim() === '');
const cellsOf = (text: string, delimiter: Delimiter | null) => {
    const sheet = readSheet(text, { hasHeader: false, delimiter });
    return sheet.rows.map(({ cells }) => cells);
};

describe('Any table that a spreadsheet writes', () => {
    const settings = fc.record({
        delimiter: fc.constantFrom(...DELIMITERS),
        lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
        all: fc.boolean(),
        mark: fc.boolean(),
        encoding: fc.constantFrom(...ENCODINGS)
    });

    it('is read back the same, in every encoding, with every delimiter and line end', () => {
        fc.assert(
            fc.property(
                settings.chain((setting) =>
                    fc.record({
                        setting: fc.constant(setting),
                        table: tableOf(setting.encoding === 'windows-1252' ? cellOf() : cellOf(...BEYOND_WINDOWS))
                    })
                ),
                ({ setting: { delimiter, lineEnd, all, mark, encoding }, table }) => {
                    const rows = table.filter((row) => !isBlank(row));
                    fc.pre(rows.length > 0);
                    const bytes = encoded(written(table, delimiter, lineEnd, all), encoding, mark);
                    const { text } = decodeText(bytes, encoding);
                    expect(cellsOf(text, delimiter)).toEqual(rows);
                }
            ),
            { numRuns: 500 }
        );
    });

    it('has its encoding and its delimiter told, when it has names, a header, and more than one column', () => {
        const name = fc.constantFrom(
            'Ada Byron',
            'Zoë Ünal',
            'Álvarez, María',
            'a;b',
            '8x8 Work',
            'x\ty',
            'O"Neil',
            ''
        );
        const header = ['Username', 'Call center', 'Zoë'];
        fc.assert(
            fc.property(
                settings,
                fc.array(fc.tuple(fc.constantFrom('ada@x.example', 'bo@x.example'), name, name), { minLength: 3 }),
                ({ delimiter, lineEnd, all, mark, encoding }, rows) => {
                    const table = [header, ...rows];
                    const bytes = encoded(written(table, delimiter, lineEnd, all), encoding, mark);
                    const decoded = decodeText(bytes);
                    expect(decoded.encoding).toBe(encoding);
                    expect(cellsOf(decoded.text, null)).toEqual(table);
                }
            ),
            { numRuns: 300 }
        );
    });

    it('can be a file of ours, whose cells stay the same from then on', () => {
        fc.assert(
            fc.property(tableOf(cellOf(...BEYOND_WINDOWS)), (table) => {
                fc.pre(!table.some(isBlank));
                const once = cellsOf(writeCsv(table), ',');
                expect(cellsOf(writeCsv(once), ',')).toEqual(once);
            })
        );
    });
});

describe('Any table of ours', () => {
    /** What no cell of an org begins with: a file of ours can't tell it from its own apostrophe. */
    const isOurs = (text: string) => withoutGuard(text) !== text;
    const cell = fc
        .oneof(cellOf(...BEYOND_WINDOWS), fc.constantFrom('000123', '12345678901234567', '1E9', '12-05', 'MAR1'))
        .filter((text) => !isOurs(text));

    it('means the same when it is read, as a file with commas or semicolons, and as copied cells', () => {
        fc.assert(
            fc.property(
                tableOf(cell),
                fc.constantFrom(...DELIMITERS),
                fc.array(fc.string()),
                (table, delimiter, notes) => {
                    fc.pre(!table.some(isBlank));
                    const rows = [...notes.map(noteRow), ...table];
                    const text = textOf(rows, delimiter).join('');
                    expect(text.startsWith('\uFEFF')).toBe(delimiter !== '\t');
                    const sheet = readSheet(text, { hasHeader: false, delimiter });
                    expect(sheet.rows.map(({ cells }) => cells.map(withoutGuard))).toEqual(table);
                    expect(sheet.rows[0].row).toBe(notes.length + 1);
                }
            ),
            { numRuns: 500 }
        );
    });

    it('has no cell that a spreadsheet runs or rewrites', () => {
        fc.assert(
            fc.property(tableOf(cell), fc.constantFrom(...DELIMITERS), (table, delimiter) => {
                const { rows } = readSheet(textOf([['x'], ...table], delimiter).join(''), {
                    hasHeader: true,
                    delimiter
                });
                for (const text of rows.flatMap(({ cells }) => cells))
                    expect(text).not.toMatch(/^([=+\-@\t\r]|0\d+$|\d{12,}$)/);
            })
        );
    });

    function textOf(rows: string[][], delimiter: Delimiter): string[] {
        const steps = tableSteps(rows, delimiter);
        for (;;) {
            const step = steps.next();
            if (step.done) return step.value;
        }
    }
});
