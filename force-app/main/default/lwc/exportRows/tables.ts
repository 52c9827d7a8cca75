/** The tables that are exported, row after row, with their header. */
import type { CenterProfileCount, Choice, ExportedUser, Id, PastMove } from 'c/orgPort';
import { cellOf, headerOf, type CenterWords, type ExportColumn } from './columns.ts';

/** Columns of the list of all members, before the last one. */
const MEMBER_COLUMNS = [
    'call center',
    'call center id',
    'type',
    'name',
    'username',
    'user id',
    'profile',
    'active'
] as const satisfies ExportColumn[];

export function* userRows(
    users: readonly ExportedUser[],
    columns: readonly ExportColumn[],
    words: CenterWords
): Generator<string[]> {
    yield columns.map(headerOf);
    for (const user of users) yield columns.map((column) => cellOf(column, user, words));
}

/**
 * Every member of every call center, and since when Switchboard knows that they're there: the end of the latest recorded move
 * of that user into that call center.
 * @param centerIds the order of call centers; the others follow
 */
export function* memberRows(
    users: readonly ExportedUser[],
    moves: readonly PastMove[],
    centerIds: readonly Id[],
    words: CenterWords
): Generator<string[]> {
    yield [...MEMBER_COLUMNS.map(headerOf), 'In this call center since'];
    const since = new Map<string, string>();
    for (const { userId, to, at } of moves) {
        const key = `${userId} ${to}`;
        if (at > (since.get(key) ?? '')) since.set(key, at);
    }
    const byCenter = new Map<Id, ExportedUser[]>(centerIds.map((id) => [id, []]));
    for (const user of users) {
        const center = user.values['call center'];
        if (center === undefined) continue;
        const members = byCenter.get(center);
        if (members) members.push(user);
        else byCenter.set(center, [user]);
    }
    for (const [center, members] of byCenter)
        for (const user of members)
            yield [
                ...MEMBER_COLUMNS.map((column) => cellOf(column, user, words)),
                since.get(`${user.id} ${center}`) ?? ''
            ];
}

/** How many members each call center has of each profile. An ID stands for a profile that can't be read. */
export function* summaryRows(
    counts: readonly CenterProfileCount[],
    profiles: readonly Choice[],
    centerIds: readonly Id[],
    { nameOf, kindOf }: CenterWords
): Generator<string[]> {
    yield ['Call center', 'Call center ID', 'Type', 'Profile', 'Active members', 'Inactive members', 'Members'];
    const names = new Map(profiles.map(({ id, name }) => [id, name]));
    const sums = new Map<string, { center: Id; profile: string; active: number; inactive: number }>();
    for (const { callCenterId: center, profileId, isActive, members } of counts) {
        const key = `${center} ${profileId}`;
        const sum = sums.get(key) ?? { center, profile: names.get(profileId) ?? profileId, active: 0, inactive: 0 };
        sum[isActive ? 'active' : 'inactive'] += members;
        sums.set(key, sum);
    }
    const places = new Map(centerIds.map((id, place) => [id, place]));
    const placeOf = (center: Id) => places.get(center) ?? places.size;
    const sorted = [...sums.values()].sort(
        (one, other) => placeOf(one.center) - placeOf(other.center) || (one.profile < other.profile ? -1 : 1)
    );
    for (const { center, profile, active, inactive } of sorted)
        yield [
            nameOf(center),
            center,
            kindOf(center) ?? 'unknown',
            profile,
            String(active),
            String(inactive),
            String(active + inactive)
        ];
}
