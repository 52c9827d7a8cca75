import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageAt } from '../build/places.ts';
import type { Check, Finding, Project } from './check.ts';
import { convert, type PackageFiles } from './convertedPackage.ts';
import { runProgram } from './program.ts';
import { filesOf, packageDirectories } from './projectFiles.ts';

/** Isolates the CLI: no telemetry, no updates, no keychain, and no log files. */
const QUIET = {
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    SF_DISABLE_LOG_FILE: 'true'
};

/** Most people deploy with the Salesforce CLI, so it must make the same package as the library alone. */
export const salesforceCli: Check = {
    name: 'cli',
    promise: 'sf project convert source makes the same package.',
    async run(project) {
        const findings: Finding[] = [];
        let seen = 0;
        for (const directory of packageDirectories(project)) {
            const answer = await convertByCli(project, directory);
            if ('sentence' in answer) findings.push(answer);
            else {
                const own = await convert(project, directory);
                seen += answer.files.size;
                findings.push(...differences(own, answer.files));
            }
        }
        return { seen: `${seen} files`, findings };
    }
};

async function convertByCli(project: Project, directory: string): Promise<{ files: PackageFiles } | Finding> {
    const work = mkdtempSync(join(tmpdir(), 'switchboard-sf-'));
    const home = join(work, 'home');
    const out = join(work, 'out');
    mkdirSync(home);
    try {
        const sf = join(packageAt('@salesforce/cli'), 'bin/run.js');
        const words = [sf, 'project', 'convert', 'source', '--source-dir', directory, '--output-dir', out, '--json'];
        const env = { ...process.env, ...QUIET, HOME: home, USERPROFILE: home };
        const { code, out: output } = await runProgram(process.execPath, words, { cwd: project.root, env });
        if (code !== 0) return { file: directory, sentence: `sf project convert source failed: ${messageOf(output)}` };
        const made: Project = { root: out };
        return { files: new Map(filesOf(made, '**/*').map((file) => [file, readFileSync(join(out, file), 'utf8')])) };
    } finally {
        rmSync(work, { recursive: true, force: true });
    }
}

function messageOf(output: string): string {
    try {
        return JSON.parse(output).message;
    } catch {
        return output.trim().split('\n').at(-1) ?? '';
    }
}

/** Compares packages file by file. The order of lines in the manifest doesn't matter. */
export function differences(own: PackageFiles, other: PackageFiles): Finding[] {
    const names = [...new Set([...own.keys(), ...other.keys()])].sort();
    return names.flatMap((file): Finding[] => {
        if (!other.has(file)) return [{ file, sentence: 'The library packs it, but sf does not.' }];
        if (!own.has(file)) return [{ file, sentence: 'sf packs it, but the library does not.' }];
        const same = comparable(file, own.get(file)!) === comparable(file, other.get(file)!);
        return same ? [] : [{ file, sentence: 'sf and the library pack different content.' }];
    });
}

function comparable(file: string, text: string): string {
    return file === 'package.xml'
        ? text
              .split('\n')
              .map((line) => line.trim())
              .sort()
              .join('\n')
        : text;
}
