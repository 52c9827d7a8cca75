import { childrenOf, childText, METADATA_NAMESPACE, readXml, type Element } from '../../metadata/xml.ts';
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
    const root = readPackage(content, 'package.xml');
    const version = childText(root, 'version');
    if (version === undefined || !/^\d{2}\.0$/.test(version)) {
        throw new ApiError('INVALID_OPERATION', 'package.xml names no API version');
    }
    return { types: typesOf(root, 'package.xml'), version };
}

/**
 * The members of a manifest of deletions. There is none in most packages. It has no wildcards, and doesn't need a
 * version (documented).
 * @throws ApiError with the message of a deployment that fails as a whole
 */
export function readDeletions(files: Files, file: string): { type: string; name: string }[] {
    const content = files.get(file);
    if (content === undefined) return [];
    const types = typesOf(readPackage(content, file), file);
    return [...types].flatMap(([type, members]) => members.map((name) => ({ type, name })));
}

function readPackage(content: string, file: string): Element {
    const read = readXml(content);
    if ('fault' in read)
        throw new ApiError(
            'INVALID_OPERATION',
            `Error parsing ${file}, line ${read.fault.line}: ${read.fault.message}`
        );
    const { root, namespace } = read;
    if (root.name !== 'Package')
        throw new ApiError('INVALID_OPERATION', `Element ${root.name} is not allowed in ${file}`);
    if (namespace !== METADATA_NAMESPACE)
        throw new ApiError('INVALID_OPERATION', `Package is not in the namespace ${METADATA_NAMESPACE}`);
    return root;
}

function typesOf(root: Element, file: string): Map<string, string[]> {
    const types = new Map<string, string[]>();
    for (const entry of childrenOf(root, 'types')) {
        const type = childText(entry, 'name');
        if (type === undefined) throw new ApiError('INVALID_OPERATION', `A type in ${file} has no name`);
        types.set(type, [...(types.get(type) ?? []), ...childrenOf(entry, 'members').map(({ text }) => text)]);
    }
    return types;
}
