import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countsOf, findingsOf, type Violation } from '../analyzer.ts';

function violation(name: string, file?: string): Violation {
    return {
        getRule: () => ({ getEngineName: () => 'eslint', getName: () => name, getTags: () => [] }),
        getMessage: () => 'Avoid this.',
        getPrimaryLocation: () => ({ getFile: () => file, getStartLine: () => 7 })
    };
}

describe('the findings of Code Analyzer', () => {
    test('are counted by rule, the most frequent first', () => {
        const found = [violation('import/export'), violation('no-eval'), violation('no-eval')];
        assert.equal(countsOf(found), '2 × no-eval, 1 × export');
        assert.equal(countsOf([]), 'no findings');
    });

    test('have the file, relative to what was scanned, the line, and the rule', () => {
        assert.deepEqual(findingsOf([violation('no-eval', '/scan/lwc/a/a.js')], '/scan'), [
            { file: 'lwc/a/a.js', line: 7, sentence: 'Avoid this. (eslint: no-eval)' }
        ]);
    });
});
