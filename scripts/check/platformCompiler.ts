import { createRequire } from 'node:module';
import type { Check, Finding, Project } from './check.ts';
import { apiVersionOf, bundlesOf, textOf, type Bundle } from './projectFiles.ts';

interface Place {
    line?: number;
    startLine?: number;
}

/** What a bundle asks of its surroundings, as the compiler reports it to the platform. */
export interface Reference {
    /** `component`, `module`, `label`, `userPermission`, `sobjectField` and so on. */
    type: string;
    /** `c-org`, `lightning/graphql`, `c.Switchboard_title`, `ManageInternalUsers`. */
    id: string;
    file: string;
    locations: Place[];
}

interface CompilerOutput {
    success: boolean;
    diagnostics: { message: string; filename?: string; level: number; location?: Place }[];
    metadata?: { references?: Reference[]; exports?: { defaultExport?: object }[] };
}

type Compile = (config: object) => Promise<CompilerOutput>;

export interface CompiledBundle {
    bundle: Bundle;
    output: CompilerOutput;
}

const memory = new WeakMap<Project, Promise<CompiledBundle[]>>();

/** Every bundle of a project, compiled once however many checks ask. */
export function compiledBundles(project: Project): Promise<CompiledBundle[]> {
    const known = memory.get(project);
    if (known) return known;
    const compiled = compileAll(project);
    memory.set(project, compiled);
    return compiled;
}

async function compileAll(project: Project): Promise<CompiledBundle[]> {
    // The compiler takes a second to load: only for whoever compiles.
    const { compile }: { compile: Compile } = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler');
    const compiled: CompiledBundle[] = [];
    for (const bundle of bundlesOf(project)) {
        const files = bundle.files.filter((file) => /\.(js|html|css)$/.test(file));
        if (files.length === 0) {
            // The compiler throws for these, which would hide what it says of the others.
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

/** Each bundle goes through the compiler that Salesforce runs on deploy, with what it would be given. */
export const platformCompiler: Check = {
    name: 'compiler',
    promise: 'The platform’s own compiler takes every bundle.',
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
    // Without its script a bundle compiles as markup only, and the compiler calls that a success.
    if (!files.includes(`${name}.js`)) findings.push({ file: folder, sentence: `${name}.js is missing.` });
    if (!output.success && findings.length === 0)
        findings.push({ file: folder, sentence: 'The compiler refuses the bundle and does not say why.' });
    return findings;
}
