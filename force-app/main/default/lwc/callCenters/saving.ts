/** What a live source found, as the registry should keep it for people who don't have that source. */
import type { CallCenterAnswer, CallCenterRow, CenterRecord } from 'c/orgPort';

/** In milliseconds. Names hardly ever change, and everyone with a live source saves them. */
const SAVED_EVERY = 24 * 60 * 60 * 1000;

/** Characters in the name of a custom object's record, at most (documented). A call center's name can have 255. */
const MAX_NAME_LENGTH = 80;

/** Records saved in one request, at most. The others follow the next time. One mutation takes 200 (assumed). */
export const MAX_CENTERS_PER_SAVE = 200;

/**
 * The records to create and update; none when the registry was saved within a day.
 * What an admin said stays: their type, and the name of a record that no one read from Salesforce.
 * @param now in milliseconds
 */
export function centersToSave({ rows }: CallCenterAnswer, now: number): CenterRecord[] {
    const saved = new Map(rows.filter((row) => row.recordId !== null).map((row) => [row.id, row]));
    const found = new Map<string, CallCenterRow>();
    for (const row of rows)
        if (row.recordId === null && row.name !== null && !found.has(row.id)) found.set(row.id, row);
    return [...found.values()]
        .flatMap((row) => changed(row, saved.get(row.id), now) ?? [])
        .slice(0, MAX_CENTERS_PER_SAVE);
}

function changed(found: CallCenterRow, saved: CallCenterRow | undefined, now: number): CenterRecord | null {
    const kind = found.kind !== 'unknown' && saved?.knownBy !== 'admin' ? found.kind : null;
    const record: CenterRecord = {
        recordId: saved?.recordId ?? null,
        callCenterId: found.id,
        name: shortName(found.name!),
        internalName: found.internalName,
        kind,
        knownBy: kind && found.knownBy,
        readAt: new Date(now).toISOString()
    };
    if (!saved) return record;
    const isNamedByAdmin = saved.readAt === null && saved.name !== null;
    if (isNamedByAdmin) return kind !== null && kind !== saved.kind ? { ...record, name: null, readAt: null } : null;
    return isOld(saved.readAt, now) ? record : null;
}

function isOld(readAt: string | null, now: number): boolean {
    return readAt === null || !(now - Date.parse(readAt) < SAVED_EVERY);
}

/** Doesn't leave half of a character. */
function shortName(name: string): string {
    return [...name].slice(0, MAX_NAME_LENGTH).join('');
}
