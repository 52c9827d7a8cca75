import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageAt } from './places.ts';

interface Compiled {
    source: string;
    code: string;
}

/** Compiled modules of a page, each valid while its source is the same. */
export interface CompiledModules {
    /** The code of a module: the known one, or else what `compile` returns. */
    code(id: string, source: string, compile: () => string): string;
    /** Call this after a build. Modules that it didn't ask for are dropped. */
    save(): Promise<void>;
}

/**
 * Compiling every module of the page takes seconds, and only a few of them change between builds.
 * @param file keeps them for other processes, and for the next start; without it, they are kept in memory
 */
export function compiledModules(file?: string): CompiledModules {
    const compiler = compilerKey();
    let known = file === undefined ? new Map<string, Compiled>() : readModules(file, compiler);
    let used = new Map<string, Compiled>();
    let isSaved = true;
    return {
        code(id, source, compile) {
            let compiled = known.get(id);
            if (compiled?.source !== source) {
                compiled = { source, code: compile() };
                known.set(id, compiled);
                isSaved = false;
            }
            used.set(id, compiled);
            return compiled.code;
        },
        async save() {
            known = used;
            used = new Map();
            if (isSaved || file === undefined) return;
            // Written beside the file and renamed when complete, because several processes can build at the same time.
            const draft = `${file}.${process.pid}`;
            await mkdir(dirname(file), { recursive: true });
            await writeFile(draft, JSON.stringify({ compiler, modules: [...known] }));
            await rename(draft, file);
            isSaved = true;
        }
    };
}

/** A file that is missing, broken, or of another compiler counts as empty, because everything can be compiled again. */
function readModules(file: string, compiler: string): Map<string, Compiled> {
    try {
        const kept = JSON.parse(readFileSync(file, 'utf8')) as { compiler: string; modules: [string, Compiled][] };
        return new Map(kept.compiler === compiler ? kept.modules : []);
    } catch (error) {
        const isExpected = error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT';
        if (!isExpected) throw error;
        return new Map();
    }
}

/** Changes with everything that decides how a module is compiled. */
function compilerKey(): string {
    const options = readFileSync(fileURLToPath(new URL('compileModule.ts', import.meta.url)), 'utf8');
    const { version } = JSON.parse(readFileSync(join(packageAt('lwc'), 'package.json'), 'utf8'));
    return createHash('sha256')
        .update(JSON.stringify([options, version, process.version]))
        .digest('hex');
}
