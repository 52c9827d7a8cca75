import { createRequire } from 'node:module';
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
    // The compiler takes a second to load, so it's loaded only when something is compiled.
    const { compile }: { compile: Compile } = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler');
    const compiled: CompiledBundle[] = [];
    for (const bundle of bundlesOf(project)) {
        const files = bundle.files.filter((file) => /\.(js|html|css)$/.test(file));
        if (files.length === 0) {
            // The compiler throws for a bundle without files, which would hide its findings for the others.
            compiled.push({ bundle, output: { success: false, diagnostics: [] } });
            continue;
        }
        const output = await compile({
            bundle: {
                type: 'platform',
                namespace: 'c',
                name: bundle.name,
                files: Object.fromEntries(files.map((file) => [file, textOf(project, `${bundle.folder}/${file}`)])),
                options: { apiVersion: Number(apiVersionOf(project)), enableLightningWebSecurityTransforms: true }
            }
        });
        compiled.push({ bundle, output });
    }
    return compiled;
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
