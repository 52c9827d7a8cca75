import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { rolldown, type Plugin, type RolldownError } from 'rolldown';
import type { AppSource } from './appSource.ts';
import { BuildFault } from './buildFault.ts';
import { compiledModules, type CompiledModules } from './compiledModules.ts';
import { absent, compileModule, stripTypes } from './compileModule.ts';
import { readLabels } from './labels.ts';
import { orgExports, orgHasModule } from './orgModules.ts';
import { moduleSource } from './platformModules.ts';

/**
 * Compiles and bundles the page. Modules of the platform (`lwc`, base components, permissions, the user's ID) stay
 * imports, which the browser resolves.
 * @throws BuildFault for the first error that the platform would report too, or for what only the preview lacks
 */
export async function appBundle(source: AppSource, modules: CompiledModules = compiledModules()): Promise<string> {
    const faults: BuildFault[] = [];
    try {
        const bundle = await rolldown({
            input: source.entry,
            plugins: [rooms(source, modules, faults)],
            logLevel: 'silent'
        });
        // Salesforce serves minified code, too. It starts faster than code with its comments and names.
        const { output } = await bundle.generate({ format: 'esm', codeSplitting: false, minify: true });
        await bundle.close();
        await modules.save();
        return output[0].code;
    } catch (error) {
        // rolldown wraps an error that a plugin throws. The fault itself has the file and the line.
        throw faults[0] ?? linkFault(error, source);
    }
}

/** rolldown reports errors between modules, such as a missing export. Its message is followed by a drawing. */
function linkFault(error: unknown, { standIns }: AppSource): unknown {
    const [first] = (error as { errors?: RolldownError[] }).errors ?? [];
    if (!first?.loc?.file) return error;
    const { file, line, column } = first.loc;
    const message = stripVTControlCharacters(first.message.split('\n')[0]!).replace(/^\[\w+\] /, '');
    const [, name = '', exporter = ''] = /^"(.+?)" is not exported by "(.+?)"/.exec(message) ?? [];
    const replaced = Object.keys(standIns).find((each) => resolve(standIns[each]!) === resolve(exporter));
    if (!replaced) return new BuildFault(message, file, line, column);
    if (!orgExports(replaced, name)) return new BuildFault(`${replaced} has no ${name}`, file, line, column);
    const missing = `${name} of ${replaced} isn't in the preview`;
    return new BuildFault(missing, file, line, column, 'not in the preview');
}

function rooms(source: AppSource, modules: CompiledModules, faults: BuildFault[]): Plugin {
    const { lwcRoot, standIns } = source;
    let labels: Map<string, string>;

    /** Runs a hook and keeps its fault, which has the position in the file. */
    const keepingFaults = <T>(work: () => T): T => {
        try {
            return work();
        } catch (error) {
            if (error instanceof BuildFault) faults.push(error);
            throw error;
        }
    };

    return {
        name: 'rooms',
        buildStart() {
            labels = keepingFaults(() => readLabels(source.labelsFile));
        },
        resolveId(specifier, importer) {
            if (!importer) return specifier;
            return keepingFaults(() => {
                const from = importer.split('?')[0]!;
                if (specifier.startsWith('.')) return siblingFile(from, specifier);
                const source = moduleSource(specifier);
                switch (source.kind) {
                    case 'platform':
                    case 'user':
                        return { id: specifier, external: true };
                    case 'room':
                        return standIns[specifier] ?? roomFile(source.name, from);
                    case 'data':
                        return standIns[specifier] ?? missing(specifier, from);
                    case 'label':
                        if (!labels.has(source.name)) refuse(`There is no custom label ${source.name}`, from);
                        return `\0label:${source.name}`;
                    case 'schema':
                        return `\0schema:${source.name}`;
                    case 'unknown':
                        // The entry and the stand-ins aren't deployed, so they may import packages.
                        if (!isRoom(from)) return null;
                        if (orgHasModule(specifier)) return missing(specifier, from);
                        return refuse(`An org has no module ${specifier}`, from);
                }
            });
        },
        async load(id) {
            if (id.startsWith('\0label:'))
                return { code: `export default ${JSON.stringify(labels.get(id.slice(7)))};`, moduleType: 'js' };
            if (id.startsWith('\0schema:'))
                return { code: `export default { objectApiName: ${JSON.stringify(id.slice(8))} };`, moduleType: 'js' };
            const file = id.split('?')[0]!;
            if (file.endsWith('.js')) return null;
            if (!existsSync(file)) {
                if (/\.(html|css)$/.test(file)) return { code: absent(file), moduleType: 'js' };
                return keepingFaults(() => refuse('No such file', file));
            }
            const text = await readFile(file, 'utf8');
            const compile = (): string =>
                isRoom(file)
                    ? compileModule(file, text, { namespace: 'c', name: roomOf(file) })
                    : // The entry and the stand-ins run in the browser without compilation.
                      stripTypes(file, text);
            const code = keepingFaults(() => modules.code(id, text, compile));
            return { code, moduleType: 'js' };
        }
    };

    function isRoom(file: string): boolean {
        return file.startsWith(lwcRoot + sep);
    }

    function roomOf(file: string): string {
        return relative(lwcRoot, file).split(sep)[0]!;
    }

    function roomFile(name: string, importer: string): string {
        const file = join(lwcRoot, name, `${name}.ts`);
        return existsSync(file) ? file : refuse(`There is no c/${name}`, importer);
    }

    /** A file of the same bundle. The platform allows no others. */
    function siblingFile(importer: string, specifier: string): string {
        const [path, query] = specifier.split('?');
        const file = join(dirname(importer), path!);
        if (isRoom(importer) && roomOf(file) !== roomOf(importer))
            refuse(`${specifier} is outside the bundle ${roomOf(importer)}`, importer);
        const typed = /\.(ts|html|css)$/.test(file) ? file : `${file}.ts`;
        if (typed.endsWith('.ts') && !existsSync(typed)) refuse(`There is no ${specifier}`, importer);
        return query ? `${typed}?${query}` : typed;
    }
}

function refuse(message: string, file: string): never {
    throw new BuildFault(`${message} (imported by ${basename(file)})`, file);
}

/** An org has it, so only the preview can't show the page. */
function missing(specifier: string, file: string): never {
    const message = `${specifier} isn't in the preview (imported by ${basename(file)})`;
    throw new BuildFault(message, file, null, null, 'not in the preview');
}
