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
/** Values that are compared, and users that are sorted, before the page gets a turn. */
const VALUES_PER_TURN = 20;
const USERS_PER_TURN = 2_000;
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
    const near = await nearness(some, read.values(), by, options);
    for (const [index, value] of some.entries()) {
        const user = near(value);
        if (user) nearest.set(questionKey(value, by), user);
        // The page gets a turn now and then: an org can have thousands of users to compare with.
        if (index % VALUES_PER_TURN === VALUES_PER_TURN - 1) await options.wait(0);
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

/** A text of a user, without accents and case. */
interface Key {
    text: string;
    user: FoundUser;
}

/**
 * Finds the one user that is nearest to one of these values. Only texts are compared that can be near: with the same first
 * letters, the same digits, and nearly the same length. Of 50,000 users, few have such a text, and only those are kept.
 */
async function nearness(
    values: readonly string[],
    users: Iterable<FoundUser>,
    by: UserKey,
    { wait }: LookupOptions
): Promise<(value: string) => FoundUser | null> {
    const groups = new Map<string, Key[]>(
        values.flatMap((value) => groupsNear(plain(value)).map((name): [string, Key[]] => [name, []]))
    );
    const add = (name: string, key: Key) => groups.get(name)?.push(key);
    let index = 0;
    for (const user of users) {
        index += 1;
        if (index % USERS_PER_TURN === 0) await wait(0);
        for (const text of new Set(keysBy(user, by).map(plain))) {
            add(text, { text, user });
            if (text.includes('@')) add(localOf(text), { text, user });
            add(similar(text, text.length), { text, user });
        }
    }
    return (value) => {
        const wanted = plain(value);
        const same = groups.get(wanted) ?? [];
        if (same.length > 0) return onlyUser(same);
        const sameLocal = wanted.includes('@') ? (groups.get(localOf(wanted)) ?? []) : [];
        if (sameLocal.length > 0) return onlyUser(sameLocal);
        if (wanted.length < SHORTEST) return null;
        const byEdits: Key[][] = [[], [], []];
        for (const name of similarTo(wanted))
            for (const key of groups.get(name) ?? []) byEdits[edits(wanted, key.text)]?.push(key);
        return onlyUser(byEdits.find((keys) => keys.length > 0) ?? []);
    };
}

/** Names a group of texts with the same local part. */
function localOf(text: string): string {
    return text.slice(0, text.lastIndexOf('@') + 1);
}

/** Names the groups whose texts can be near to this one. */
function groupsNear(text: string): string[] {
    return [text, localOf(text), ...similarTo(text)];
}

function similarTo(text: string): string[] {
    return Array.from({ length: 2 * MOST_EDITS + 1 }, (_, more) => similar(text, text.length - MOST_EDITS + more));
}

/** Names a group of texts that can be near to each other. */
function similar(text: string, length: number): string {
    return `${text.slice(0, NAME_START - 1)} ${text.replace(/\D/g, '')} ${length}`;
}

/** The user of these texts; null when they are of several users. */
function onlyUser(keys: readonly Key[]): FoundUser | null {
    return keys.length > 0 && keys.every(({ user }) => user.id === keys[0].user.id) ? keys[0].user : null;
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
