import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../start.ts', import.meta.url));

/** Runs `npm start`. `printed` settles with all output once the process ended or printed `until`. */
function start(args: string[], until?: RegExp) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', START, '--no-open', ...args]);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const printed = new Promise<string>((resolve) => {
        let text = '';
        for (const stream of [child.stdout, child.stderr])
            stream.on('data', (part) => {
                text += part;
                if (until?.test(text)) resolve(text);
            });
        void ended.then(() => resolve(text));
    });
    return { child, ended, printed };
}

test('start prints the addresses of the page and the org and a working token, and stops on Ctrl-C', async (context) => {
    const { child, ended, printed } = start(['--port', '0', '--org-port', '0', '--users', '60'], /Ctrl-C/);
    context.after(() => child.kill('SIGKILL'));
    const text = await printed;
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

test('a port in use, an unknown persona, or a missing seed file ends it with one line', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const port = String((taken.address() as AddressInfo).port);
    try {
        const wrong: [string[], RegExp][] = [
            [
                ['--org-port', '0', '--port', port],
                new RegExp(`^Port ${port} is already in use\\. Choose another: npm start -- --port N\n$`)
            ],
            [
                ['--org-port', port, '--port', '0'],
                new RegExp(`^Port ${port} is already in use\\. Choose another: npm start -- --org-port N\n$`)
            ],
            [
                ['--org-port', '0', '--port', '0', '--as', 'boss'],
                /^Unknown persona "boss"\. Choose from: admin, [^\n]+\n$/
            ],
            [['--org-port', '0', '--port', '0', '--seed', 'gone.json'], /^[^\n]*gone\.json[^\n]*\n$/]
        ];
        for (const [args, line] of wrong) {
            const { ended, printed } = start(args);
            assert.equal(await ended, 1, args.join(' '));
            assert.match(await printed, line);
        }
    } finally {
        taken.close();
    }
});
