import type { User } from './users.ts';

/**
 * By what a list names users. Each is one question to the org; `username or email` asks for both at once.
 * SOQL compares text regardless of case (documented), so an answer can have other capitals than the question.
 */
export const USER_KEYS = [
    'id',
    'username',
    'email',
    'username or email',
    'federation id',
    'employee number',
    'alias',
    'name'
] as const;
export type UserKey = (typeof USER_KEYS)[number];

/** Values of one question. SOQL takes more, but one answer should fit one page even if some values have several users. */
export const MAX_VALUES_PER_LOOKUP = 100;

/** Beginnings of one question: each of them is a condition of its own, for each field. */
export const MAX_STARTS_PER_LOOKUP = 10;

/** Which users to look up. */
export interface UserLookup {
    by: UserKey;
    /** At most `MAX_VALUES_PER_LOOKUP`. IDs have 18 characters, because the org rejects a question with any other. */
    values: string[];
    /** `starts`: users whose field begins with one of at most `MAX_STARTS_PER_LOOKUP` values. Not for IDs. */
    match: 'equals' | 'starts';
}

export interface FoundUser extends User {
    /** What the fields asked for hold, such as the username and the email. Fields without a value are left out. */
    keys: string[];
}

/**
 * `unavailable`: the org doesn't have the field, or hides it from this user, so no one can be looked up by it. `words` are
 * the org's own.
 */
export type LookupAnswer =
    | {
          status: 'found';
          users: FoundUser[];
          /** Pass it to get the next 2,000 users; null when there are no more. */
          endCursor: string | null;
      }
    | { status: 'unavailable'; words: string };

export interface UserLookupOrg {
    /**
     * Looks up users by the hundred, 2,000 per page. Never from a cache. Values without a user are just missing.
     * @throws OrgFault `hidden` when field-level security hides the call centers of users, `invalid` for too many values
     */
    usersBy(lookup: UserLookup, after: string | null): Promise<LookupAnswer>;
}
