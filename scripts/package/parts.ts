import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../check/check.ts';

/** What can be deployed, and taken out again, on its own. */
export interface Part {
    /** `switchboard` for what every org gets, or `switchboard-` and the name of an optional part. */
    name: string;
    /** Relative to the project. */
    folder: string;
}

/** Optional parts have one folder each, because an org that refuses one of them must still take the others. */
const OPTIONAL = 'optional';

/** The main part first, then each optional part by name. */
export function partsOf({ root }: Project): Part[] {
    const folder = join(root, OPTIONAL);
    const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
    const optional = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return [
        { name: 'switchboard', folder: 'force-app' },
        ...optional.sort().map((name) => ({ name: `switchboard-${name}`, folder: `${OPTIONAL}/${name}` }))
    ];
}
