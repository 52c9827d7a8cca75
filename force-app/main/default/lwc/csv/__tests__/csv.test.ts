import { CsvError, movesCsv, readCsv, voiceAddUsersCsv, writeCsv } from 'c/csv';

describe('A written CSV file', () => {
    it('begins with a byte order mark and ends every row with CRLF', () => {
        expect(
            writeCsv([
                ['a', 'b'],
                ['c', 'd']
            ])
        ).toBe('\uFEFFa,b\r\nc,d\r\n');
    });

    it('quotes cells with characters that would end a cell', () => {
        expect(writeCsv([['O"Neil', 'a,b', 'a;b', 'two\nlines', ' spaced ']])).toBe(
            '\uFEFF"O""Neil","a,b","a;b","two\nlines"," spaced "\r\n'
        );
    });

    it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes the formula %j harmless', (formula) => {
        expect(readCsv(`head\r\n${writeCsv([[formula]]).slice(1)}`).rows[0].cells).toEqual([`'${formula}`]);
    });

    it('can be read back unchanged', () => {
        const rows = [
            ['Name', 'Note'],
            ['Zoë "Z" Ünal', 'a,b\r\nc'],
            ['محمد', '😀;']
        ];
        const file = readCsv(writeCsv(rows));
        expect([file.header, ...file.rows.map((row) => row.cells)]).toEqual(rows);
    });
});

describe('Reading a CSV file', () => {
    it('accepts semicolons, which Excel writes in many countries', () => {
        const file = readCsv('UserId;"Name, first"\n1;Ada\n');
        expect(file).toEqual({ header: ['UserId', 'Name, first'], rows: [{ line: 2, cells: ['1', 'Ada'] }] });
    });

    it.each([
        ['Unix', 'a,b\n1,2\n3,4'],
        ['Windows', 'a,b\r\n1,2\r\n3,4\r\n'],
        ['old Mac', 'a,b\r1,2\r3,4\r']
    ])('accepts the line ends of %s', (_system, text) => {
        expect(readCsv(text).rows.map((row) => row.cells)).toEqual([
            ['1', '2'],
            ['3', '4']
        ]);
    });

    it('counts lines as an editor does, including quoted line ends and empty lines', () => {
        expect(readCsv('a,b\n"x\ny",1\n\n3,4').rows.map((row) => row.line)).toEqual([2, 5]);
    });

    it('keeps an empty cell at the end of the last line', () => {
        expect(readCsv('a,b\n1,').rows[0].cells).toEqual(['1', '']);
    });

    it.each([
        ['empty', 1, ''],
        ['empty', 1, '\n \n'],
        ['wrong number of cells', 3, 'a,b\n1,2\n3'],
        ['unclosed quote', 2, 'a,b\n"1,2\n3,4'],
        ['text after quote', 2, 'a,b\n"1"x,2'],
        ['quote inside text', 3, 'a,b\n1,2\nO"Neil,2']
    ])('fails with "%s" at line %i', (kind, line, text) => {
        let thrown: unknown;
        try {
            readCsv(text);
        } catch (error) {
            thrown = error;
        }
        expect(thrown).toBeInstanceOf(CsvError);
        expect(thrown).toMatchObject({ kind, line });
    });
});

describe('The CSV files that Switchboard offers', () => {
    it('list the result for each user, with IDs and names', () => {
        const file = readCsv(
            movesCsv(
                [
                    {
                        userId: '005000000000001AAA',
                        name: 'Ada Byron',
                        from: '04v000000000001AAA',
                        to: null,
                        outcome: 'changed meanwhile',
                        words: null,
                        code: null,
                        reason: null,
                        nowIn: '04v000000000002AAA',
                        by: 'Bo Lind'
                    }
                ],
                (id) => (id === '04v000000000001AAA' ? 'Old Dialer' : null)
            )
        );
        const row = Object.fromEntries(file.header.map((column, index) => [column, file.rows[0].cells[index]]));
        expect(row).toMatchObject({
            User: 'Ada Byron',
            From: 'Old Dialer',
            ToId: '',
            Outcome: 'changed meanwhile',
            NowInId: '04v000000000002AAA',
            NowIn: '',
            By: 'Bo Lind'
        });
    });

    it('add users to a partner’s contact center without the Amazon columns', () => {
        const user = { email: 'ada@example.com', userId: '005000000000001AAA', callCenterId: '04v000000000004AAA' };
        expect(readCsv(voiceAddUsersCsv([{ ...user, amazon: null }]))).toEqual({
            header: ['Argument1', 'Argument2', 'Argument5', 'BulkAction'],
            rows: [{ line: 2, cells: ['ada@example.com', '005000000000001AAA', '04v000000000004AAA', 'AddUsers'] }]
        });
        const amazon = { profile: 'Agent' as const, routingProfileArn: 'arn:aws:connect:eu:1:routing-profile/2' };
        const file = readCsv(voiceAddUsersCsv([{ ...user, amazon }]));
        expect(file.header).toEqual(['Argument1', 'Argument2', 'Argument3', 'Argument4', 'Argument5', 'BulkAction']);
        expect(file.rows[0].cells.slice(2, 4)).toEqual(['Agent', 'arn:aws:connect:eu:1:routing-profile/2']);
    });
});
