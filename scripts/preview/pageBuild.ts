import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { appStamp, type AppSource } from '../build/appSource.ts';
import type { BuildFault } from '../build/buildFault.ts';
import { build } from '../build/builds.ts';
import { CACHE, LABELS_FILE, LWC_ROOT, REPO } from '../build/places.ts';
import { previewFile } from './files.ts';

/** The page of this repository. */
export const PAGE: AppSource = {
    lwcRoot: LWC_ROOT,
    labelsFile: LABELS_FILE,
    entry: previewFile('page.ts'),
    standIns: {
        'c/visualforceHost': previewFile('lds/visualforceHost.ts'),
        'lightning/flow': previewFile('lds/flow.ts'),
        'lightning/graphql': previewFile('lds/graphql.ts'),
        'lightning/navigation': previewFile('lds/navigation.ts'),
        'lightning/uiRecordApi': previewFile('lds/uiRecordApi.ts')
    },
    kept: join(CACHE, 'page-modules.json')
};

export interface Built {
    stamp: string;
    code: string;
}

/** By source, because several previews of one process, such as those of tests, show the same page. */
const last = new WeakMap<AppSource, { stamp: string; code: Promise<string> }>();

/** Returns the compiled page. Compiles only when its files have changed. */
export function pageBuild(source: AppSource): () => Promise<Built> {
    return async () => {
        const stamp = await appStamp(source);
        let built = last.get(source);
        if (built?.stamp !== stamp) {
            built = { stamp, code: build({ kind: 'app', source }) };
            last.set(source, built);
        }
        return { stamp, code: await built.code };
    };
}

/** The lines around a build error, with line numbers and a mark, and the file's path in the repository. */
export function excerpt({ file, line, column }: BuildFault): { where: string; lines: string } {
    const name = relative(REPO, file);
    if (line === null) return { where: name, lines: '' };
    const all = readFileSync(file, 'utf8').split('\n');
    const first = Math.max(0, line - 4);
    const lines = all.slice(first, line + 3).map((text, index) => `${String(first + index + 1).padStart(5)}  ${text}`);
    lines.splice(line - first, 0, `${' '.repeat(7 + (column ?? 0))}^`);
    return { where: `${name}:${line}`, lines: lines.join('\n') };
}
