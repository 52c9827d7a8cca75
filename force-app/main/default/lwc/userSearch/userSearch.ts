/** What the admin is looking for. */
import type { UserSearch } from 'c/orgPort';
import { wordsOf } from './words.ts';
export { readAllUsers } from './readAllUsers.ts';
export { matcherOf, matchesWords, wordsOf } from './words.ts';

/** Rows requested per page of users. lightning-datatable draws 100 rows in about half a second and 1,000 in eight. */
export const USERS_PER_PAGE = 100;
/** The most rows the table shows; beyond that, the admin narrows the search. More would take half a minute to draw. */
export const USERS_SHOWN = 1000;
/** No searched field is longer (Email, 128; see the describe of User), so a longer word matches no one. */
const LONGEST_VALUE = 128;
/** Words of one search. Each is looked for in four fields, and no name has as many. */
const MOST_WORDS = 16;

export const EVERYONE: UserSearch = {
    text: '',
    membership: 'everyone',
    target: null,
    memberOf: null,
    profileIds: [],
    roleIds: [],
    isActive: null,
    sort: { field: 'name', descending: false }
};

/** False when no user can match, so that no request is needed. */
export function canMatch(search: UserSearch): boolean {
    const words = wordsOf(search.text);
    return words.length <= MOST_WORDS && words.every((word) => [...word].length <= LONGEST_VALUE);
}

/** Whether a search depends on the call centers of users. */
export function filtersByCenter({ membership, memberOf }: UserSearch): boolean {
    return membership !== 'everyone' || memberOf !== null;
}

/** How many filters are on, beside the text and the membership. */
export function filtersOn({ memberOf, profileIds, roleIds, isActive }: UserSearch): number {
    return [memberOf !== null, profileIds.length > 0, roleIds.length > 0, isActive !== null].filter(Boolean).length;
}

/** Whether two searches ask the org the same question. The target matters only to filters that depend on it. */
export function sameQuestion(one: UserSearch, other: UserSearch): boolean {
    return JSON.stringify(questionOf(one)) === JSON.stringify(questionOf(other));
}

function questionOf({ text, membership, target, sort, ...filters }: UserSearch) {
    const dependsOnTarget = membership === 'here' || membership === 'elsewhere';
    const { memberOf, profileIds, roleIds, isActive } = filters;
    return [
        wordsOf(text),
        membership,
        dependsOnTarget ? target : null,
        memberOf,
        profileIds.toSorted(),
        roleIds.toSorted(),
        isActive,
        sort.field,
        sort.descending
    ];
}
