import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Project } from './check.ts';

/** Where the bundles of a project are, relative to its root. */
export const LWC = 'force-app/main/default/lwc';

export interface Bundle {
    name: string;
    /** Relative to the project. */
    folder: string;
    /** Names of the files directly in the folder. */
    files: string[];
}

/** Every bundle in `lwc`, sorted by name. */
export function bundlesOf({ root }: Project): Bundle[] {
    return readdirSync(join(root, LWC), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'))
        .map(({ name }) => {
            const folder = `${LWC}/${name}`;
            const files = readdirSync(join(root, folder)).filter((file) => statSync(join(root, folder, file)).isFile());
            return { name, folder, files: files.sort() };
        })
        .sort((one, other) => one.name.localeCompare(other.name));
}

/** Matching paths, relative to the project, with forward slashes, sorted. */
export function filesOf({ root }: Project, pattern: string | string[]): string[] {
    return globSync(pattern, { cwd: root, exclude: (path) => path === 'node_modules' })
        .filter((path) => statSync(join(root, path)).isFile())
        .map((path) => path.split(sep).join('/'))
        .sort();
}

export function textOf({ root }: Project, path: string): string {
    return readFileSync(join(root, path), 'utf8');
}

/** The package directories in `sfdx-project.json`. */
export function packageDirectories(project: Project): string[] {
    const { packageDirectories } = JSON.parse(textOf(project, 'sfdx-project.json'));
    return packageDirectories.map(({ path }: { path: string }) => path);
}

/** `66.0`: the API version of the whole project. */
export function apiVersionOf(project: Project): string {
    return JSON.parse(textOf(project, 'sfdx-project.json')).sourceApiVersion;
}

/** The line of a position in a text. Lines count from 1. */
export function lineAt(text: string, index: number): number {
    return text.slice(0, index).split('\n').length;
}
