import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { packageAt } from '../build/places.ts';
import type { Check, Finding, Project } from './check.ts';
import { runProgram } from './program.ts';
import { bundlesOf, filesOf, lineAt, LWC, textOf } from './projectFiles.ts';

/** Every bundle passes the type check, and each `.ts` has beside it the `.js` that is deployed. */
export const emittedCode: Check = {
    name: 'emit',
    promise: 'Every TypeScript file has no type errors and has its JavaScript beside it.',
    async run(project) {
        const sources = filesOf(project, `${LWC}/*/*.ts`).filter((file) => !file.endsWith('.d.ts'));
        const outputs = filesOf(project, `${LWC}/*/*.js`);
        const missing = sources.map(output).filter((file) => !outputs.includes(file));
        const stale = outputs.filter((file) => !sources.map(output).includes(file));
        return {
            seen: `${sources.length} .ts, ${outputs.length} .js`,
            findings: [
                ...missing.map((file) => ({ file, sentence: 'Its TypeScript exists, but it was not emitted.' })),
                ...stale.map((file) => ({ file, sentence: 'There is no TypeScript for this file.' })),
                ...outputs.flatMap((file) => moduleFindings(project, file)),
                ...(await typeFindings(project))
            ]
        };
    }
};

const output = (source: string): string => source.replace(/\.ts$/, '.js');

/** Why a file can't be a module of a bundle: TypeScript that is left in it, or imports of missing files. */
function moduleFindings(project: Project, file: string): Finding[] {
    const text = textOf(project, file);
    const { outputText, diagnostics = [] } = ts.transpileModule(text, {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, allowJs: true }
    });
    const findings: Finding[] = diagnostics.map(({ messageText, start }) => ({
        file,
        line: start === undefined ? undefined : lineAt(text, start),
        sentence: ts.flattenDiagnosticMessageText(messageText, ' ')
    }));
    if (outputText.trim() === '') findings.push({ file, sentence: 'It is empty.' });
    for (const { fileName: specifier, pos } of ts.preProcessFile(text, true, true).importedFiles) {
        if (!specifier.startsWith('.')) continue;
        const target = join(dirname(file), specifier);
        const sentence = /\.ts$/.test(specifier)
            ? `It imports ${specifier}, but TypeScript isn't deployed.`
            : ![target, `${target}.js`].some((path) => existsSync(join(project.root, path)))
              ? `It imports ${specifier}, which is not in the bundle.`
              : null;
        if (sentence) findings.push({ file, line: lineAt(text, pos), sentence });
    }
    return findings;
}

/** The configuration that checks the bundles alone. The types suite checks their tests. */
const TYPES = {
    extends: './tsconfig.json',
    include: ['force-app', 'scripts/build/typings'],
    exclude: ['**/__tests__/**', 'node_modules']
};

async function typeFindings(project: Project): Promise<Finding[]> {
    if (bundlesOf(project).length === 0) return [];
    writeFileSync(join(project.root, 'tsconfig.check.json'), JSON.stringify(TYPES));
    const tsc = join(packageAt('typescript'), 'bin/tsc');
    const words = [tsc, '-p', 'tsconfig.check.json', '--pretty', 'false'];
    const { code, out } = await runProgram(process.execPath, words, { cwd: project.root });
    const findings = out
        .split('\n')
        .map((line) => /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line))
        .filter((match) => match !== null)
        .map(([, file, line, sentence]) => ({ file: file!, line: Number(line), sentence: sentence! }));
    if (code !== 0 && findings.length === 0) findings.push({ file: 'tsconfig.json', line: 1, sentence: out.trim() });
    return findings;
}
