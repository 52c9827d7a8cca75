import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { absent, compileModule } from './compileModule.ts';
import { packageAt, REPO } from './places.ts';
import { PLATFORM_ENTRIES, platformFile } from './platformModules.ts';

const require = createRequire(import.meta.url);
const COMPONENTS = packageAt('lightning-base-components');

/** Writes the engine and the base components into a directory, as ES modules. */
export async function writePlatform(directory: string): Promise<void> {
    const bundle = await rolldown({
        cwd: REPO,
        input: Object.fromEntries(PLATFORM_ENTRIES.map((name) => [platformFile(name).slice(0, -3), name])),
        plugins: [baseComponents()],
        transform: { define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' } },
        // Some lightning/* modules import each other in a circle, which is safe because they use the imports only later.
        checks: { circularDependency: false },
        logLevel: 'silent'
    });
    const { output } = await bundle.generate({
        format: 'esm',
        minify: true,
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
            groups: [
                // Icons load by category, when the first icon of a category is shown.
                { name: 'icons', test: /[\\/]iconSvgTemplates\w+[\\/]/, priority: 2, entriesAware: true },
                { name: 'components', test: /lightning-base-components/, priority: 1 }
            ]
        }
    });
    await bundle.close();
    for (const chunk of output) {
        const file = join(directory, chunk.fileName);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, chunk.type === 'chunk' ? chunk.code : chunk.source);
    }
}

/** Finds and compiles lightning-base-components. Its package.json lists the modules that replace @salesforce/*. */
function baseComponents(): Plugin {
    const stubs = new Map<string, string>();
    for (const entry of require('lightning-base-components/package.json').lwc.modules)
        if (entry.name) stubs.set(entry.name, join(COMPONENTS, entry.path));

    return {
        name: 'base-components',
        resolveId(specifier, importer) {
            // Most right-to-left icons are the same drawings, and building them would double the build time.
            const component = /^lightning\/(\w+?)(?:Rtl)?$/.exec(specifier)?.[1];
            if (component) {
                const file = join(COMPONENTS, 'src/lightning', component, component);
                // Some modules are only a style sheet.
                return existsSync(`${file}.js`) ? `${file}.js` : `${file}.css`;
            }
            if (stubs.has(specifier)) return stubs.get(specifier);
            if (specifier.startsWith('.') && importer?.startsWith(COMPONENTS)) {
                const [path, query = ''] = join(dirname(importer), specifier).split('?');
                const file = /\.(js|html|css)$/.test(path!) ? path! : `${path}.js`;
                return query ? `${file}?${query}` : file;
            }
            return null;
        },
        async load(id) {
            const file = id.split('?')[0]!;
            if (!file.startsWith(join(COMPONENTS, 'src'))) return null;
            // Styles for native shadow DOM, which the preview doesn't use.
            if (file.endsWith('.lbc.native.css')) return module('export default [];');
            if (!existsSync(file)) return module(absent(file));
            const name = basename(dirname(file));
            const source = await readFile(file, 'utf8');
            return module(compileModule(file, source, { namespace: 'lightning', name }));
        }
    };
}

const module = (code: string) => ({ code, moduleType: 'js' as const });
