import { childrenOf, childText, isTrue, type Element } from './xml.ts';

/** A grant of a permission set that names a component. */
interface Grant {
    element: string;
    /** The element in it that holds the name. */
    name: string;
    type: string;
}

/** Documented: Metadata API, PermissionSet. Grants on objects and fields have rules of their own. */
export const GRANTS: readonly Grant[] = [
    { element: 'applicationVisibilities', name: 'application', type: 'CustomApplication' },
    { element: 'customPermissions', name: 'name', type: 'CustomPermission' },
    { element: 'flowAccesses', name: 'flow', type: 'Flow' },
    { element: 'pageAccesses', name: 'apexPage', type: 'ApexPage' },
    { element: 'tabSettings', name: 'tab', type: 'CustomTab' }
];

/** What each object permission requires. Documented: object permission dependencies. */
const REQUIRES: Readonly<Record<string, readonly string[]>> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};

export interface UnmetDependency {
    line: number;
    object: string;
    permission: string;
    /** The permissions that are missing. */
    required: string[];
}

/** Object permissions of a permission set that are granted without the ones they require. */
export function unmetDependencies(permissionSet: Element): UnmetDependency[] {
    return childrenOf(permissionSet, 'objectPermissions').flatMap((grant) =>
        Object.entries(REQUIRES).flatMap(([permission, requires]) => {
            const required = requires.filter((each) => isTrue(grant, permission) && !isTrue(grant, each));
            const object = childText(grant, 'object') ?? '';
            return required.length > 0 ? [{ line: grant.line, object, permission, required }] : [];
        })
    );
}
