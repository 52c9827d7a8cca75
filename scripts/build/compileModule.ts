import { createRequire, stripTypeScriptTypes } from 'node:module';
import { basename } from 'node:path';
import type { TransformOptions } from 'lwc/compiler';
import { BuildFault } from './buildFault.ts';

type Transform = (source: string, file: string, options: TransformOptions) => { code: string };

// lwc's own typings export functions only as types.
const { transformSync }: { transformSync: Transform } = createRequire(import.meta.url)('lwc/compiler');

export interface ModuleName {
    namespace: string;
    name: string;
}

/** How the platform compiles components at API 66: no dynamic components, no `lwc:on`, and security transforms. */
const ROOM: Partial<TransformOptions> = { enableLightningWebSecurityTransforms: true };

/** Salesforce compiles its own components with options that other components can't use. */
const PLATFORM: Partial<TransformOptions> = {
    enableSyntheticElementInternals: true,
    enableLwcOn: true,
    enableDynamicComponents: true,
    dynamicImports: { strictSpecifier: false }
};

export const API_VERSION = 66;

/**
 * Compiles one file of a bundle: `.ts`, `.js`, `.html`, or `.css`. Types are replaced with spaces, so that lines and
 * columns stay the same.
 * @throws BuildFault with the position in the file
 */
export function compileModule(file: string, source: string, { namespace, name }: ModuleName): string {
    const code = file.endsWith('.ts') ? stripTypes(file, source) : source;
    try {
        return transformSync(code, basename(file).replace(/\.ts$/, '.js'), {
            namespace,
            name,
            apiVersion: API_VERSION,
            scopedStyles: file.endsWith('.scoped.css'),
            ...(namespace === 'lightning' ? PLATFORM : ROOM)
        }).code;
    } catch (error) {
        const { message, location } = error as Error & { location?: { line: number; column: number } };
        throw new BuildFault(plainMessage(message), file, location?.line, location?.column);
    }
}

/** Replaces a missing template or style sheet, because the compiler imports both for every class. */
export function absent(file: string): string {
    return `export default ${file.endsWith('.css') ? '[]' : 'undefined'};`;
}

/** The JavaScript of a TypeScript file, with every character at its original position. @throws BuildFault */
export function stripTypes(file: string, source: string): string {
    try {
        return stripTypeScriptTypes(source);
    } catch (error) {
        // Node reports the line only at the start of the stack: `:3`, then the source line, then a caret.
        const [head = '', , caret = ''] = ((error as Error).stack ?? '').split('\n');
        const line = Number(/:(\d+)$/.exec(head)?.[1]) || null;
        throw new BuildFault((error as Error).message, file, line, line && caret.indexOf('^'));
    }
}

/** Babel puts the file name before its message and an excerpt after it. */
function plainMessage(message: string): string {
    return message.split('\n')[0]!.replace(/(LWC\d+: )?(?:unknown: |\/\S+: )/, '$1');
}
