import type { OrgConnection } from './connection.ts';
import { soql } from './soql.ts';

/** The ID of the user who is logged in, from the identity URL of the resource list; null when the org doesn't tell. */
export async function currentUserId(org: OrgConnection): Promise<string | null> {
    const resources = await org.get<{ identity?: string }>('');
    return resources.ok ? (/005\w{15}/.exec(resources.body.identity ?? '')?.[0] ?? null) : null;
}

/**
 * Whether a user has a permission, by profile or by permission set; null when that couldn't be read.
 * @param permission such as `ManageInternalUsers`
 */
export async function hasUserPermission(
    org: OrgConnection,
    userId: string,
    permission: string
): Promise<boolean | null> {
    // The permission is a column, so it can't be a quoted value.
    if (!/^\w+$/.test(permission)) return null;
    const column = `Permissions${permission}`;
    const answers = await Promise.all([
        org.query(
            soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${userId}` +
                ` AND PermissionSet.${column} = true LIMIT 1`
        ),
        org.query(soql`SELECT Id FROM User WHERE Id = ${userId}` + ` AND Profile.${column} = true LIMIT 1`)
    ]);
    if (answers.some((answer) => answer.ok && answer.body.length > 0)) return true;
    if (answers.every((answer) => answer.ok)) return false;
    // No one has a permission that the org doesn't know.
    return answers.every((answer) => !answer.ok && answer.code === 'INVALID_FIELD') ? false : null;
}
