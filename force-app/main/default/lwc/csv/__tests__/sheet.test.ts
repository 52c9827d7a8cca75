import { decodeText, DELIMITERS, ENCODINGS, readSheet, withoutGuard, writeCsv, type Encoding } from 'c/csv';

const rowsOf = (text: string, hasHeader = true) => readSheet(text, { hasHeader }).rows;
const kindOf = (act: () => unknown) => {
    try {
        act();
    } catch (error) {
        return (error as { kind: string }).kind;
    }
    return 'none';
};

/** The bytes of a text, as a spreadsheet saves it. */
function encoded(text: string, encoding: Encoding): Uint8Array {
    switch (encoding) {
        case 'utf-8':
            return new Uint8Array(Buffer.from(text, 'utf8'));
        case 'utf-16le':
            return new Uint8Array(Buffer.from(text, 'utf16le'));
        case 'utf-16be':
            return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
        case 'windows-1252':
            return new Uint8Array(Buffer.from(text, 'latin1'));
    }
}

describe('Reading a table', () => {
    it.each(DELIMITERS.map((delimiter) => [delimiter]))('accepts %j between cells', (delimiter) => {
        const text = ['User', 'To', '\nada@x.example', 'Work'].join(delimiter).replace(`${delimiter}\n`, '\n');
        expect(readSheet(text, { hasHeader: true })).toEqual({
            header: ['User', 'To'],
            rows: [{ row: 2, line: 2, cells: ['ada@x.example', 'Work'] }],
            delimiter
        });
    });

    it('reads the first row as data when it is no header', () => {
        expect(readSheet('ada@x.example\nbo@x.example\n', { hasHeader: false })).toEqual({
            header: null,
            rows: [
                { row: 1, line: 1, cells: ['ada@x.example'] },
                { row: 2, line: 2, cells: ['bo@x.example'] }
            ],
            delimiter: ','
        });
    });

    it('counts rows as a spreadsheet does, and lines as an editor does', () => {
        expect(rowsOf('User,Note\r\nada,"two\r\nlines"\r\n,\r\n\r\nbo,one\r\n')).toEqual([
            { row: 2, line: 2, cells: ['ada', 'two\r\nlines'] },
            { row: 5, line: 6, cells: ['bo', 'one'] }
        ]);
    });

    it('tells the delimiter by rows of equal width, not only by the header', () => {
        expect(readSheet('Name;Alias,Email\nAda,a@x\nBo,b@x', { hasHeader: true }).delimiter).toBe(',');
        expect(readSheet('Name;Notes, old\nAda;x\nBo;y, z', { hasHeader: true }).delimiter).toBe(';');
        expect(readSheet('Byron, Ada\tWork\nLind, Bo\tWork', { hasHeader: false }).delimiter).toBe('\t');
    });

    it('obeys a delimiter that Excel names, and one that a person chose', () => {
        expect(readSheet('sep=;\r\nA;B\r\n1;2', { hasHeader: true })).toEqual({
            header: ['A', 'B'],
            rows: [{ row: 2, line: 3, cells: ['1', '2'] }],
            delimiter: ';'
        });
        expect(readSheet('a;b,c', { hasHeader: false, delimiter: ';' }).rows[0].cells).toEqual(['a', 'b,c']);
    });

    it('takes quotes in copied cells as text, and quoted cells as spreadsheets copy them', () => {
        expect(rowsOf('User\tNote\n"Manu" Ferreira\t5" screen\n"two\nlines ""x"""\t"\n')).toEqual([
            { row: 2, line: 2, cells: ['"Manu" Ferreira', '5" screen'] },
            { row: 3, line: 3, cells: ['two\nlines "x"', '"'] }
        ]);
    });

    it('keeps rows that are wider or narrower than the header', () => {
        expect(rowsOf('a,b\n1\n1,2,3').map(({ cells }) => cells.length)).toEqual([1, 3]);
    });

    it('has no rows when there is only a header, and fails when there is nothing', () => {
        expect(rowsOf('User,To\n')).toEqual([]);
        expect(kindOf(() => rowsOf(' \n,,\n'))).toBe('empty');
    });

    it('fails at the row and the cell with the error', () => {
        const read = () => rowsOf('a,b\n"x\ny",1\n2,O"Neil');
        expect(read).toThrow(expect.objectContaining({ kind: 'quote inside text', line: 4, row: 3, column: 2 }));
    });

    it('accepts 50,000 rows and a header, told or not, and fails at the next row', () => {
        const text = `User\n${'ada\n'.repeat(50_000)}`;
        expect(rowsOf(text)).toHaveLength(50_000);
        expect(rowsOf(text, false)).toHaveLength(50_001);
        const more = () => rowsOf(`${text}bo`);
        expect(more).toThrow(expect.objectContaining({ kind: 'too many rows', row: 50_002 }));
    });
});

