import { Refusal } from '../refusal.ts';
import { soql, type OrgAsk } from '../orgAsk.ts';

export const PERMISSION_SET = 'Switchboard_Admin';

/** `to assign`: only looked, and it is not theirs yet. */
export type Assignment = 'assigned' | 'was there' | 'to assign' | 'not deployed';

/**
 * Gives whoever is logged in the permission set, once.
 * @param dryRun true: only looks
 * @throws Refusal in the org's words
 */
export async function assignPermissionSet(ask: OrgAsk, dryRun: boolean): Promise<Assignment> {
    const found = await ask.rows<{ Id: string }>(soql`SELECT Id FROM PermissionSet WHERE Name = ${PERMISSION_SET}`);
    if (!found.ok) throw new Refusal(`The permission set ${PERMISSION_SET} cannot be read: ${found.words}`);
    const setId = found.body[0]?.Id;
    if (setId === undefined) return 'not deployed';
    const userId = await ownUserId(ask);
    const held = await ask.rows(
        soql`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${userId} AND PermissionSetId = ${setId}`
    );
    if (held.ok && held.body.length > 0) return 'was there';
    if (dryRun) return 'to assign';
    const made = await ask.send('POST', 'sobjects/PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: setId
    });
    if (made.ok || made.code === 'DUPLICATE_VALUE') return made.ok ? 'assigned' : 'was there';
    throw new Refusal(
        `The permission set ${PERMISSION_SET} was deployed but not assigned (${made.words}): assign it in Setup, then run "npm run deploy -- --registry-only".`
    );
}

/** Whose login it is. @throws Refusal */
async function ownUserId(ask: OrgAsk): Promise<string> {
    const resources = await ask.get<{ identity?: string }>('');
    const id = resources.ok ? /005\w{15}/.exec(resources.body.identity ?? '')?.[0] : undefined;
    if (id) return id;
    throw new Refusal('The org does not say who is logged in: run "sf org display" to see the login.');
}
