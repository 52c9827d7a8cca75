import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { BEHAVIOURS } from './behaviours.ts';
import { README, withTable } from './table.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));

describe('The coverage table', () => {
    test('in the README is the one that the list of behaviours makes (else: node tests/published/table.ts)', () => {
        const readme = readFileSync(README, 'utf8');
        assert.equal(readme, withTable(readme));
    });

    test('names for each behaviour that is served a test that is there', () => {
        for (const { what, serving, proof } of BEHAVIOURS) {
            if (proof === null) {
                assert.equal(serving, 'not', what);
                continue;
            }
            const [file, words] = proof;
            assert.ok(existsSync(repo + file), `${what}: there is no ${file}`);
            assert.ok(readFileSync(repo + file, 'utf8').includes(words), `${what}: ${file} has no test "${words}"`);
        }
    });

    test('says each thing once', () => {
        const names = BEHAVIOURS.map(({ what }) => what);
        assert.deepEqual(names, [...new Set(names)]);
    });
});
