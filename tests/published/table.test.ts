import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { BEHAVIORS } from './behaviors.ts';
import { README, withTable } from './table.ts';

const repo = fileURLToPath(new URL('../..', import.meta.url));

describe('The coverage table', () => {
    test('in the README matches the list of behaviors (to update it, run node tests/published/table.ts)', () => {
        const readme = readFileSync(README, 'utf8');
        assert.equal(readme, withTable(readme));
    });

    test('names an existing test for each supported behavior', () => {
        for (const { what, serving, proof } of BEHAVIORS) {
            if (proof === null) {
                assert.equal(serving, 'not', what);
                continue;
            }
            const [file, name] = proof;
            assert.ok(existsSync(repo + file), `${what}: ${file} doesn't exist`);
            assert.ok(readFileSync(repo + file, 'utf8').includes(name), `${what}: ${file} has no test "${name}"`);
        }
    });

    test('lists each behavior once', () => {
        const names = BEHAVIORS.map(({ what }) => what);
        assert.deepEqual(names, [...new Set(names)]);
    });
});
