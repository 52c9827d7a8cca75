import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './builds.ts';
import { packageAt } from './places.ts';
import { PLATFORM_ENTRIES } from './platformModules.ts';

/** Increase this when a change to `writePlatform.ts` changes the bundle. */
const BUILD_VERSION = 4;

/**
 * The directory that holds the engine and the base components as ES modules. The first call builds it, which takes a few
 * seconds. It stays in `cache` until a version changes.
 */
export async function platformBundle(cache: string): Promise<string> {
    const versions = ['lwc', 'lightning-base-components', 'rolldown'].map(versionOf);
    const key = createHash('sha256')
        .update(JSON.stringify([BUILD_VERSION, versions, PLATFORM_ENTRIES]))
        .digest('hex');
    const directory = join(cache, `platform-${key.slice(0, 12)}`);
    if (existsSync(directory)) return directory;

    // Built in a draft folder and renamed when complete, so that an interrupted or parallel build leaves no partial result.
    const draft = `${directory}.${process.pid}`;
    await mkdir(draft, { recursive: true });
    try {
        await build({ kind: 'platform', directory: draft });
        await rename(draft, directory);
    } catch (error) {
        await rm(draft, { recursive: true, force: true });
        if (!existsSync(directory)) throw error;
    }
    return directory;
}

function versionOf(name: string): string {
    return JSON.parse(readFileSync(join(packageAt(name), 'package.json'), 'utf8')).version;
}
