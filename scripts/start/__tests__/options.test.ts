import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../terminal/userError.ts';
import { readOptions } from '../options.ts';

test('without options, the page opens on its default ports', () => {
    assert.deepEqual(readOptions([]), {
        open: true,
        port: 4310,
        orgPort: 4311,
        users: undefined,
        seed: undefined,
        keep: undefined,
        faults: undefined,
        persona: undefined,
        transport: 'platform',
        lightningOut: 'works',
        centersPage: 'works',
        targetOrg: undefined
    });
});

test('all options are read', () => {
    const words =
        '--no-open --port 0 --org-port 8 --users 5000 --seed 7 --keep a.sqlite --faults f.json --as viewer --transport direct --setup-page silent --centers-page refused'.split(
            ' '
        );
    assert.deepEqual(readOptions(words), {
        open: false,
        port: 0,
        orgPort: 8,
        users: 5000,
        seed: '7',
        keep: 'a.sqlite',
        faults: 'f.json',
        persona: 'viewer',
        transport: 'direct',
        lightningOut: 'silent',
        centersPage: 'refused',
        targetOrg: undefined
    });
    assert.deepEqual(readOptions(['--target-org', 'acme']), { ...(readOptions([]) as object), targetOrg: 'acme' });
    assert.equal(readOptions(['--help']), 'help');
});

test('a wrong option fails with one line that names the next step', () => {
    const wrong: [string[], RegExp][] = [
        [['--prot', '1'], /^Unknown option '--prot'\. Run npm start -- --help to see all options\.$/],
        [['now'], /^Unexpected argument 'now'/],
        [['--port'], /^Option '--port <value>' argument missing/],
        [['--port', '80x'], /^--port must be a whole number from 0 to 65535\. You entered "80x"\.$/],
        [['--port', '65536'], /You entered "65536"/],
        [['--users', '-5'], /^Option '--users' argument is ambiguous\. Run npm/],
        [['--users', '0'], /--users must be a whole number/],
        [['--users', '1e3'], /You entered "1e3"/],
        [['--transport', 'aura'], /^Unknown transport "aura"\. Choose from: platform, direct\.$/],
        [['--setup-page', 'slow'], /^Unknown Setup page "slow"\. Choose from: works, blocked/],
        [['--centers-page', 'gone'], /^Unknown call center page "gone"\. Choose from: works, missing/],
        [['--target-org', ''], /^--target-org requires an alias or username/],
        [
            ['-o', 'acme', '--users', '5'],
            /^--users works only with the embedded org\. Remove it, or remove --target-org\.$/
        ]
    ];
    for (const [words, message] of wrong)
        assert.throws(
            () => readOptions(words),
            (error) => error instanceof UserError && message.test(error.message) && !error.message.includes('\n'),
            words.join(' ')
        );
});
