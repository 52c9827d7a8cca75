import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RESULTS } from '../build/keptResults.ts';
import { packageAt } from '../build/places.ts';
import { typescript } from '../build/typescript.ts';
import type { Check, Finding, Project } from './check.ts';
import { runProgram, type Ended } from './program.ts';
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
                ...moduleFindings(project, outputs),
                ...(await typeFindings(project))
            ]
        };
    }
};

const output = (source: string): string => source.replace(/\.ts$/, '.js');

/** What TypeScript says about a file of JavaScript. */
interface Parsed {
    findings: Finding[];
    isEmpty: boolean;
    imports: { specifier: string; line: number }[];
}

/** Why files can't be modules of a bundle: TypeScript that is left in them, or imports of missing files. */
function moduleFindings(project: Project, files: string[]): Finding[] {
    const texts = new Map(files.map((file) => [file, textOf(project, file)]));
    // The text of this file stands for how it parses.
    const work = ['emitted code', readFileSync(import.meta.filename, 'utf8')];
    const parsed =
        RESULTS.find<Parsed[]>(work, texts) ??
        RESULTS.keep(
            work,
            texts,
            [...texts].map(([file, text]) => parse(file, text))
        );
    return files.flatMap((file, index) => {
        const { findings, isEmpty, imports } = parsed[index]!;
        return [
            ...findings,
            ...(isEmpty ? [{ file, sentence: 'It is empty.' }] : []),
            ...imports.flatMap(({ specifier, line }): Finding[] => {
                const target = join(dirname(file), specifier);
                if (specifier.endsWith('.ts'))
                    return [{ file, line, sentence: `It imports ${specifier}, but TypeScript isn't deployed.` }];
                const exists = [target, `${target}.js`].some((path) => existsSync(join(project.root, path)));
                return exists ? [] : [{ file, line, sentence: `It imports ${specifier}, which is not in the bundle.` }];
            })
        ];
    });
}

function parse(file: string, text: string): Parsed {
    const ts = typescript();
    const { outputText, diagnostics = [] } = ts.transpileModule(text, {
        fileName: file,
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, allowJs: true }
    });
    return {
        findings: diagnostics.map(({ messageText, start }) => ({
            file,
            line: start === undefined ? undefined : lineAt(text, start),
            sentence: ts.flattenDiagnosticMessageText(messageText, ' ')
        })),
        isEmpty: outputText.trim() === '',
        imports: ts
            .preProcessFile(text, true, true)
            .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
            .map(({ fileName, pos }) => ({ specifier: fileName, line: lineAt(text, pos) }))
    };
}

/** The configuration that checks the bundles alone. The types suite checks their tests. */
const TYPES = {
    extends: './tsconfig.json',
    include: ['force-app', 'scripts/build/typings'],
    exclude: ['**/__tests__/**', 'node_modules']
};

async function typeFindings(project: Project): Promise<Finding[]> {
    if (bundlesOf(project).length === 0) return [];
    const { code, out } = await checkTypes(project);
    const findings = out
        .split('\n')
        .map((line) => /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line))
        .filter((match) => match !== null)
        .map(([, file, line, sentence]) => ({ file: file!, line: Number(line), sentence: sentence! }));
    if (code !== 0 && findings.length === 0) findings.push({ file: 'tsconfig.json', line: 1, sentence: out.trim() });
    return findings;
}

/** What `tsc` prints depends on these files and on installed packages. Any other import is a finding by itself. */
async function checkTypes({ root }: Project): Promise<Pick<Ended, 'code' | 'out'>> {
    const words = ['-p', 'tsconfig.check.json', '--pretty', 'false'];
    const read = filesOf({ root }, ['*.json', ...TYPES.include.map((folder) => `${folder}/**/*.{ts,json}`)]);
    const texts = new Map(read.map((file) => [file, textOf({ root }, file)]));
    const work = ['types', words, TYPES];
    const known = RESULTS.find<Pick<Ended, 'code' | 'out'>>(work, texts);
    if (known) return known;
    writeFileSync(join(root, 'tsconfig.check.json'), JSON.stringify(TYPES));
    const tsc = join(packageAt('typescript'), 'bin/tsc');
    const { code, out } = await runProgram(process.execPath, [tsc, ...words], { cwd: root });
    return RESULTS.keep(work, texts, { code, out });
}
