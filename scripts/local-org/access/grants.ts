import { readFileSync } from 'node:fs';
import { childrenOf, childText, isTrue, readXml } from '../../metadata/xml.ts';
import type { Field, OrgObject } from '../objects/field.ts';

/** What a permission set lets its users do with custom objects. */
export interface Grants {
    mayWrite(object: OrgObject, write: 'create' | 'update' | 'delete'): boolean;
    /** Whether the user may change records of others, too, whatever the object's sharing says. */
    mayModifyAll(object: OrgObject): boolean;
    mayEdit(object: OrgObject, field: Field): boolean;
}

const ELEMENTS = { create: 'allowCreate', update: 'allowEdit', delete: 'allowDelete' } as const;

/** @throws Error when the file isn't well-formed metadata */
export function readGrants(path: string | URL): Grants {
    const document = readXml(readFileSync(path, 'utf8'));
    if ('fault' in document) throw new Error(`${String(path)}: ${document.fault.message}`);
    const objects = childrenOf(document.root, 'objectPermissions');
    const editable = new Set(
        childrenOf(document.root, 'fieldPermissions')
            .filter((grant) => isTrue(grant, 'editable'))
            .map((grant) => childText(grant, 'field'))
    );
    const grants = ({ name }: OrgObject, element: string) =>
        objects.some((grant) => childText(grant, 'object') === name && isTrue(grant, element));
    return {
        mayWrite: (object, write) => grants(object, ELEMENTS[write]),
        mayModifyAll: (object) => grants(object, 'modifyAllRecords'),
        // Permission sets can't name standard fields of custom objects, and required fields can always be edited (documented).
        mayEdit: (object, field) => !field.custom || !field.nillable || editable.has(`${object.name}.${field.name}`)
    };
}

const PERMISSION_SETS = '../../../force-app/main/default/permissionsets';

/** The permission set of people who may move users. */
export const ADMIN_GRANTS = readGrants(
    new URL(`${PERMISSION_SETS}/Switchboard_Admin.permissionset-meta.xml`, import.meta.url)
);

/** The permission set of people who may see everything, and ask an admin for a move. */
export const VIEWER_GRANTS = readGrants(
    new URL(`${PERMISSION_SETS}/Switchboard_Viewer.permissionset-meta.xml`, import.meta.url)
);
