import {
    cpSync,
    existsSync,
    globSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    realpathSync,
    rmSync,
    symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { emit } from '../build/emit.ts';
import type { Project } from './check.ts';
import { LWC } from './projectFiles.ts';

/** Files and folders that checks need. Tests import from `scripts` and `tests`. */
const PARTS = [
    'sfdx-project.json',
    '.forceignore',
    'package.json',
    'tsconfig.json',
    'jest.config.js',
    'force-app',
    'optional',
    'demo',
    'config',
    'scripts',
    'tests'
];

/**
 * A copy of a project in a temporary folder, so that checks don't read old JavaScript and don't leave any behind.
 * Installed packages are linked. The caller removes the copy with `unstage`.
 */
export function copyProject(root: string): Project {
    const copy = realpathSync(mkdtempSync(join(tmpdir(), 'switchboard-check-')));
    const filter = (path: string): boolean => basename(path) !== 'node_modules';
    for (const part of PARTS)
        if (existsSync(join(root, part))) cpSync(join(root, part), join(copy, part), { recursive: true, filter });
    for (const stale of globSync(`${LWC}/*/*.js`, { cwd: copy })) rmSync(join(copy, stale));
    if (existsSync(join(root, 'node_modules'))) linkPackages(join(root, 'node_modules'), copy);
    return { root: copy };
}

/** A copy with the JavaScript of every bundle beside its TypeScript. */
export function stage(root: string): Project {
    const project = copyProject(root);
    emit(join(project.root, LWC));
    return project;
}

export function unstage({ root }: Project): void {
    rmSync(root, { recursive: true, force: true });
}

/** Links packages one by one. The workspace `c` must be the copy's own, or checks would read the original. */
function linkPackages(from: string, copy: string): void {
    const to = join(copy, 'node_modules');
    mkdirSync(to);
    for (const name of readdirSync(from)) if (name !== 'c') symlinkSync(join(from, name), join(to, name));
    symlinkSync(join('..', LWC), join(to, 'c'));
}
