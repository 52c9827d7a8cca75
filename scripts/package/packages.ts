import type { Project } from '../check/check.ts';
import { convert } from '../check/convertedPackage.ts';
import { apiVersionOf } from '../check/projectFiles.ts';
import { partsOf } from './parts.ts';
import { removalOf } from './removal.ts';
import { zipOf } from './zip.ts';

export interface PackageFile {
    /** `switchboard.zip` puts a part into an org, and `switchboard-remove.zip` takes it out again. */
    name: string;
    content: Buffer;
}

/** Two files for each part of a built project. */
export async function packagesOf(project: Project): Promise<PackageFile[]> {
    const made: PackageFile[] = [];
    for (const { name, folder } of partsOf(project)) {
        const files = await convert(project, folder);
        made.push({ name: `${name}.zip`, content: await zipOf(files) });
        const removal = removalOf(files, apiVersionOf(project));
        made.push({ name: `${name}-remove.zip`, content: await zipOf(removal) });
    }
    return made;
}
