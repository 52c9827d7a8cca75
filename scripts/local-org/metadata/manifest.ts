import { childrenOf, childText, METADATA_NAMESPACE, readXml } from '../../metadata/xml.ts';
import { ApiError } from '../apiError.ts';
import type { Files } from './zipFiles.ts';

/** The content of a package.xml. */
export interface Manifest {
    /** Members by type. `*` means all. */
    types: ReadonlyMap<string, readonly string[]>;
    version: string;
}

/** @throws ApiError with the message of a deployment that fails as a whole */
export function readManifest(files: Files): Manifest {
    const content = files.get('package.xml');
    if (content === undefined) throw new ApiError('INVALID_OPERATION', 'No package.xml found');
    const read = readXml(content);
    if ('fault' in read) {
        throw new ApiError(
            'INVALID_OPERATION',
            `Error parsing package.xml, line ${read.fault.line}: ${read.fault.message}`
        );
    }
    const { root, namespace } = read;
    if (root.name !== 'Package')
        throw new ApiError('INVALID_OPERATION', `Element ${root.name} is not allowed in package.xml`);
    if (namespace !== METADATA_NAMESPACE)
        throw new ApiError('INVALID_OPERATION', `Package is not in the namespace ${METADATA_NAMESPACE}`);
    const version = childText(root, 'version');
    if (version === undefined || !/^\d{2}\.0$/.test(version)) {
        throw new ApiError('INVALID_OPERATION', 'package.xml names no API version');
    }
    const types = new Map<string, string[]>();
    for (const entry of childrenOf(root, 'types')) {
        const type = childText(entry, 'name');
        if (type === undefined) throw new ApiError('INVALID_OPERATION', 'A type in package.xml has no name');
        types.set(type, [...(types.get(type) ?? []), ...childrenOf(entry, 'members').map(({ text }) => text)]);
    }
    return { types, version };
}
