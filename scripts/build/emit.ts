import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import { RESULTS } from './keptResults.ts';
import { LWC_ROOT } from './places.ts';
import { typescript } from './typescript.ts';

/**
 * Writes a `.js` beside each `.ts` of the bundles. The JavaScript is deployed, because the platform's support for
 * TypeScript isn't reliable yet. Tests are skipped.
 * @returns the files that were written, relative to `root`
 */
export function emit(root: string): string[] {
    const sources = globSync('*/**/*.ts', { cwd: root })
        .filter((file) => !/__\w+__|\.d\.ts$/.test(file))
        .sort();
    const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
    // The text of this file stands for how it compiles.
    const work = ['emit', readFileSync(import.meta.filename, 'utf8')];
    const codes = RESULTS.find<string[]>(work, texts) ?? RESULTS.keep(work, texts, [...texts.values()].map(emitted));
    return sources.map((file, index) => {
        const output = file.replace(/\.ts$/, '.js');
        writeFileSync(join(root, output), codes[index]!);
        return output;
    });
}

/** JavaScript for the platform: without types, with decorators as written, and with imports without extensions. */
export function emitted(source: string): string {
    const ts = typescript();
    const { outputText } = ts.transpileModule(source, {
        compilerOptions: {
            target: ts.ScriptTarget.ESNext,
            module: ts.ModuleKind.ESNext,
            verbatimModuleSyntax: true,
            experimentalDecorators: false,
            // Class fields stay as written.
            useDefineForClassFields: true
        },
        transformers: { before: [withoutExtensions] }
    });
    return outputText;
}

const withoutExtensions: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const ts = typescript();
    const { factory } = context;
    const withoutExtension = (specifier: ts.Expression | undefined): ts.StringLiteral | undefined =>
        specifier && ts.isStringLiteral(specifier) && /^\..*\.ts$/.test(specifier.text)
            ? factory.createStringLiteral(specifier.text.replace(/\.ts$/, ''), true)
            : undefined;
    const statements = file.statements.map((statement) => {
        if (ts.isImportDeclaration(statement)) {
            const { modifiers, importClause, moduleSpecifier, attributes } = statement;
            const specifier = withoutExtension(moduleSpecifier);
            if (specifier)
                return factory.updateImportDeclaration(statement, modifiers, importClause, specifier, attributes);
        }
        if (ts.isExportDeclaration(statement)) {
            const { modifiers, isTypeOnly, exportClause, moduleSpecifier, attributes } = statement;
            const specifier = withoutExtension(moduleSpecifier);
            if (specifier)
                return factory.updateExportDeclaration(
                    statement,
                    modifiers,
                    isTypeOnly,
                    exportClause,
                    specifier,
                    attributes
                );
        }
        return statement;
    });
    return factory.updateSourceFile(file, statements);
};

if (import.meta.main) console.log(`${emit(LWC_ROOT).length} files`);
