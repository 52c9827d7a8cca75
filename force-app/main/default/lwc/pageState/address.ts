import { SORT_FIELDS, toId18, type Id, type MembershipFilter, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';

/** The views of the page. A new view is one more name here, and one more part in the page's template. */
export const VIEWS = ['users', 'checks', 'history', 'check', 'import', 'export', 'requests'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the page says, and what a link to the page asks for. */
export interface Address {
    view: View;
    /** A call center, or `none` for the users without one; null is the list of everyone. */
    center: Id | 'none' | null;
    /** The user to find and show. The page itself writes the search that it found them by. */
    user: Id | null;
    /** A review or results have the place of everything else. Only this page has them, so a link never says so. */
    isCovered: boolean;
    search: LinkedSearch;
}

/** The search of an address: a `UserSearch` without its target, which is the address's call center. */
export type LinkedSearch = Omit<UserSearch, 'target'>;

/** The names of an address's parameters, without their namespace. */
export const PARAMETERS = [
    'view',
    'center',
    'user',
    'panel',
    'search',
    'membership',
    'memberOf',
    'profile',
    'role',
    'status',
    'sort'
] as const;
export type Parameter = (typeof PARAMETERS)[number];

const MEMBERSHIPS: readonly MembershipFilter[] = ['everyone', 'here', 'elsewhere', 'none'];
/** Between values of a parameter. Unlike a comma, it stays as it is in an address. */
export const SEPARATOR = '.';
/** The value of the parameter for an open review, or open results. */
export const OPEN = 'open';
/** Characters. No searched field is longer (Email, 128; see the describe of User). */
const LONGEST_TEXT = 128;

/**
 * Reads a query string, such as that of /lightning/n/Switchboard?c__center=04v… Parameters have the namespace `c`, or
 * that of the package (documented, LWC guide, "Add Query Parameters"). Whatever is missing, unknown, or of another
 * object is left out, so every query string is an address.
 */
export function readAddress(query: string): Address {
    const given = [...new URLSearchParams(query)];
    const value = (name: Parameter): string => given.find(([key]) => isParameter(key, name))?.[1] ?? '';
    const id = (name: Parameter, prefix: string): Id | null => idOf(value(name), prefix);
    const ids = (name: Parameter, prefix: string): Id[] => [
        ...new Set(
            value(name)
                .split(SEPARATOR)
                .flatMap((text) => idOf(text, prefix) ?? [])
        )
    ];
    const center = value('center') === 'none' ? 'none' : id('center', '04v');
    const status = value('status');
    return {
        view: VIEWS.find((known) => known === value('view')) ?? 'users',
        center,
        user: id('user', '005'),
        isCovered: value('panel') === OPEN,
        search: {
            text: textOf(value('search')),
            membership: membershipOf(value('membership'), center),
            memberOf: id('memberOf', '04v'),
            profileIds: ids('profile', '00e'),
            roleIds: ids('role', '00E'),
            isActive: status === 'active' ? true : status === 'inactive' ? false : null,
            sort: sortOf(value('sort'))
        }
    };
}

/**
 * The part of a link's search that makes sense for what is selected. *Here* and *Elsewhere* are seen from the link's
 * call center, so they wait until it's selected.
 */
export function searchFrom({ center, search }: Address, chosen: string): LinkedSearch {
    const isSelected = center === null || center === chosen;
    return isSelected ? search : { ...search, membership: 'everyone' };
}

export function isParameter(key: string, name: Parameter): boolean {
    return key.endsWith(`__${name}`);
}

function idOf(text: string, prefix: string): Id | null {
    return text.startsWith(prefix) ? toId18(text) : null;
}

/** A text that no user can match is left out. */
export function textOf(text: string): string {
    const length = [...text.trim()].length;
    return length === 0 || length > LONGEST_TEXT ? '' : text;
}

/** Users without a call center are what their list shows by itself. Nobody is here without a call center to be in. */
function membershipOf(text: string, center: Address['center']): MembershipFilter {
    const known = MEMBERSHIPS.find((membership) => membership === text);
    const isLost = known === 'here' && (center === null || center === 'none');
    return known === undefined || isLost ? membershipFrom(center) : known;
}

export function membershipFrom(center: Address['center']): MembershipFilter {
    return center === 'none' ? 'none' : EVERYONE.membership;
}

function sortOf(text: string): UserSearch['sort'] {
    const [name, direction] = text.split(SEPARATOR);
    const field = SORT_FIELDS.find((known) => known === name);
    return field && (direction === undefined || direction === 'desc')
        ? { field, descending: direction === 'desc' }
        : EVERYONE.sort;
}
