import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { runSuite } from '../runSuite.ts';
import { SUITES, type Suite } from '../suites.ts';

const exits = (code: number): string[] => ['-e', `console.log('said ${code}'); process.exit(${code})`];

test('a suite without a report passes or fails by the exit codes of its programs', async () => {
    const checked = async (commands: string[][]) => (await runSuite({ name: 'x', commands, report: null })).outcome;
    assert.deepEqual(await checked([exits(0), exits(0)]), { passed: 1, failed: 0, skipped: 0 });
    assert.deepEqual(await checked([exits(2), exits(0)]), { passed: 0, failed: 1, skipped: 0 });
});

test('a suite counts the tests of its report, and a program that crashes without one fails', async () => {
    const file = join(tmpdir(), `switchboard-report-${process.pid}`);
    const suite = (code: number, report: string | null): Suite => ({
        name: 'x',
        commands: [
            [
                '-e',
                `${report ? `require('fs').writeFileSync(${JSON.stringify(file)}, '${report}');` : ''} process.exit(${code})`
            ]
        ],
        report: { file, count: JSON.parse }
    });
    const counted = '{"passed":3,"failed":0,"skipped":1}';
    assert.deepEqual((await runSuite(suite(0, counted))).outcome, { passed: 3, failed: 0, skipped: 1 });
    assert.deepEqual((await runSuite(suite(1, counted))).outcome, { passed: 3, failed: 1, skipped: 1 });
    writeFileSync(file, counted);
    assert.deepEqual((await runSuite(suite(1, null))).outcome, { passed: 0, failed: 1, skipped: 0 });
});

test("the reports of Jest, Node's runner and Playwright are counted", () => {
    const count = (name: string, report: string) => SUITES.find((suite) => suite.name === name)!.report!.count(report);
    const jest = {
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 0,
        numRuntimeErrorTestSuites: 1
    };
    assert.deepEqual(count('unit', JSON.stringify(jest)), { passed: 5, failed: 2, skipped: 2 });
    const tap = '# tests 9\n# pass 6\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
    assert.deepEqual(count('node', tap), { passed: 6, failed: 2, skipped: 1 });
    const playwright = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [{}] };
    assert.deepEqual(count('browser', JSON.stringify(playwright)), { passed: 4, failed: 2, skipped: 2 });
});
