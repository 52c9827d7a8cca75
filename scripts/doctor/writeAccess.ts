import type { OrgConnection } from '../org/connection.ts';
import { currentUserId, hasUserPermission } from '../org/currentUser.ts';
import { quoted, type Finding } from '../org/readiness/finding.ts';

interface Writable {
    updateable?: boolean;
}

/** @param probe the result of a real write: null when it succeeded, otherwise Salesforce's message; left out without one */
export async function writeAccess(org: OrgConnection, probe?: string | null): Promise<Finding> {
    const [info, described, permission] = await Promise.all([
        org.get<Writable & { fields?: Record<string, Writable> }>('ui-api/object-info/User'),
        org.get<Writable & { fields?: (Writable & { name: string })[] }>('sobjects/User/describe'),
        mayManageInternalUsers(org)
    ]);
    const inInfo = info.ok && info.body.updateable !== false && info.body.fields?.CallCenterId?.updateable === true;
    const user = described.ok ? described.body : {};
    const field = user.fields?.find(({ name }) => name === 'CallCenterId');
    const inDescribe = user.updateable === true && field?.updateable === true;
    const parts = [
        `object-info says ${inInfo ? 'yes' : 'no'}`,
        `describe says ${inDescribe ? 'yes' : 'no'}`,
        `Manage Internal Users: ${permission === null ? 'unknown' : permission ? 'yes' : 'no'}`,
        probe === null && 'a test write succeeded',
        typeof probe === 'string' && `a test write failed: ${quoted(probe)}`
    ];
    const isAllowed = probe === undefined ? inInfo && permission !== false : probe === null;
    return {
        name: 'may-write',
        question: 'Can this user change User.CallCenterId?',
        result: parts.filter(Boolean).join(', '),
        status: isAllowed ? 'ok' : 'blocked',
        uses: isAllowed ? 'the Move buttons' : 'no Move buttons: Switchboard only shows users',
        fallback: "Salesforce decides on each move, and Switchboard shows Salesforce's message",
        fix: isAllowed
            ? null
            : 'give this user the Manage Internal Users permission (Salesforce Help also names Manage Call Centers), and edit access to the field User.CallCenterId',
        blocker:
            "This user can't change User.CallCenterId. Give them the Manage Internal Users permission. Salesforce Help also names Manage Call Centers. Field-level security must let them edit the field, too."
    };
}

async function mayManageInternalUsers(org: OrgConnection): Promise<boolean | null> {
    const userId = await currentUserId(org);
    return userId === null ? null : hasUserPermission(org, userId, 'ManageInternalUsers');
}
