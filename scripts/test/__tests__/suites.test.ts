import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { inTurn } from '../inTurn.ts';
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
        report: { file, read: (text) => ({ outcome: JSON.parse(text), tests: [{ name: 'a', seconds: 1 }] }) }
    });
    const counted = '{"passed":3,"failed":0,"skipped":1}';
    const { outcome, tests } = await runSuite(suite(0, counted));
    assert.deepEqual(outcome, { passed: 3, failed: 0, skipped: 1 });
    assert.deepEqual(tests, [{ name: 'a', seconds: 1 }]);
    assert.deepEqual((await runSuite(suite(1, counted))).outcome, { passed: 3, failed: 1, skipped: 1 });
    writeFileSync(file, counted);
    assert.deepEqual((await runSuite(suite(1, null))).outcome, { passed: 0, failed: 1, skipped: 0 });
});

test("the reports of Jest, Node's runner and Playwright are counted, with the time of each test", () => {
    const read = (name: string, report: string) => SUITES.find((suite) => suite.name === name)!.report!.read(report);
    const jest = {
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 0,
        numRuntimeErrorTestSuites: 1,
        testResults: [{ assertionResults: [{ fullName: 'A room works', duration: 1500 }, { fullName: 'Later' }] }]
    };
    assert.deepEqual(read('unit', JSON.stringify(jest)), {
        outcome: { passed: 5, failed: 2, skipped: 2 },
        tests: [
            { name: 'A room works', seconds: 1.5 },
            { name: 'Later', seconds: 0 }
        ]
    });
    const tap = `# Subtest: All
    # Subtest: one
    not ok 1 - one
      ---
      duration_ms: 250.5
      type: 'test'
      ...
ok 1 - All
  ---
  duration_ms: 300
  type: 'suite'
  ...
# tests 9\n# pass 6\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n`;
    assert.deepEqual(read('node', tap), {
        outcome: { passed: 6, failed: 2, skipped: 1 },
        tests: [{ name: 'one', seconds: 0.2505 }]
    });
    const spec = { title: 'a click', tests: [{ results: [{ duration: 2000 }] }] };
    const playwright = {
        stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 },
        errors: [{}],
        suites: [{ specs: [], suites: [{ specs: [spec] }] }]
    };
    assert.deepEqual(read('browser', JSON.stringify(playwright)), {
        outcome: { passed: 4, failed: 2, skipped: 2 },
        tests: [{ name: 'a click', seconds: 2 }]
    });
});

test('two suites run side by side, and one that uses all cores runs alone', async () => {
    const running = new Set<string>();
    const seen: string[] = [];
    const suites = ['a', 'b', 'c', 'ALL', 'd'].map((name) => ({ name, usesAllCores: name === 'ALL' }));
    await inTurn(suites, async ({ name }) => {
        running.add(name);
        seen.push([...running].join(' '));
        await turn();
        if (name === 'b') await turn();
        running.delete(name);
    });
    assert.deepEqual(seen, ['a', 'a b', 'b c', 'ALL', 'd']);
});
