import { MAX_STARTS_PER_LOOKUP, OrgFault, type FoundUser, type UserKey, type UserLookupOrg } from 'c/orgPort';
import { plain, questionKey } from './keys.ts';
import { Patience, type LookupEnd, type LookupOptions, type LookupResult } from './lookUp.ts';
import type { Found } from './types.ts';

/**
 * Requests for nearest matches, at most, and the first letters that a match must share. Users are asked for by how their
 * values begin, ten beginnings at once: 300 values in one go, without reading the whole org. What differs in the first letters
 * isn't found. Names share fewer of them, because they have accents that sheets leave out.
 */
export const MAX_NEAREST_REQUESTS = 30;
const START = 4;
const NAME_START = 3;
/** Letters that may be wrong, missing, or too many. */
const MOST_EDITS = 2;
/** Shorter values are near to too many others. */
const SHORTEST = 6;

/**
 * Looks for the users that may be meant by values that no one has: with another domain or other accents, or with up to two
 * letters that differ. Values with other digits aren't near: agent 14 isn't agent 15. For the same reason, IDs, aliases, and
 * employee numbers have no nearest match. A value that is equally near to two users has none, either.
 */
export async function findNearest(
    org: UserLookupOrg,
    values: readonly string[],
    by: UserKey,
    found: Found,
    options: LookupOptions
): Promise<LookupResult> {
    if (!hasNearest(by)) return { state: 'done', found };
    const some = values.slice(0, MAX_NEAREST_REQUESTS * MAX_STARTS_PER_LOOKUP);
    const patience = new Patience(MAX_NEAREST_REQUESTS, options);
    const read = new Map<string, FoundUser>();
    for (const users of found.byKey.values()) for (const user of users) read.set(user.id, user);
    let end: LookupEnd = { state: 'done' };
    const starts = [...new Set(some.flatMap((value) => startsOf(value, by)))];
    for (let next = 0; next < starts.length && patience.spend(); next += MAX_STARTS_PER_LOOKUP) {
        if (options.isCancelled()) {
            end = { state: 'cancelled' };
            break;
        }
        try {
            const chunk = starts.slice(next, next + MAX_STARTS_PER_LOOKUP);
            const answer = await patience.ask(org, { by, values: chunk, match: 'starts' }, null);
            if (answer.status === 'unavailable') break;
            for (const user of answer.users) read.set(user.id, user);
        } catch (thrown) {
            if (!(thrown instanceof OrgFault)) throw thrown;
            end = { state: 'failed', fault: thrown };
            break;
        }
        options.onProgress(Math.min(next + MAX_STARTS_PER_LOOKUP, starts.length), starts.length);
    }
    const nearest = new Map(found.nearest);
    const near = nearness([...read.values()], by);
    for (const value of some) {
        const user = near(value);
        if (user) nearest.set(questionKey(value, by), user);
    }
    return { ...end, found: { ...found, nearest } };
}

function hasNearest(by: UserKey): boolean {
    switch (by) {
        case 'username':
        case 'email':
        case 'username or email':
        case 'name':
            return true;
        case 'id':
        case 'federation id':
        case 'employee number':
        case 'alias':
            return false;
    }
}

/** The beginning of a value, as it is and without accents. */
function startsOf(value: string, by: UserKey): string[] {
    const length = by === 'name' ? NAME_START : START;
    const starts = [value, plain(value)].map((text) => [...text].slice(0, length).join('').trim());
    return starts.filter((start) => start.length > 1);
}

/** Finds the one user that is nearest to a value. Users are sorted by their first letters, so that few are compared. */
function nearness(users: readonly FoundUser[], by: UserKey): (value: string) => FoundUser | null {
    const place = (key: string) => key.slice(0, NAME_START - 1);
    const byStart = new Map<string, { key: string; user: FoundUser }[]>();
    for (const user of users) {
        for (const key of new Set(keysBy(user, by).map(plain))) {
            const others = byStart.get(place(key));
            if (others) others.push({ key, user });
            else byStart.set(place(key), [{ key, user }]);
        }
    }
    return (value) => {
        const wanted = plain(value);
        let best: { distance: number; user: FoundUser | null } = { distance: MOST_EDITS + 1, user: null };
        for (const { key, user } of byStart.get(place(wanted)) ?? []) {
            const distance = distanceBetween(wanted, key);
            if (distance < best.distance) best = { distance, user };
            else if (distance === best.distance && best.user?.id !== user.id) best = { distance, user: null };
        }
        return best.user;
    };
}

function keysBy(user: FoundUser, by: UserKey): string[] {
    switch (by) {
        case 'username':
            return [user.username];
        case 'email':
            return [user.email];
        case 'name':
            return [user.name];
        case 'username or email':
            return [user.username, user.email];
        case 'id':
        case 'federation id':
        case 'employee number':
        case 'alias':
            return [];
    }
}

/** 0 for the same, a half for another domain, otherwise the letters that differ. */
function distanceBetween(one: string, other: string): number {
    if (one === other) return 0;
    const [local, otherLocal] = [one.split('@'), other.split('@')];
    if (local.length === 2 && otherLocal.length === 2 && local[0] === otherLocal[0]) return 0.5;
    if (one.length < SHORTEST || digitsOf(one) !== digitsOf(other)) return MOST_EDITS + 1;
    return edits(one, other);
}

function digitsOf(text: string): string {
    return text.replace(/\D/g, '');
}

/** Levenshtein distance; more than `MOST_EDITS` for texts that are further apart, without saying how far. */
function edits(one: string, other: string): number {
    const far = MOST_EDITS + 1;
    if (Math.abs(one.length - other.length) > MOST_EDITS) return far;
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let index = 1; index <= one.length; index += 1) {
        const next = [index];
        for (let column = 1; column <= other.length; column += 1) {
            const replaced = row[column - 1] + Number(one[index - 1] !== other[column - 1]);
            next.push(Math.min(replaced, row[column] + 1, next[column - 1] + 1));
        }
        if (Math.min(...next) > MOST_EDITS) return far;
        row = next;
    }
    return row[other.length];
}
