import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { keptResults } from '../keptResults.ts';

const WORK = ['lint', { strict: true }];
const DAY = 24 * 60 * 60 * 1000;
const texts = (entries: Record<string, string>): Map<string, string> => new Map(Object.entries(entries));
const TEXTS = texts({ 'a.ts': '1', 'b.ts': '2' });

function folderOf(context: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
    context.after(() => rmSync(folder, { recursive: true }));
    return folder;
}

const resultsIn = (folder: string, installed: string | null = 'lwc 9') => keptResults(folder, () => installed);

test('a result is found by another process, for the same work and the same texts', (context) => {
    const folder = folderOf(context);
    assert.equal(resultsIn(folder).find(WORK, TEXTS), undefined);
    assert.deepEqual(resultsIn(folder).keep(WORK, TEXTS, ['no errors']), ['no errors']);
    assert.deepEqual(resultsIn(folder).find(WORK, TEXTS), ['no errors']);
});

test('a result is not found after anything it depends on has changed', (context) => {
    const folder = folderOf(context);
    resultsIn(folder).keep(WORK, TEXTS, 'no errors');
    const changed: [string, unknown, Map<string, string>, string][] = [
        ['a text', WORK, texts({ 'a.ts': '1', 'b.ts': '3' }), 'lwc 9'],
        ['the name of a file', WORK, texts({ 'a.ts': '1', 'c.ts': '2' }), 'lwc 9'],
        ['a new file', WORK, texts({ 'a.ts': '1', 'b.ts': '2', 'c.ts': '' }), 'lwc 9'],
        ['a removed file', WORK, texts({ 'a.ts': '1' }), 'lwc 9'],
        ['an option', ['lint', { strict: false }], TEXTS, 'lwc 9'],
        ['a package', WORK, TEXTS, 'lwc 10']
    ];
    for (const [what, work, inputs, installed] of changed)
        assert.equal(resultsIn(folder, installed).find(work, inputs), undefined, what);
});

test('nothing is kept when the installed packages are unknown', (context) => {
    const folder = folderOf(context);
    const results = resultsIn(folder, null);
    assert.equal(results.keep(WORK, TEXTS, 'no errors'), 'no errors');
    assert.equal(results.find(WORK, TEXTS), undefined);
    assert.deepEqual(readdirSync(folder), []);
});

test('a broken file counts as unknown', (context) => {
    const folder = folderOf(context);
    const results = resultsIn(folder);
    results.keep(WORK, TEXTS, 'no errors');
    const [file = ''] = readdirSync(folder);
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').slice(0, 8));
    assert.equal(results.find(WORK, TEXTS), undefined);
});

test('a result that was not used for a month is removed, and one that is used stays', (context) => {
    const folder = folderOf(context);
    const results = resultsIn(folder);
    const monthAgo = new Date(Date.now() - 30 * DAY);
    for (const work of ['used', 'unused']) results.keep(work, TEXTS, work);
    for (const file of readdirSync(folder)) utimesSync(join(folder, file), monthAgo, monthAgo);
    assert.equal(results.find('used', TEXTS), 'used');
    results.keep('new', TEXTS, 'new');
    assert.deepEqual([results.find('used', TEXTS), results.find('unused', TEXTS)], ['used', undefined]);
});
