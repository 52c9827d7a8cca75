import { join } from 'node:path';
import { CACHE, packageAt } from '../build/places.ts';

export interface Outcome {
    passed: number;
    failed: number;
    skipped: number;
}

export interface Suite {
    name: string;
    /** Arguments of `node`, one list per program. The programs run one after the other. */
    commands: string[][];
    env?: Record<string, string>;
    /** The file that the program writes, and how to count its tests. Null for a single check that passes by exit code. */
    report: { file: string; count: (report: string) => Outcome } | null;
}

const REPORT = join(CACHE, 'test-report');
const bin = (name: string, path: string): string => join(packageAt(name), path);

export const SUITES: Suite[] = [
    { name: 'types', commands: [[bin('typescript', 'bin/tsc'), '--noEmit', '-p', '.']], report: null },
    {
        name: 'lint',
        commands: [
            [bin('eslint', 'bin/eslint.js'), '.', '--max-warnings=0'],
            [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
            // The import rules in .dependency-cruiser.js.
            [bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'), 'force-app', 'scripts', 'tests']
        ],
        report: null
    },
    {
        name: 'unit',
        commands: [[bin('jest', 'bin/jest.js'), '--json', `--outputFile=${REPORT}`]],
        report: {
            file: REPORT,
            count: (report) => {
                const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
                    JSON.parse(report);
                return {
                    passed: numPassedTests,
                    failed: numFailedTests + numRuntimeErrorTestSuites,
                    skipped: numPendingTests + numTodoTests
                };
            }
        }
    },
    {
        name: 'node',
        commands: [
            [
                '--disable-warning=ExperimentalWarning',
                '--test',
                '--test-reporter=spec',
                '--test-reporter-destination=stdout',
                '--test-reporter=tap',
                `--test-reporter-destination=${REPORT}`,
                'scripts/**/*.test.ts',
                'tests/**/*.test.ts'
            ]
        ],
        report: {
            file: REPORT,
            count: (report) => {
                const count = (kind: string): number =>
                    Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
                return {
                    passed: count('pass'),
                    failed: count('fail') + count('cancelled'),
                    skipped: count('skipped') + count('todo')
                };
            }
        }
    },
    {
        // The checks that take a minute on the whole project, so the tests of scripts/check leave them out.
        name: 'platform',
        commands: [['--disable-warning=ExperimentalWarning', 'scripts/check/main.ts', 'cli', 'unit tests']],
        report: null
    },
    {
        name: 'browser',
        commands: [[bin('@playwright/test', 'cli.js'), 'test', '--reporter=dot,json']],
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
        report: {
            file: REPORT,
            count: (report) => {
                const { stats, errors } = JSON.parse(report);
                return {
                    passed: stats.expected,
                    failed: stats.unexpected + stats.flaky + errors.length,
                    skipped: stats.skipped
                };
            }
        }
    }
];
