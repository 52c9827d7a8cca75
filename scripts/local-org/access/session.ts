import type { ApiError } from '../apiError.ts';
import { PERMISSION_FIELDS } from '../objects/access.ts';
import type { Field, OrgObject } from '../objects/field.ts';
import type { Store } from '../store/store.ts';
import { ADMIN_GRANTS, VIEWER_GRANTS } from './grants.ts';

/** Returns the error that the next record of this request must fail with, or null to let it pass. */
export type RowFault = () => ApiError | null;

/**
 * The user of a request, and what their profile lets them read and write. It is read again for every request, because
 * permissions can be removed at any time.
 */
export interface Session {
    userId: string;
    username: string;
    profile: string;
    /** Names as in `@salesforce/userPermission/…`, such as `ManageInternalUsers`. */
    permissions: ReadonlySet<string>;
    mayRead(object: OrgObject, field?: Field): boolean;
    /** Whether field-level security lets the user see and change a field. */
    mayEdit(object: OrgObject, field: Field): boolean;
    mayWrite(object: OrgObject, write: 'create' | 'update' | 'delete'): boolean;
    /** Whether the user may change a record of someone else, where the object's sharing lets them only read it. */
    mayModifyAll(object: OrgObject): boolean;
    /** Set while a fault plan is active. */
    rowFault?: RowFault | null;
    /** Fields that this user can't see, such as `User.EmployeeNumber`. */
    hidden: readonly string[];
}

/** Fields hidden by profile. They are assumed, so that field-level security can be tested. */
const HIDDEN_FIELDS: Readonly<Record<string, readonly string[]>> = { 'Read Only': ['User.EmployeeNumber'] };

/** Profiles that can't write records of custom objects. */
const READ_ONLY_PROFILES = ['Read Only'];

/** The profile with Modify All Data, which includes deleting what no permission set of Switchboard lets anyone delete. */
const MODIFIES_ALL = 'System Administrator';

/** Profiles whose users have the permission set Switchboard Viewer. The others can do everything with custom objects. */
const VIEWER_PROFILES = ['Call Center Manager', 'Delegated Contact Center Admin'];

/** @returns undefined when the user is deleted or inactive, which makes the session invalid */
export function sessionOf(store: Store, userId: string): Session | undefined {
    const permissionColumns = PERMISSION_FIELDS.map((name) => `p."${name}"`).join(', ');
    const row = store.get(
        `SELECT u."Username", p."Name" AS profile, ${permissionColumns} FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ? AND u."IsActive" = 1`,
        [userId]
    );
    if (!row) return undefined;
    const permissions = new Set(
        PERMISSION_FIELDS.filter((name) => row[name] === 1).map((name) => name.slice('Permissions'.length))
    );
    const profile = String(row.profile);
    const { security } = store.objects;
    const hidden = [...(HIDDEN_FIELDS[profile] ?? []), ...security.hidden];
    const grants = VIEWER_PROFILES.includes(profile) ? VIEWER_GRANTS : null;
    const mayRead: Session['mayRead'] = (object, field) => !field || !hidden.includes(nameOf(object, field));
    return {
        userId,
        username: String(row.Username),
        profile,
        permissions,
        hidden,
        mayRead,
        mayEdit: (object, field) =>
            mayRead(object, field) &&
            !security.readOnly.includes(nameOf(object, field)) &&
            (!object.custom || (grants?.mayEdit(object, field) ?? true)),
        mayWrite: (object, write) =>
            writes(object, write, profile, permissions) &&
            (!object.custom || (grants?.mayWrite(object, write) ?? true)),
        mayModifyAll: (object) => grants?.mayModifyAll(object) ?? true
    };
}

function nameOf(object: OrgObject, field: Field): string {
    return `${object.name}.${field.name}`;
}

/**
 * Writing a User requires Manage Internal Users (documented, object reference). That Manage Call Centers alone isn't
 * enough for `CallCenterId` is assumed. Creating a call center requires Manage Call Centers (documented). Assigning a
 * permission set requires Manage Users (documented); Assign Permission Sets, the alternative, isn't supported here.
 */
function writes(
    object: OrgObject,
    write: 'create' | 'update' | 'delete',
    profile: string,
    permissions: ReadonlySet<string>
): boolean {
    if (object.name === 'User') return permissions.has('ManageInternalUsers');
    if (object.name === 'CallCenter') return permissions.has('ManageCallCenters');
    if (object.name === 'PermissionSetAssignment') return permissions.has('ManageUsers');
    if (write === 'delete' && !ADMIN_GRANTS.mayWrite(object, write)) return object.custom && profile === MODIFIES_ALL;
    return object.custom && !READ_ONLY_PROFILES.includes(profile);
}
