import { ApiError } from '../apiError.ts';
import { children, readXml, text, texts } from './xml.ts';
import type { Files } from './zipFiles.ts';

/** What a package.xml asks for. */
export interface Manifest {
    /** Members by type; `*` stands for all. */
    types: ReadonlyMap<string, readonly string[]>;
    version: string;
}

/** @throws ApiError: the words of a deployment that fails as a whole */
export function readManifest(files: Files): Manifest {
    const content = files.get('package.xml');
    if (content === undefined) throw new ApiError('INVALID_OPERATION', 'No package.xml found');
    const read = readXml(content);
    if ('fault' in read) {
        throw new ApiError(
            'INVALID_OPERATION',
            `Error parsing package.xml, line ${read.fault.line}: ${read.fault.words}`
        );
    }
    const { name, root } = read;
    if (name !== 'Package') throw new ApiError('INVALID_OPERATION', `Element ${name} is not allowed in package.xml`);
    const version = text(root, 'version');
    if (version === null || !/^\d{2}\.0$/.test(version)) {
        throw new ApiError('INVALID_OPERATION', 'package.xml names no API version');
    }
    const types = new Map<string, string[]>();
    for (const entry of children(root, 'types')) {
        const type = text(entry, 'name');
        if (type === null) throw new ApiError('INVALID_OPERATION', 'A type in package.xml has no name');
        types.set(type, [...(types.get(type) ?? []), ...texts(entry, 'members')]);
    }
    return { types, version };
}
