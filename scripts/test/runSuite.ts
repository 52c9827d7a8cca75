import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { REPO } from '../build/places.ts';
import type { Outcome, Suite } from './suites.ts';

/** Runs all programs of a suite. A program that fails without naming a failed test counts as one failure. */
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
    // A program that fails before its first test writes no report.
    if (report && existsSync(report.file)) Object.assign(outcome, report.count(readFileSync(report.file, 'utf8')));
    if (code !== 0 && outcome.failed === 0) outcome.failed = 1;
    return { outcome, output };
}

function runNode(args: string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, { cwd: REPO, env: { ...process.env, ...env } });
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
}
