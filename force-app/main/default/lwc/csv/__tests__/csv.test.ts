import { CsvError, movesCsv, movesFileName, planCsv, voiceAddUsersCsv, withoutGuard, writeCsv } from 'c/csv';
import { planMoves } from 'c/movePlan';
import type { RunReport, Settled } from 'c/moveRun';
import { ADA, CY, DIALER, EVE, KINDS, NAMES, VOICE, WORK } from '#tests/support/people.ts';
import { readCsv } from './readCsv.ts';

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

    it.each([
        '000123',
        '0',
        '12345678901',
        '123456789012',
        '5001E12',
        '1e5',
        '12-05',
        '3/4',
        'MAR1',
        '1-dec',
        'oct 26'
    ])('keeps %j as it is when a spreadsheet opens it', (text) => {
        const isKept = text === '0' || text === '12345678901';
        const cell = isKept ? text : `'${text}`;
        expect(writeCsv([[text]])).toBe(`\uFEFF${cell}\r\n`);
        expect(withoutGuard(cell)).toBe(text);
    });

    it.each(['2026-11-27', '2026-11-27T09:00:00.000Z', '1.5', '3 of 4', '005000000000001AAA', 'Mark2', '8x8', '10:30'])(
        'leaves %j alone',
        (text) => {
            expect(writeCsv([[text]])).toBe(`\uFEFF${text}\r\n`);
        }
    );

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
    it('list what a plan means to do with each user', () => {
        const users = [ADA, EVE, CY];
        const plan = planMoves(users, WORK, (id) => KINDS.get(id) ?? null);
        const file = readCsv(planCsv(plan, (id) => NAMES.get(id) ?? null));
        expect(file.header.slice(0, 2)).toEqual(['UserId', 'User']);
        expect(file.rows.map(({ cells }) => cells)).toEqual([
            [ADA.id, 'Ada Byron', DIALER, 'Old Dialer', WORK, '8x8 Work', 'move', ''],
            [EVE.id, 'Eve Voice', VOICE, 'Voice East', WORK, '8x8 Work', 'blocked', 'leaves a voice center'],
            [CY.id, 'Cy Tan', '', '', WORK, '8x8 Work', 'move', '']
        ]);
    });

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
            ToId: 'none',
            To: '',
            Outcome: 'changed meanwhile',
            NowInId: '04v000000000002AAA',
            NowIn: '',
            By: 'Bo Lind'
        });
    });

    it('name the row of the file that users come from', () => {
        const plan = planMoves([ADA, CY], WORK, (id) => KINDS.get(id) ?? null);
        const users = plan.users.map((user, index) => ({ ...user, row: index + 2 }));
        const lastOf = (text: string) => {
            const { header, rows } = readCsv(text);
            return [header.at(-1), ...rows.map(({ cells }) => cells.at(-1))];
        };
        expect(lastOf(planCsv({ ...plan, users }, () => null))).toEqual(['Row', '2', '3']);
        const settled = users.map((user) => ({ ...user, outcome: 'moved', words: null, code: null }) as const);
        expect(lastOf(movesCsv(settled, () => null))).toEqual(['Row', '2', '3']);
        expect(lastOf(planCsv(plan, () => null))[0]).toBe('Reason');
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

describe('The name of a file with the results of a move', () => {
    const CENTER_NAMES: Record<string, string> = {
        '04v1': '8x8 Work',
        '04v2': 'Ünïted / “Sales” & Co.',
        '04v3': 'コールセンター',
        '04v4': `${'a'.repeat(49)} ${'b'.repeat(80)}`,
        '04v5': '***'
    };
    const named = (to: (string | null)[], more: Partial<RunReport> = {}) => {
        const startedAt = new Date(2026, 10, 4, 23, 59).getTime();
        const settled = to.map((place) => ({ to: place }) as Settled);
        return movesFileName(
            { target: null, undoOf: null, startedAt, settled, ...more } as RunReport,
            (id) => CENTER_NAMES[id]
        );
    };

    it.each<[string, string]>([
        [named(['04v1', '04v1'], { target: '04v1' }), 'moves-8x8-work-2026-11-04.csv'],
        [named(['04v2'], { target: '04v2' }), 'moves-united-sales-co-2026-11-04.csv'],
        [named(['04v3'], { target: '04v3' }), 'moves-コールセンター-2026-11-04.csv'],
        [named(['04v4'], { target: '04v4' }), `moves-${'a'.repeat(49)}-2026-11-04.csv`],
        [named(['04v5'], { target: '04v5' }), 'moves-2026-11-04.csv'],
        [named([null, null]), 'removals-2026-11-04.csv'],
        [named(['04v1', '04v2']), 'moves-2026-11-04.csv'],
        [named(['04v1', null]), 'moves-2026-11-04.csv'],
        [named(['04v1'], { undoOf: 'run' }), 'undo-8x8-work-2026-11-04.csv'],
        [named([null], { undoOf: 'run' }), 'undo-2026-11-04.csv'],
        [named([]), 'moves-2026-11-04.csv']
    ])('is %s', (name, expected) => {
        expect(name).toBe(expected);
    });
});
