import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CACHE, packageAt } from '../build/places.ts';
import { readJestReport, readPlaywrightReport, readTapReport, type Report } from './reports.ts';

export interface Suite {
    name: string;
    /** Whether it keeps every core busy by itself. The other suites run two at a time. */
    usesAllCores?: boolean;
    /** Arguments of `node`, one list per program. The programs run one after the other. */
    commands: string[][];
    env?: Record<string, string>;
    /** The file that the program writes, and how to read it. Null for a single check that passes by exit code. */
    report: { file: string; read: (report: string) => Report } | null;
}

const reportOf = (name: string): string => join(CACHE, `test-report-${name}`);
const bin = (name: string, path: string): string => join(packageAt(name), path);

/** Suites that find most mistakes in the least time come first. */
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
        env: { NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
        report: null
    },
    {
        // The checks that take a minute on the whole project, so the tests of scripts/check leave them out. This is
        // the longest of the first four, so it starts as soon as the types are checked.
        name: 'platform',
        commands: [['--disable-warning=ExperimentalWarning', 'scripts/check/main.ts', 'cli', 'unit tests']],
        report: null
    },
    {
        name: 'unit',
        commands: [[bin('jest', 'bin/jest.js'), '--json', `--outputFile=${reportOf('unit')}`]],
        report: { file: reportOf('unit'), read: readJestReport }
    },
    {
        name: 'node',
        usesAllCores: true,
        commands: [
            [
                '--disable-warning=ExperimentalWarning',
                '--test',
                // Node leaves one core free, which is half of two.
                `--test-concurrency=${availableParallelism()}`,
                '--test-reporter=spec',
                '--test-reporter-destination=stdout',
                '--test-reporter=tap',
                `--test-reporter-destination=${reportOf('node')}`,
                'scripts/**/*.test.ts',
                'tests/**/*.test.ts'
            ]
        ],
        report: { file: reportOf('node'), read: readTapReport }
    },
    {
        name: 'browser',
        usesAllCores: true,
        commands: [[bin('@playwright/test', 'cli.js'), 'test', '--reporter=dot,json']],
        env: {
            PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('browser'),
            NODE_OPTIONS: '--disable-warning=ExperimentalWarning'
        },
        report: { file: reportOf('browser'), read: readPlaywrightReport }
    }
];
