import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emit } from '../../scripts/build/emit.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the deployed source, with its compiled JavaScript, which a test can change. */
export interface Project {
    folder: string;
    remove(): void;
}

export function copyProject(): Project {
    const folder = mkdtempSync(join(tmpdir(), 'switchboard-project-'));
    cpSync(join(ROOT, 'force-app'), join(folder, 'force-app'), {
        recursive: true,
        filter: (path) => basename(path) !== '__tests__'
    });
    cpSync(join(ROOT, 'optional'), join(folder, 'optional'), { recursive: true });
    cpSync(join(ROOT, '.forceignore'), join(folder, '.forceignore'));
    const settings = {
        packageDirectories: [{ path: 'force-app', default: true }, { path: 'optional' }],
        namespace: '',
        sourceApiVersion: '66.0'
    };
    writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(settings));
    emit(join(folder, 'force-app/main/default/lwc'));
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
