import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { AppSource } from '../appSource.ts';

const ENTRY = `import { createElement } from 'lwc';\nimport Page from 'c/page';\nexport default createElement('c-page', { is: Page });`;
const STAND_IN = `export const gql = String.raw;`;

/** A page with the given files, by path in the folder of bundles. Removed after the test. */
export function pageOf(
    context: TestContext,
    files: Record<string, string>,
    labels: Record<string, string> = {}
): AppSource {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const write = (path: string, text: string): string => {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        return file;
    };
    for (const [path, text] of Object.entries(files)) write(`lwc/${path}`, text);
    const entries = Object.entries(labels).map(
        ([name, text]) => `<labels><fullName>${name}</fullName><value>${text}</value></labels>`
    );
    return {
        lwcRoot: join(folder, 'lwc'),
        labelsFile: write('labels.xml', `<CustomLabels>${entries.join('')}</CustomLabels>`),
        entry: write('entry.ts', ENTRY),
        standIns: { 'lightning/graphql': write('graphql.ts', STAND_IN) }
    };
}

/** A TypeScript component with the given import line, and a body that uses the imported names. */
export function component(imports: string, used = ''): string {
    return `import { LightningElement } from 'lwc';\n${imports}\nexport default class Page extends LightningElement {\n    used: unknown = [${used}];\n}\n`;
}
