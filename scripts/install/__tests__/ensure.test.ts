import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const ENSURE = fileURLToPath(new URL('../ensure.cjs', import.meta.url));
const LOCKED = {
    '': { name: 'x' },
    'node_modules/c': { link: true },
    'node_modules/used': { version: '1.0.0' },
    'node_modules/tested': { version: '2.0.0', dev: true },
    'node_modules/for-windows': { version: '1.0.0', optional: true }
};
const USED = { 'node_modules/c': { link: true }, 'node_modules/used': { version: '1.0.0' } };
const TESTED = { 'node_modules/tested': { version: '2.0.0', dev: true } };

interface Clone {
    folder: string;
    /** Runs ensure.cjs there. `npm` has the arguments of npm; null when npm didn't run. */
    ensure(what: 'start' | 'test', node?: string[]): { status: number | null; printed: string; npm: string | null };
}

/** A repository with these packages installed, and an npm that records its arguments and exits with `status`. */
function clone(context: TestContext, installed: object | null, status = 0): Clone {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const write = (path: string, text: string): string => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
        return join(folder, path);
    };
    mkdirSync(join(folder, 'scripts/install'), { recursive: true });
    cpSync(ENSURE, join(folder, 'scripts/install/ensure.cjs'));
    write('scripts/install/browser.ts', '');
    write('package-lock.json', JSON.stringify({ packages: LOCKED }));
    if (installed) write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
    mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'));
    const npm = write(
        'npm.cjs',
        `require('fs').writeFileSync('asked', process.argv.slice(2).join(' ')); process.exit(${status})`
    );
    return {
        folder,
        ensure(what, node = []) {
            rmSync(join(folder, 'asked'), { force: true });
            const { status, stdout, stderr } = spawnSync(
                process.execPath,
                [...node, 'scripts/install/ensure.cjs', what],
                {
                    cwd: folder,
                    encoding: 'utf8',
                    env: { ...process.env, npm_execpath: npm }
                }
            );
            let asked: string | null = null;
            try {
                asked = readFileSync(join(folder, 'asked'), 'utf8');
            } catch {
                // npm didn't run.
            }
            return { status, printed: stdout + stderr, npm: asked };
        }
    };
}

test('when every package is installed, nothing runs and nothing is printed', (context) => {
    const start = clone(context, USED).ensure('start');
    assert.deepEqual(start, { status: 0, printed: '', npm: null });
    const tests = clone(context, { ...USED, ...TESTED }).ensure('test');
    assert.deepEqual(tests, { status: 0, printed: '', npm: null });
});

test('in a fresh clone, npm start installs what it needs, and npm test installs everything', (context) => {
    assert.match(clone(context, null).ensure('start').npm!, /^ci .*--omit=dev/);
    const tests = clone(context, null).ensure('test');
    assert.match(tests.npm!, /^ci /);
    assert.doesNotMatch(tests.npm!, /omit/);
    assert.match(clone(context, USED).ensure('test').npm!, /^ci /);
});

test('a package of this repository that is missing is installed', (context) => {
    const { npm } = clone(context, { 'node_modules/used': { version: '1.0.0' } }).ensure('start');
    assert.match(npm!, /^ci /);
});

test('a package of another version is replaced, and development packages stay', (context) => {
    const { npm } = clone(context, { 'node_modules/used': { version: '0.9.0' }, ...TESTED }).ensure('start');
    assert.match(npm!, /^ci /);
    assert.doesNotMatch(npm!, /omit/);
});

test('when npm fails, one line says so', (context) => {
    const { status, printed } = clone(context, null, 1).ensure('start');
    assert.equal(status, 1);
    assert.match(printed, /npm couldn't install the packages/);
});

test('an old Node fails with the version that is required', (context) => {
    const { folder, ensure } = clone(context, USED);
    const old = join(folder, 'old.cjs');
    writeFileSync(old, `Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } });`);
    const { status, printed } = ensure('start', ['--require', old]);
    assert.equal(status, 1);
    assert.match(printed, /^Switchboard requires Node\.js 20 or later\. You have v[^\n]+\.\n$/);
});

test('a node package without its executable fails with the command that fixes it', (context) => {
    const { folder, ensure } = clone(context, USED);
    rmSync(join(folder, 'node_modules/node/bin/node'));
    writeFileSync(join(folder, 'node_modules/node/installArchSpecificPackage.js'), '');
    const { status, printed } = ensure('start');
    assert.equal(status, 1);
    assert.match(printed, /missing its executable/);
});
