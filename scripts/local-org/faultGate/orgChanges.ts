import { toId18 } from 'c/orgPort';
import { personaUser } from '../access/personas.ts';
import { sessionOf } from '../access/session.ts';
import { PERMISSION_FIELDS } from '../objects/access.ts';
import { USER } from '../objects/user.ts';
import type { Store } from '../store/store.ts';
import { updateRecord } from '../writes/recordWrite.ts';
import type { Rows } from '../faults/fault.ts';

/**
 * Removes a permission from a user's profile.
 * @returns a function that restores it, or null when the profile didn't have it
 */
export function takePermission(store: Store, userId: string, permission: string): (() => void) | null {
    const column = PERMISSION_FIELDS.find((name) => name === `Permissions${permission}`);
    const profile = store.get('SELECT "ProfileId" AS id FROM "User" WHERE "Id" = ?', [userId])?.id;
    if (!column || profile === undefined) return null;
    const set = (value: number) =>
        store.run(`UPDATE "Profile" SET "${column}" = ? WHERE "Id" = ? AND "${column}" <> ?`, [value, profile, value]);
    return set(0) === 0 ? null : () => void set(1);
}

/**
 * Moves the users that a request names, as another admin would. Only Standard users can be moved.
 * @param to a call center, null for none, or undefined for any call center but the user's own
 * @returns how many users were moved
 */
export function moveNamedUsers(
    store: Store,
    request: string,
    rows: Rows['rows'],
    to: string | null | undefined
): number {
    const admin = sessionOf(store, personaUser(store, 'admin').userId);
    if (!admin) return 0;
    const anotherAdmin = {
        ...admin,
        mayRead: () => true,
        mayEdit: () => true,
        mayWrite: () => true,
        mayModifyAll: () => true
    };
    const named = [...new Set(request.match(/\b005\w{15}\b|\b005\w{12}\b/g)?.map((id) => toId18(id) ?? ''))];
    const chosen = named.filter((_id, index) => rows === undefined || rows.includes(index + 1));
    const users = chosen.flatMap((id) => {
        const user = store.get('SELECT "Id", "CallCenterId", "UserType" FROM "User" WHERE "Id" = ?', [id]);
        return user?.UserType === 'Standard' ? [user] : [];
    });
    for (const user of users) {
        const target = to === undefined ? anotherCenter(store, String(user.CallCenterId ?? '')) : to;
        updateRecord(store, anotherAdmin, USER, String(user.Id), { CallCenterId: target });
    }
    return users.length;
}

function anotherCenter(store: Store, own: string): string | null {
    const row = store.get('SELECT "Id" FROM "CallCenter" WHERE "Id" <> ? ORDER BY "Id"', [own]);
    return typeof row?.Id === 'string' ? row.Id : null;
}