describe('The bytes of a file', () => {
    const text = 'Name;Zoë “Z” Ünal €\r\nJosé;ñ\r\n';
    const latin = 'Name;Zoë Ünal\r\nJosé;ñ\r\n';

    it.each([
        ['utf-8', encoded(text, 'utf-8')],
        ['utf-8', encoded(`\uFEFF${text}`, 'utf-8')],
        ['utf-16le', encoded(`\uFEFF${text}`, 'utf-16le')],
        ['utf-16be', encoded(`\uFEFF${text}`, 'utf-16be')],
        ['utf-16le', encoded(text, 'utf-16le')],
        ['utf-16be', encoded(text, 'utf-16be')]
    ])('are read as %s', (encoding, bytes) => {
        expect(decodeText(bytes)).toEqual({ text, encoding });
    });

    it('are read as Windows-1252 when they are not UTF-8', () => {
        expect(decodeText(encoded(latin, 'windows-1252'))).toEqual({ text: latin, encoding: 'windows-1252' });
        const euro = new Uint8Array([0x80, 0x20, 0x93, 0x5a, 0x94]);
        expect(decodeText(euro).text).toBe('€ “Z”');
    });

    it('are read in the encoding that a person chose', () => {
        const bytes = encoded('Zoë', 'utf-8');
        expect(decodeText(bytes, 'windows-1252').text).toBe('ZoÃ«');
        for (const encoding of ENCODINGS) expect(decodeText(encoded('Ada', encoding), encoding).text).toBe('Ada');
    });

    it('are refused when there are none, when they are a workbook, and when they are not text', () => {
        expect(kindOf(() => decodeText(new Uint8Array()))).toBe('empty');
        expect(kindOf(() => decodeText(encoded('\uFEFF \r\n', 'utf-8')))).toBe('empty');
        expect(kindOf(() => decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])))).toBe('workbook');
        expect(kindOf(() => decodeText(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))).toBe('workbook');
        const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
        expect(kindOf(() => decodeText(png))).toBe('binary');
        expect(kindOf(() => decodeText(Uint8Array.from({ length: 500 }, (_, index) => 1 + (index % 31))))).toBe(
            'binary'
        );
    });
});

describe('A cell that was made harmless', () => {
    it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'Ada', "O'Brien", "'Ada'", "'"])(
        'means %j again, and is written the same the next time',
        (text) => {
            const written = (cell: string) =>
                readSheet(writeCsv([['Head'], [`${cell}`], ['x']]), { hasHeader: true, delimiter: ',' }).rows[0]
                    .cells[0];
            const once = written(text);
            expect(withoutGuard(once)).toBe(text);
            expect(written(once)).toBe(once);
        }
    );
});

describe('Notes about a file of ours', () => {
    const FILE = 'Name,Center\r\nAda,8x8 Work\r\n';

    it.each([
        ['as we write them', '# Switchboard org: x\r\n"# Switchboard filters: a, b"\r\n'],
        ['as Excel saves them', '# Switchboard org: x,,\r\n"# Switchboard filters: a, b",,\r\n'],
        ['as Excel saves them with semicolons', '# Switchboard org: x;;\r\n# Switchboard filters: a, b;;\r\n']
    ])('are rows, but not of the table, %s', (_how, notes) => {
        const sheet = readSheet(notes + FILE, { hasHeader: true });
        expect(sheet.header).toEqual(['Name', 'Center']);
        expect(sheet.rows).toEqual([{ row: 4, line: 4, cells: ['Ada', '8x8 Work'] }]);
    });

    it('do not hide a header, or an error below them', () => {
        expect(readSheet('# Name,Center\r\nAda,x', { hasHeader: true }).header).toEqual(['# Name', 'Center']);
        const broken = 'sep=;\r\n# Switchboard org: x\r\nName;Center\r\nAda;"x';
        expect(() => readSheet(broken, { hasHeader: true })).toThrow('Line 4, row 3, column 2: unclosed quote');
    });
});
