import type { OrgConnection } from '../org/connection.ts';
import { currentUserId } from '../org/currentUser.ts';
import { soql } from '../org/soql.ts';
import { UserError } from '../terminal/userError.ts';

export const PERMISSION_SET = 'Switchboard_Admin';

/** `to assign` is the result of a dry run for a user who doesn't have it yet. */
export type Assignment = 'assigned' | 'already assigned' | 'to assign' | 'not deployed';

/**
 * Assigns the permission set to the user who is logged in.
 * @param dryRun only checks whether the user has it
 * @throws UserError with Salesforce's message
 */
export async function assignPermissionSet(
    org: OrgConnection,
    dryRun: boolean,
    name = PERMISSION_SET
): Promise<Assignment> {
    const found = await org.query<{ Id: string }>(soql`SELECT Id FROM PermissionSet WHERE Name = ${name}`);
    if (!found.ok) throw new UserError(`Couldn't read the permission set ${name}: ${found.message}`);
    const setId = found.body[0]?.Id;
    if (setId === undefined) return 'not deployed';
    const userId = await currentUserId(org);
    if (userId === null)
        throw new UserError("The org doesn't tell who is logged in.", 'To see the login, run "sf org display".');
    const held = await org.query(
        soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${userId} AND PermissionSetId = ${setId}`
    );
    if (held.ok && held.body.length > 0) return 'already assigned';
    if (dryRun) return 'to assign';
    const created = await org.send('POST', 'sobjects/PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: setId
    });
    if (created.ok) return 'assigned';
    if (created.code === 'DUPLICATE_VALUE') return 'already assigned';
    throw new UserError(
        `Switchboard was deployed, but the permission set ${name} couldn't be assigned: ${created.message}`,
        'Assign it in Setup, then run "npm run deploy -- --registry-only".'
    );
}
