import type { ApiError } from '../apiError.ts';
import { PERMISSION_FIELDS } from '../objects/access.ts';
import type { Field, OrgObject } from '../objects/field.ts';
import type { Store } from '../store/store.ts';

/** Returns the error that the next record of this request must fail with, or null to let it pass. */
export type RowFault = () => ApiError | null;

/** Who asks, and what that user may see and write, by profile. Made anew for every request: rights can be taken away. */
export interface Session {
    userId: string;
    username: string;
    profile: string;
    /** Names as in `@salesforce/userPermission/…`, such as `ManageInternalUsers`. */
    permissions: ReadonlySet<string>;
    mayRead(object: OrgObject, field?: Field): boolean;
    mayWrite(object: OrgObject, write: 'create' | 'update' | 'delete'): boolean;
    /** Set while a fault plan is active. */
    rowFault?: RowFault | null;
    /** Fields nobody of this profile sees, as `User.EmployeeNumber`. */
    hidden: readonly string[];
}

/** Profiles that see less (assumed, so that field-level security can be tried). */
const HIDDEN_FIELDS: Readonly<Record<string, readonly string[]>> = { 'Read Only': ['User.EmployeeNumber'] };

/** Profiles that write no record of a custom object. */
const READ_ONLY_PROFILES = ['Read Only'];

/** @returns undefined when the user is gone or inactive: the session is no longer valid */
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
    const hidden = HIDDEN_FIELDS[profile] ?? [];
    return {
        userId,
        username: String(row.Username),
        profile,
        permissions,
        hidden,
        mayRead: (object, field) => !field || !hidden.includes(`${object.name}.${field.name}`),
        mayWrite: (object) => writes(object, profile, permissions)
    };
}

/**
 * Writing User takes Manage Internal Users (documented, object reference); that Manage Call Centers alone does not
 * suffice for `CallCenterId` is assumed. Making a call center takes Manage Call Centers (documented), assigning a
 * permission set Manage Users, or Assign Permission Sets, which is not served (documented).
 */
function writes(object: OrgObject, profile: string, permissions: ReadonlySet<string>): boolean {
    if (object.name === 'User') return permissions.has('ManageInternalUsers');
    if (object.name === 'CallCenter') return permissions.has('ManageCallCenters');
    if (object.name === 'PermissionSetAssignment') return permissions.has('ManageUsers');
    return object.custom && !READ_ONLY_PROFILES.includes(profile);
}
