import {
    isTemporary,
    MAX_VALUES_PER_LOOKUP,
    OrgFault,
    type FoundUser,
    type UserKey,
    type UserLookup,
    type UserLookupOrg
} from 'c/orgPort';
import { plain, questionKey } from './keys.ts';
import type { Found } from './types.ts';

/**
 * Requests of one import, at most: 500 questions for 50,000 different values, `MORE_REQUESTS` for more pages and for requests
 * that failed, and those for nearest matches.
 */
export const MAX_LOOKUP_REQUESTS = 600;
/** Further pages of answers, and tries after a failure. */
export const MORE_REQUESTS = 60;
/** Questions in flight. Lightning Out shares few connections, and the page has other questions. */
const LANES = 3;
/** Pauses in milliseconds before a failed request is sent again, unless Salesforce names a longer one. */
const PAUSES = [1_000, 3_000, 9_000];

export const NOTHING_FOUND: Found = {
    byKey: new Map(),
    nearest: new Map(),
    incomplete: new Set(),
    unavailable: new Map()
};

export interface LookupOptions {
    isCancelled(): boolean;
    /** Values that have an answer, of all. */
    onProgress(answered: number, of: number): void;
    /** Resolves after so many milliseconds. */
    wait(ms: number): Promise<void>;
}

/** How a lookup ended. What was found until then is kept in any case, so that it can go on later. */
export type LookupEnd = { state: 'done' } | { state: 'cancelled' } | { state: 'failed'; fault: OrgFault };

export type LookupResult = LookupEnd & { found: Found };

/** Asks for values that `found` doesn't have yet, each once, by the hundred. */
export async function lookUp(
    org: UserLookupOrg,
    values: readonly string[],
    by: UserKey,
    found: Found,
    options: LookupOptions
): Promise<LookupResult> {
    const byKey = new Map(found.byKey);
    const incomplete = new Set(found.incomplete);
    const unavailable = new Map(found.unavailable);
    const patience = new Patience(MORE_REQUESTS, options);
    let end: LookupEnd | null = null;
    let next = 0;
    let answered = 0;

    async function lane(): Promise<void> {
        while (end === null && next < values.length) {
            if (options.isCancelled()) {
                end = { state: 'cancelled' };
                return;
            }
            const chunk = values.slice(next, next + MAX_VALUES_PER_LOOKUP);
            next += MAX_VALUES_PER_LOOKUP;
            try {
                await answer(chunk);
            } catch (thrown) {
                if (!(thrown instanceof OrgFault)) throw thrown;
                end ??= options.isCancelled() ? { state: 'cancelled' } : { state: 'failed', fault: thrown };
                return;
            }
            answered += chunk.length;
            options.onProgress(answered, values.length);
        }
    }

    async function answer(chunk: string[]): Promise<void> {
        const users: FoundUser[] = [];
        let after: string | null = null;
        do {
            const page = await patience.ask(org, { by, values: chunk, match: 'equals' }, after);
            if (page.status === 'unavailable') {
                unavailable.set(by, page.words);
                end = { state: 'done' };
                return;
            }
            users.push(...page.users);
            after = page.endCursor;
        } while (after !== null && patience.spend());
        for (const [key, group] of grouped(chunk, by, users)) {
            byKey.set(key, group);
            if (after !== null) incomplete.add(key);
        }
    }

    await Promise.all(Array.from({ length: LANES }, lane));
    return { ...(end ?? { state: 'done' }), found: { ...found, byKey, incomplete, unavailable } };
}

/** Sends requests again that failed for now, as long as there are requests left for it. */
export class Patience {
    private left: number;
    private options: LookupOptions;

    constructor(left: number, options: LookupOptions) {
        this.left = left;
        this.options = options;
    }

    /** Takes one of the requests that are left. @returns false when there is none */
    spend(): boolean {
        this.left -= 1;
        return this.left >= 0;
    }

    /** @throws OrgFault when trying again doesn't help */
    async ask(org: UserLookupOrg, lookup: UserLookup, after: string | null) {
        for (let failures = 0; ; failures += 1) {
            try {
                return await org.usersBy(lookup, after);
            } catch (thrown) {
                const goesOn = thrown instanceof OrgFault && isTemporary(thrown) && !this.options.isCancelled();
                if (!goesOn || failures === PAUSES.length || !this.spend()) throw thrown;
                await this.options.wait(Math.max(PAUSES[failures], thrown.retryAfter ?? 0));
            }
        }
    }
}

/**
 * The users of each value, also of values without one. The org can take texts for the same that we don't, such as with other
 * accents, so a user whose value no one asked for is tried once more without accents.
 */
function grouped(values: string[], by: UserKey, users: readonly FoundUser[]): Map<string, FoundUser[]> {
    const groups = new Map(values.map((value) => [questionKey(value, by), [] as FoundUser[]]));
    let loose: Map<string, FoundUser[]> | null = null;
    for (const user of users) {
        const own = new Set(user.keys.flatMap((key) => entry(groups, questionKey(key, by))));
        if (own.size === 0) {
            loose ??= new Map(values.map((value) => [plain(value), groups.get(questionKey(value, by)) ?? []]));
            for (const key of user.keys) for (const group of entry(loose, plain(key))) own.add(group);
        }
        for (const group of own) group.push(user);
    }
    return groups;
}

function entry(groups: Map<string, FoundUser[]>, key: string): FoundUser[][] {
    const group = groups.get(key);
    return group ? [group] : [];
}
