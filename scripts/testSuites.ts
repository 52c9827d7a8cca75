import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, packageAt, REPO } from './build/places.ts';

export interface Outcome {
    passed: number;
    failed: number;
    skipped: number;
}

export interface Suite {
    name: string;
    /** Programs that run one after the other, each with what Node gets to run it. */
    commands: string[][];
    env?: Record<string, string>;
    /** The file its program leaves, and how to count it; null: the suite is one check, by its exit code. */
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
            [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.']
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
                const of = (kind: string): number =>
                    Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
                return {
                    passed: of('pass'),
                    failed: of('fail') + of('cancelled'),
                    skipped: of('skipped') + of('todo')
                };
            }
        }
    },
    {
        // What the tests of scripts/check do not run over the whole project, for it takes a minute.
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

/** Runs a suite to its end. A program that fails without saying which test did counts as one failure. */
export async function runSuite({ commands, env = {}, report }: Suite): Promise<{ outcome: Outcome; output: string }> {
    if (report) rmSync(report.file, { force: true });
    let output = '';
    let code = 0;
    for (const command of commands) {
        const ended = await runNode(command, env);
        output += ended.output;
        code ||= ended.code;
    }
    const outcome: Outcome = { passed: report || code !== 0 ? 0 : 1, failed: 0, skipped: 0 };
    // A program that broke before its first test leaves no report.
    if (report && existsSync(report.file)) Object.assign(outcome, report.count(readFileSync(report.file, 'utf8')));
    if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
    return { outcome, output };
}

function runNode(words: string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, words, { cwd: REPO, env: { ...process.env, ...env } });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
}
