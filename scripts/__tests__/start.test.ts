import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../start.ts', import.meta.url));

/** Starts it; `said` settles with everything printed once it has ended or `until` has been printed. */
function start(words: string[], until?: RegExp) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', START, '--no-open', ...words]);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const said = new Promise<string>((resolve) => {
        let text = '';
        for (const stream of [child.stdout, child.stderr])
            stream.on('data', (part) => {
                text += part;
                if (until?.test(text)) resolve(text);
            });
        void ended.then(() => resolve(text));
    });
    return { child, ended, said };
}

test('start prints the address of the page, of the org and a token that works, and stops on Ctrl-C', async (context) => {
    const { child, ended, said } = start(['--port', '0', '--org-port', '0', '--users', '60'], /Ctrl-C/);
    context.after(() => child.kill('SIGKILL'));
    const text = await said;
    const page = /Switchboard +(\S+)/.exec(text)?.[1];
    const org = /Embedded org +(\S+)/.exec(text)?.[1];
    const token = /Access token +(\S+)/.exec(text)?.[1];
    assert.ok(page && org && token, text);
    assert.equal((await fetch(page, { redirect: 'manual' })).status, 303);
    const identity = await fetch(`${org}/services/oauth2/userinfo`, { headers: { authorization: `Bearer ${token}` } });
    assert.match(((await identity.json()) as { user_id: string }).user_id, /^005/);
    child.kill('SIGINT');
    assert.equal(await ended, 0);
});

test('a port in use, an unknown persona and a seed file that is not there end it in one sentence', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as AddressInfo).port);
    try {
        const wrong: [string[], RegExp][] = [
            [
                ['--org-port', '0', '--port', port],
                new RegExp(`^Port ${port} is in use; choose another: npm start -- --port N\n$`)
            ],
            [
                ['--org-port', port, '--port', '0'],
                new RegExp(`^Port ${port} is in use; choose another: npm start -- --org-port N\n$`)
            ],
            [
                ['--org-port', '0', '--port', '0', '--as', 'boss'],
                /^There is no persona boss; there are admin, [^\n]+\n$/
            ],
            [['--org-port', '0', '--port', '0', '--seed', 'gone.json'], /^[^\n]*gone\.json[^\n]*\n$/]
        ];
        for (const [words, sentence] of wrong) {
            const { ended, said } = start(words);
            assert.equal(await ended, 1, words.join(' '));
            assert.match(await said, sentence);
        }
    } finally {
        taken.close();
    }
});
