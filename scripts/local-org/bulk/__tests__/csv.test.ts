import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DELIMITERS, LINE_ENDINGS, readCsv, writeCsv, type CsvFormat } from '../csv.ts';

const COMMA: CsvFormat = { columnDelimiter: 'COMMA', lineEnding: 'LF' };

describe('readCsv', () => {
    const cases: [text: string, rows: string[][]][] = [
        ['', []],
        [
            'a,b\n1,2\n',
            [
                ['a', 'b'],
                ['1', '2']
            ]
        ],
        [
            'a,b\n1,2',
            [
                ['a', 'b'],
                ['1', '2']
            ]
        ],
        ['\uFEFFa\n1\n', [['a'], ['1']]],
        ['a\n\n1\n', [['a'], ['1']]],
        ['a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
        ['a,', [['a', '']]],
        ['"a,b\nc","say ""hi"""\n', [['a,b\nc', 'say "hi"']]],
        ['"a\r\nb"\n', [['a\r\nb']]]
    ];
    for (const [text, rows] of cases) {
        test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(readCsv(text, COMMA), rows));
    }

    const rejected: [text: string, format: CsvFormat, message: RegExp][] = [
        ['"a\n', COMMA, /^InvalidBatch : .*: a quoted value is not closed$/],
        ['"a"b\n', COMMA, /^InvalidBatch : .*: text follows a quoted value$/],
        ['a"b\n', COMMA, /^InvalidBatch : .*: a quote is inside a value that is not quoted$/],
        ['a\r\n"1"\r\n', COMMA, /^ClientInputError : LineEnding is invalid .* LF$/],
        ['"a"\r\n', COMMA, /^ClientInputError : LineEnding is invalid .* LF$/],
        ['a\n', { ...COMMA, lineEnding: 'CRLF' }, /^ClientInputError : LineEnding is invalid .* CRLF$/],
        ['a\rb\r', COMMA, /^ClientInputError : LineEnding is invalid/],
        ['a\rb\r', { ...COMMA, lineEnding: 'CRLF' }, /^ClientInputError : LineEnding is invalid/]
    ];
    for (const [text, format, message] of rejected) {
        test(`rejects ${JSON.stringify(text)} with line ending ${format.lineEnding}`, () =>
            assert.throws(() => readCsv(text, format), { name: 'ApiError', message }));
    }
});

describe('writeCsv', () => {
    test('quotes every cell, doubles quotes, and ends every row', () => {
        const rows = [
            ['a', ''],
            ['say "hi"', 'x|y']
        ];
        assert.equal(
            writeCsv(rows, { columnDelimiter: 'PIPE', lineEnding: 'CRLF' }),
            '"a"|""\r\n"say ""hi"""|"x|y"\r\n'
        );
    });

    test('writes what readCsv reads back, in every format', () => {
        const names = <Name extends string>(of: Record<Name, string>) =>
            fc.constantFrom(...(Object.keys(of) as Name[]));
        const format = fc.record({ columnDelimiter: names(DELIMITERS), lineEnding: names(LINE_ENDINGS) });
        const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
            minLength: 1
        });
        const header = ['Id', 'Name'];
        fc.assert(
            fc.property(rows, format, (given, as) => {
                assert.deepEqual(readCsv(writeCsv([header, ...given], as), as), [header, ...given]);
            })
        );
    });
});
