import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { emitted } from '../build/emit.ts';
import { packageAt } from '../build/places.ts';
import type { Check, Finding, Project } from './check.ts';
import { runProgram } from './program.ts';
import { filesOf, LWC, textOf } from './projectFiles.ts';
import { stage, unstage } from './stage.ts';

interface JestReport {
    numPassedTests: number;
    testResults: {
        name: string;
        message: string;
        status: string;
        assertionResults: {
            status: string;
            fullName: string;
            failureMessages: string[];
            location?: { line: number };
        }[];
    }[];
}

const REPORT = 'jest-report.json';

/** Jest prefers `.ts` over `.js`, so it tests the deployed code only when the TypeScript is gone. */
export const unitTests: Check = {
    name: 'unit tests',
    promise: 'The unit tests pass on the JavaScript that is deployed.',
    async run({ root }) {
        const project = stage(root);
        try {
            return await runJest(withoutTypeScript(project));
        } finally {
            unstage(project);
        }
    }
};

/** Removes the `.ts` files of every bundle. Tests become JavaScript too, because they import what they test. */
function withoutTypeScript(project: Project): Project {
    for (const source of filesOf(project, `${LWC}/**/*.ts`)) {
        const path = join(project.root, source);
        if (source.includes('/__tests__/')) {
            writeFileSync(path, emitted(textOf(project, source)));
            renameSync(path, path.replace(/\.ts$/, '.js'));
        } else rmSync(path);
    }
    return project;
}

async function runJest(project: Project): Promise<{ seen: string; findings: Finding[] }> {
    const jest = join(packageAt('jest'), 'bin/jest.js');
    const words = [jest, '--json', `--outputFile=${REPORT}`, '--testMatch=**/__tests__/**/*.test.js', '--no-cache'];
    const { err } = await runProgram(process.execPath, words, { cwd: project.root });
    const report = readReport(project);
    if (!report) return { seen: 'no tests', findings: [{ file: LWC, sentence: lastLine(err) }] };
    const findings = report.testResults.flatMap(({ name, status, message, assertionResults }): Finding[] => {
        const file = relative(project.root, name);
        const failed = assertionResults.filter((one) => one.status !== 'passed');
        if (status === 'failed' && failed.length === 0) return [{ file, sentence: firstLine(message) }];
        return failed.map(({ fullName, failureMessages, location }) => {
            const why = failureMessages[0] ? firstLine(failureMessages[0]) : 'It did not run.';
            return { file, line: location?.line, sentence: `${fullName}: ${why}` };
        });
    });
    if (report.numPassedTests === 0) findings.push({ file: LWC, sentence: 'No test passed.' });
    return { seen: `${report.numPassedTests} tests`, findings };
}

function readReport(project: Project): JestReport | null {
    try {
        return JSON.parse(readFileSync(join(project.root, REPORT), 'utf8'));
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
    }
}

const COLORS = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

function firstLine(message: string): string {
    const lines = message.replace(COLORS, '').split('\n');
    return lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('●')) ?? 'It fails.';
}

function lastLine(text: string): string {
    return text.trim().split('\n').at(-1) || 'Jest ended without a report.';
}
