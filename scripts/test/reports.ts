import type { Outcome } from './outcome.ts';

/** A test of a report, with how long it took. */
export interface TimedTest {
    name: string;
    seconds: number;
}

/** What a program's report says. */
export interface Report {
    outcome: Outcome;
    tests: TimedTest[];
}

interface JestReport {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    numRuntimeErrorTestSuites: number;
    testResults: { assertionResults: { fullName: string; duration?: number | null }[] }[];
}

export function readJestReport(text: string): Report {
    const report = JSON.parse(text) as JestReport;
    return {
        outcome: {
            passed: report.numPassedTests,
            failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
            skipped: report.numPendingTests + report.numTodoTests
        },
        tests: report.testResults.flatMap(({ assertionResults }) =>
            assertionResults.map(({ fullName, duration }) => ({ name: fullName, seconds: (duration ?? 0) / 1000 }))
        )
    };
}

/** One test of Node's TAP. A suite has the same lines, with another type. */
const TAP_TEST = /^ *(?:not )?ok \d+ - (.*)\n *---\n *duration_ms: ([\d.]+)\n *type: 'test'$/gm;

/** The report of Node's test runner, as TAP. */
export function readTapReport(text: string): Report {
    const count = (kind: string): number => Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    return {
        outcome: {
            passed: count('pass'),
            failed: count('fail') + count('cancelled'),
            skipped: count('skipped') + count('todo')
        },
        tests: [...text.matchAll(TAP_TEST)].map(([, name, ms]) => ({ name: name!, seconds: Number(ms) / 1000 }))
    };
}

interface PlaywrightSuite {
    suites?: PlaywrightSuite[];
    specs: { title: string; tests: { results: { duration: number }[] }[] }[];
}

export function readPlaywrightReport(text: string): Report {
    const { stats, errors, suites } = JSON.parse(text) as {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
        errors: unknown[];
        suites: PlaywrightSuite[];
    };
    const testsOf = (suite: PlaywrightSuite): TimedTest[] => [
        ...suite.specs.flatMap(({ title, tests }) =>
            tests.flatMap(({ results }) => results.map(({ duration }) => ({ name: title, seconds: duration / 1000 })))
        ),
        ...(suite.suites ?? []).flatMap(testsOf)
    ];
    return {
        outcome: {
            passed: stats.expected,
            failed: stats.unexpected + stats.flaky + errors.length,
            skipped: stats.skipped
        },
        tests: suites.flatMap(testsOf)
    };
}
