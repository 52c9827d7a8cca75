import { isAlwaysReadable } from '../../metadata/fieldTypes.ts';
import { childrenOf, childText, isTrue } from '../../metadata/xml.ts';
import type { Finding } from '../check.ts';
import { USER_PERMISSIONS } from '../platformNames.ts';
import type { MetadataFile } from './metadataFiles.ts';
import type { ProjectInventory } from './projectInventory.ts';

/** User permissions that some orgs don't have. */
export function permissionFindings({ path, root }: MetadataFile): Finding[] {
    return childrenOf(root, 'userPermissions').flatMap((grant) => {
        const name = childText(grant, 'name') ?? '';
        if (USER_PERMISSIONS.has(name)) return [];
        return [{ file: path, line: grant.line, sentence: `Some orgs might not have the user permission ${name}.` }];
    });
}

/** A deployed field is hidden from everyone, including admins, until a permission set grants it. */
export function ungrantedFields({ files }: ProjectInventory): Finding[] {
    const granted = new Set(
        files
            .filter(({ type }) => type === 'PermissionSet')
            .flatMap(({ root }) => childrenOf(root, 'fieldPermissions'))
            .filter((grant) => isTrue(grant, 'readable'))
            .map((grant) => childText(grant, 'field'))
    );
    return files
        .filter(
            ({ type, fullName, root }) => type === 'CustomField' && !isAlwaysReadable(root) && !granted.has(fullName)
        )
        .map(({ path, fullName }) => ({ file: path, sentence: `No permission set makes ${fullName} readable.` }));
}
