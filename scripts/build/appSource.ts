import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface AppSource {
    /** The folder that holds all bundles. */
    lwcRoot: string;
    /** The CustomLabels file. */
    labelsFile: string;
    /** A TypeScript file that starts the page. It can import `c/…` and `lwc`, like a bundle. */
    entry: string;
    /** Files that replace the LDS modules, by specifier. */
    standIns: Record<string, string>;
    /** A file that keeps compiled modules for the next start. */
    kept?: string;
}

/** A string that changes whenever a file of the page changes: the number of files and the time of the newest change. */
export async function appStamp(source: AppSource): Promise<string> {
    const files = (await readdir(source.lwcRoot, { recursive: true }))
        .filter((file) => /\.(ts|html|css)$/.test(file) && !file.includes('__tests__'))
        .map((file) => join(source.lwcRoot, file));
    files.push(source.entry, ...Object.values(source.standIns));
    if (existsSync(source.labelsFile)) files.push(source.labelsFile);
    const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
    return `${files.length}:${Math.max(...times)}`;
}
