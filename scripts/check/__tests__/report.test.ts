import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Check, Finding } from '../check.ts';
import { row, summary, type Line } from '../report.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

const line = (findings: Finding[]): Line => {
    const verdict = { seen: '3 files', findings };
    const check: Check = { name: 'links', promise: 'Nothing dangles.', run: () => Promise.resolve(verdict) };
    return { check, verdict, milliseconds: 1234 };
};

test('a check that holds takes one row, with what it looked at', () => {
    assert.match(row(line([])), /^links +ok +1\.2 s +3 files$/);
    assert.equal(summary([line([])]), 'All 1 checks hold.');
});

test('what was found stands below its check, with file and line', () => {
    const findings = [
        { file: 'tabs/Hello.tab-meta.xml', line: 4, sentence: 'There is no bundle hullo.' },
        { file: 'package.xml', sentence: 'It is empty.' }
    ];
    assert.deepEqual(row(line(findings)).split('\n').slice(1), [
        '    tabs/Hello.tab-meta.xml:4  There is no bundle hullo.',
        '    package.xml  It is empty.'
    ]);
    assert.equal(summary([line(findings), line([])]), '1 of 2 checks do not hold:\n    Nothing dangles.');
});

test('a check that does not exist is refused in one sentence', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'nonsense'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /There is no check nonsense; there are metadata, links, emit, /);
});
