import { createRequire } from 'node:module';
import { RESULTS } from '../build/keptResults.ts';
import type { Check, Finding, Project } from './check.ts';
import { apiVersionOf, bundlesOf, textOf, type Bundle } from './projectFiles.ts';

interface Location {
    line?: number;
    startLine?: number;
}

/** What a bundle needs from outside, as the compiler reports it to the platform. */
export interface Reference {
    /** `component`, `module`, `label`, `userPermission`, `sobjectField`, and so on. */
    type: string;
    /** `c-org`, `lightning/graphql`, `c.Switchboard_title`, `ManageInternalUsers`. */
    id: string;
    file: string;
    locations: Location[];
}

interface CompilerOutput {
    success: boolean;
    diagnostics: { message: string; filename?: string; level: number; location?: Location }[];
    metadata?: { references?: Reference[]; exports?: { defaultExport?: object }[] };
}

type Compile = (config: object) => Promise<CompilerOutput>;

export interface CompiledBundle {
    bundle: Bundle;
    output: CompilerOutput;
}

const cache = new WeakMap<Project, Promise<CompiledBundle[]>>();

/** Every bundle of a project. Compiled once, even if several checks need it. */
export function compiledBundles(project: Project): Promise<CompiledBundle[]> {
    const known = cache.get(project);
    if (known) return known;
    const compiled = compileAll(project);
    cache.set(project, compiled);
    return compiled;
}

async function compileAll(project: Project): Promise<CompiledBundle[]> {
    const compiled: CompiledBundle[] = [];
    for (const bundle of bundlesOf(project)) {
        const files = bundle.files.filter((file) => /\.(js|html|css)$/.test(file));
        // The compiler throws for a bundle without files, which would hide its findings for the others.
        const output = files.length === 0 ? { success: false, diagnostics: [] } : await compile(project, bundle, files);
        compiled.push({ bundle, output });
    }
    return compiled;
}

async function compile(project: Project, { name, folder }: Bundle, files: string[]): Promise<CompilerOutput> {
    const options = { apiVersion: Number(apiVersionOf(project)), enableLightningWebSecurityTransforms: true };
    const bundle = { type: 'platform', namespace: 'c', name, options };
    const texts = new Map(files.map((file) => [file, textOf(project, `${folder}/${file}`)]));
    const known = RESULTS.find<CompilerOutput>(bundle, texts);
    if (known) return known;
    // The compiler takes two seconds to load, so it's loaded only when something is compiled.
    const compiler: { compile: Compile } = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler');
    const output = await compiler.compile({ bundle: { ...bundle, files: Object.fromEntries(texts) } });
    // The code isn't needed, and it's by far the largest part.
    const { success, diagnostics, metadata } = output;
    const { references, exports } = metadata ?? {};
    return RESULTS.keep(bundle, texts, { success, diagnostics, metadata: { references, exports } });
}

/** Compiles each bundle with the compiler and the options that Salesforce uses in a deployment. */
export const platformCompiler: Check = {
    name: 'compiler',
    promise: 'The platform’s own compiler accepts every bundle.',
    async run(project) {
        const compiled = await compiledBundles(project);
        return { seen: `${compiled.length} bundles`, findings: compiled.flatMap(findingsOf) };
    }
};

function findingsOf({ bundle, output }: CompiledBundle): Finding[] {
    const { name, folder, files } = bundle;
    const findings: Finding[] = output.diagnostics.map(({ message, filename, location }) => ({
        file: filename ? `${folder}/${filename}` : folder,
        line: location?.line ?? location?.startLine,
        sentence: message
    }));
    // Without its script, a bundle compiles as markup alone, and the compiler reports success.
    if (!files.includes(`${name}.js`)) findings.push({ file: folder, sentence: `${name}.js is missing.` });
    if (!output.success && findings.length === 0)
        findings.push({ file: folder, sentence: 'The compiler rejected the bundle without a message.' });
    return findings;
}
