import { existsSync } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { rolldown, type Plugin, type RolldownError } from 'rolldown';
import { BuildFault } from './buildFault.ts';
import { absent, compileModule, stripTypes } from './compileModule.ts';
import { readLabels } from './labels.ts';
import { placeOf } from './platformModules.ts';

export interface AppSource {
    /** The folder of bundles, one folder a bundle. */
    lwcRoot: string;
    /** The CustomLabels file. */
    labelsFile: string;
    /** A TypeScript file that starts the page; it may import `c/…` and `lwc` like a bundle. */
    entry: string;
    /** Files that stand for the LDS modules, by specifier. */
    standIns: Record<string, string>;
}

/** Compiled modules by file, valid while the text is the same. */
const compiled = new Map<string, { source: string; code: string }>();

/**
 * Compiles and bundles the page; what the platform gives (`lwc`, base components, permissions, the user's id) stays an
 * import for the browser to resolve.
 * @throws BuildFault for the first thing that the platform would refuse
 */
export async function appBundle(source: AppSource): Promise<string> {
    const faults: BuildFault[] = [];
    try {
        const bundle = await rolldown({
            input: source.entry,
            plugins: [rooms(source, faults)],
            logLevel: 'silent'
        });
        const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
        await bundle.close();
        return output[0].code;
    } catch (error) {
        // rolldown wraps what a plugin throws; the fault itself has file and line.
        throw faults[0] ?? linkFault(error);
    }
}

/** What goes wrong between modules, such as a missing export, comes from rolldown: message, then a drawing. */
function linkFault(error: unknown): unknown {
    const [first] = (error as { errors?: RolldownError[] }).errors ?? [];
    if (!first?.loc?.file) return error;
    const { file, line, column } = first.loc;
    return new BuildFault(first.message.split('\n')[0]!.replace(/^\[\w+\] /, ''), file, line, column);
}

/** Changes whenever a file of the page does: newest change and number of files. */
export async function appStamp(source: AppSource): Promise<string> {
    const files = (await readdir(source.lwcRoot, { recursive: true }))
        .filter((file) => /\.(ts|html|css)$/.test(file) && !file.includes('__tests__'))
        .map((file) => join(source.lwcRoot, file));
    files.push(source.entry, ...Object.values(source.standIns));
    if (existsSync(source.labelsFile)) files.push(source.labelsFile);
    const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
    return `${files.length}:${Math.max(...times)}`;
}

function rooms(source: AppSource, faults: BuildFault[]): Plugin {
    const { lwcRoot, standIns } = source;
    let labels: Map<string, string>;

    /** Runs a hook so that its fault is kept with its place. */
    const noting = <T>(work: () => T): T => {
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
            labels = noting(() => readLabels(source.labelsFile));
        },
        resolveId(specifier, importer) {
            if (!importer) return specifier;
            return noting(() => {
                const from = importer.split('?')[0]!;
                if (specifier.startsWith('.')) return besides(from, specifier);
                const place = placeOf(specifier);
                switch (place.kind) {
                    case 'platform':
                    case 'person':
                        return { id: specifier, external: true };
                    case 'room':
                        return roomFile(place.name, from);
                    case 'data':
                        return standIns[specifier] ?? refuse(`${specifier} has no stand-in here`, from);
                    case 'label':
                        if (!labels.has(place.name)) refuse(`There is no custom label ${place.name}`, from);
                        return `\0label:${place.name}`;
                    case 'refused':
                        return refuse(place.why, from);
                }
            });
        },
        async load(id) {
            if (id.startsWith('\0label:'))
                return { code: `export default ${JSON.stringify(labels.get(id.slice(7)))};`, moduleType: 'js' };
            const file = id.split('?')[0]!;
            if (!existsSync(file)) {
                if (/\.(html|css)$/.test(file)) return { code: absent(file), moduleType: 'js' };
                return noting(() => refuse('No such file', file));
            }
            const text = await readFile(file, 'utf8');
            const known = compiled.get(id);
            if (known?.source === text) return { code: known.code, moduleType: 'js' };
            const code = noting(() =>
                isRoom(file)
                    ? compileModule(file, text, { namespace: 'c', name: roomOf(file) })
                    : // The entry and the stand-ins run in the browser as they are.
                      stripTypes(file, text)
            );
            compiled.set(id, { source: text, code });
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

    /** A file of the same bundle; the platform knows no other. */
    function besides(importer: string, specifier: string): string {
        const [path, query] = specifier.split('?');
        const file = join(dirname(importer), path!);
        if (isRoom(importer) && roomOf(file) !== roomOf(importer))
            refuse(`${specifier} leaves the bundle ${roomOf(importer)}`, importer);
        const typed = /\.(ts|html|css)$/.test(file) ? file : `${file}.ts`;
        if (typed.endsWith('.ts') && !existsSync(typed)) refuse(`There is no ${specifier}`, importer);
        return query ? `${typed}?${query}` : typed;
    }
}

function refuse(message: string, file: string): never {
    throw new BuildFault(`${message} (imported by ${basename(file)})`, file);
}
