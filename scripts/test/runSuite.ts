import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, REPO } from '../build/places.ts';
import type { Outcome } from './outcome.ts';
import type { TimedTest } from './reports.ts';
import type { Suite } from './suites.ts';

export interface SuiteResult {
    outcome: Outcome;
    output: string;
    /** Empty for a suite without a report. */
    tests: TimedTest[];
}

/** Where Node keeps compiled code, because loading TypeScript, Jest, or the Salesforce CLI takes seconds without it. */
const COMPILED = { NODE_COMPILE_CACHE: join(CACHE, 'node') };

/** Runs all programs of a suite. A program that fails without naming a failed test counts as one failure. */
export async function runSuite({ commands, env = {}, report }: Suite): Promise<SuiteResult> {
    if (report) rmSync(report.file, { force: true });
    let output = '';
    let code = 0;
    for (const command of commands) {
        const ended = await runNode(command, env);
        output += ended.output;
        code ||= ended.code;
    }
    // A program that fails before its first test writes no report.
    const read = report && existsSync(report.file) ? report.read(readFileSync(report.file, 'utf8')) : null;
    const outcome = { passed: report || code !== 0 ? 0 : 1, failed: 0, skipped: 0, ...read?.outcome };
    if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
    return { outcome, output, tests: read?.tests ?? [] };
}

function runNode(args: string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, { cwd: REPO, env: { ...process.env, ...COMPILED, ...env } });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
}
