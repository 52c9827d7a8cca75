import type { Inventory } from '../../metadata/references.ts';
import type { Project } from '../check.ts';
import { schemaOf } from '../schema.ts';
import { readMetadata, type MetadataFile } from './metadataFiles.ts';

/** What the components of a project can refer to: its own files, and the standard objects and fields that it uses. */
export interface ProjectInventory extends Inventory {
    files: readonly MetadataFile[];
    find(type: string, fullName: string): MetadataFile | undefined;
}

export function projectInventory(project: Project): ProjectInventory {
    const { files } = readMetadata(project);
    const schema = schemaOf(project);
    const byName = new Map(files.map((file) => [`${file.type} ${file.fullName}`, file]));
    const find = (type: string, fullName: string) => byName.get(`${type} ${fullName}`);
    return {
        files,
        find,
        has: (type, fullName) => find(type, fullName) !== undefined,
        hasObject: (name) => schema.has(name),
        hasField: (object, field) => schema.get(object)?.has(field) === true,
        fieldDefinition: (fullName) => find('CustomField', fullName)?.root
    };
}
