import {
    copyFileSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    realpathSync,
    rmSync,
    symlinkSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { emit } from '../../build/emit.ts';
import { packageAt, REPO } from '../../build/places.ts';
import type { Check, Finding, Project } from '../check.ts';
import { LWC } from '../projectFiles.ts';
import { VALID_FILES } from './validFiles.ts';

/** How to break a valid file: replace one text with another, replace the whole file with a text, or (null) remove it. */
export type Break = [from: string | RegExp, to: string] | string | null;

const folders: string[] = [];

/** The valid project in a temporary folder, with some files broken, and with the JavaScript of its bundles. */
export function projectWith(breaks: Record<string, Break> = {}): Project {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'switchboard-valid-')));
    folders.push(root);
    for (const [path, text] of Object.entries(VALID_FILES)) write(root, path, text);
    copyFileSync(join(REPO, '.forceignore'), join(root, '.forceignore'));
    mkdirSync(join(root, 'node_modules'));
    for (const name of ['lwc', '@lwc', '@salesforce', 'jest'])
        symlinkSync(packageAt(name), join(root, 'node_modules', name));
    // Emitting would replace broken JavaScript, so it's broken last.
    for (const [path, how] of Object.entries(breaks)) if (!path.endsWith('.js')) breakFile(root, path, how);
    emit(join(root, LWC));
    for (const [path, how] of Object.entries(breaks)) if (path.endsWith('.js')) breakFile(root, path, how);
    return { root };
}

function breakFile(root: string, path: string, how: Break): void {
    if (how === null) rmSync(join(root, path));
    else if (typeof how === 'string') write(root, path, how);
    else {
        const before = readFileSync(join(root, path), 'utf8');
        const after = before.replace(...(how as [string, string]));
        if (after === before) throw new Error(`${path} has no ${how[0]} to break`);
        write(root, path, after);
    }
}

function write(root: string, path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
}

/** What a check finds in the valid project after some of its files are broken. */
export async function findingsWith(check: Check, breaks: Record<string, Break> = {}): Promise<Finding[]> {
    return (await check.run(projectWith(breaks))).findings;
}

/** Removes every project made so far. */
export function removeProjects(): void {
    for (const root of folders.splice(0)) rmSync(root, { recursive: true, force: true });
}
