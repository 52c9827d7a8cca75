import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Check, Finding } from '../check.ts';
import { row, summary, type Line } from '../report.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

const line = (findings: Finding[]): Line => {
    const verdict = { seen: '3 files', findings };
    const check: Check = { name: 'links', promise: 'All references exist.', run: () => Promise.resolve(verdict) };
    return { check, verdict, milliseconds: 1234 };
};

test('a check that passes has one row, with what it checked', () => {
    assert.match(row(line([])), /^links +ok +1\.2 s +3 files$/);
    assert.equal(summary([line([])]), 'All 1 checks passed.');
});

test('findings are listed below their check, with file and line', () => {
    const findings = [
        { file: 'tabs/Hello.tab-meta.xml', line: 4, sentence: 'There is no bundle hullo.' },
        { file: 'package.xml', sentence: 'It is empty.' }
    ];
    assert.deepEqual(row(line(findings)).split('\n').slice(1), [
        '    tabs/Hello.tab-meta.xml:4  There is no bundle hullo.',
        '    package.xml  It is empty.'
    ]);
    assert.equal(
        summary([line(findings), line([])]),
        '1 of 2 checks failed. These are not true:\n    All references exist.'
    );
});

test('an unknown check is refused with the list of checks', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'nonsense'], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /Unknown check "nonsense". Choose from: metadata, links, emit, /);
});
