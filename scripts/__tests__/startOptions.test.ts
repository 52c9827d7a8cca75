import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../refusal.ts';
import { readOptions } from '../startOptions.ts';

test('without options the page opens on its usual ports', () => {
    assert.deepEqual(readOptions([]), {
        open: true,
        port: 4310,
        orgPort: 4311,
        users: undefined,
        seed: undefined,
        keep: undefined,
        faults: undefined,
        persona: undefined,
        targetOrg: undefined
    });
});

test('every option is read', () => {
    const words =
        '--no-open --port 0 --org-port 8 --users 5000 --seed 7 --keep a.sqlite --faults f.json --as viewer'.split(' ');
    assert.deepEqual(readOptions(words), {
        open: false,
        port: 0,
        orgPort: 8,
        users: 5000,
        seed: '7',
        keep: 'a.sqlite',
        faults: 'f.json',
        persona: 'viewer',
        targetOrg: undefined
    });
    assert.deepEqual(readOptions(['--target-org', 'acme']), { ...(readOptions([]) as object), targetOrg: 'acme' });
    assert.equal(readOptions(['--help']), 'help');
});

test('what is not understood is refused in one sentence', () => {
    const wrong: [string[], RegExp][] = [
        [['--prot', '1'], /^Unknown option '--prot'; npm start -- --help lists the options\.$/],
        [['now'], /^Unexpected argument 'now'/],
        [['--port'], /^Option '--port <value>' argument missing/],
        [['--port', '80x'], /^--port takes a whole number from 0 to 65535, not "80x"\.$/],
        [['--port', '65536'], /not "65536"/],
        [['--users', '-5'], /^Option '--users' argument is ambiguous; npm/],
        [['--users', '0'], /--users takes a whole number/],
        [['--users', '1e3'], /not "1e3"/],
        [['--target-org', ''], /^--target-org takes an alias or a username/],
        [
            ['-o', 'acme', '--users', '5'],
            /^--users belongs to the embedded org: leave it out, or leave out --target-org\.$/
        ]
    ];
    for (const [words, message] of wrong)
        assert.throws(
            () => readOptions(words),
            (error) => error instanceof Refusal && message.test(error.message) && !error.message.includes('\n'),
            words.join(' ')
        );
});
