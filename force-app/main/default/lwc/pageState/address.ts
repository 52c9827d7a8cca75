import { toId18, type Id, type MembershipFilter, type UserSearch } from 'c/orgPort';

/** The views of the page. A new view is one more name here, and one more part in the page's template. */
export const VIEWS = ['users', 'history', 'check'] as const;
export type View = (typeof VIEWS)[number];

/** What a link to the page asks for. */
export interface Address {
    view: View;
    center: Id | null;
    /** The user to find and show. */
    user: Id | null;
    search: LinkedSearch;
}

/** The search that a link asks for. */
export type LinkedSearch = Pick<UserSearch, 'text' | 'membership' | 'memberOf' | 'profileIds' | 'roleIds' | 'isActive'>;

const MEMBERSHIPS: readonly MembershipFilter[] = ['everyone', 'here', 'elsewhere', 'none'];
/** Characters. No searched field is longer (Email, 128; see the describe of User). */
const LONGEST_TEXT = 128;

/**
 * Reads a link's query string, such as that of /lightning/n/Switchboard?c__center=04v… (Lightning passes on parameters
 * with a namespace). Whatever is missing, unknown, or of another object is left out.
 * The page reads its address itself, because Lightning Out has no navigation module.
 */
export function readAddress(query: string): Address {
    const parameters = new URLSearchParams(query);
    const value = (name: string): string => valueOf(parameters, name) ?? '';
    const id = (name: string, prefix: string): Id | null =>
        value(name).startsWith(prefix) ? toId18(value(name)) : null;
    const ids = (name: string, prefix: string): Id[] => [id(name, prefix) ?? []].flat();
    const text = value('search').trim();
    const status = value('status');
    return {
        view: VIEWS.find((known) => known === value('view')) ?? 'users',
        center: id('center', '04v'),
        user: id('user', '005'),
        search: {
            text: text.length > LONGEST_TEXT ? '' : text,
            membership: MEMBERSHIPS.find((known) => known === value('membership')) ?? 'everyone',
            memberOf: id('memberOf', '04v'),
            profileIds: ids('profile', '00e'),
            roleIds: ids('role', '00E'),
            isActive: status === 'active' ? true : status === 'inactive' ? false : null
        }
    };
}

/**
 * The part of a link's search that makes sense for what is selected. *Here* and *Elsewhere* are seen from the link's
 * call center, so they wait until it's selected.
 */
export function searchFrom({ center, search }: Address, chosen: string): LinkedSearch {
    const isSelected = center === null || center === chosen;
    const isLost = search.membership === 'here' && (chosen === 'everyone' || chosen === 'none');
    return isSelected && !isLost ? search : { ...search, membership: 'everyone' };
}

/**
 * Parameters have the namespace `c`, or that of the package (documented, Aura guide, "Add Query Parameters").
 */
function valueOf(parameters: URLSearchParams, name: string): string | null {
    return [...parameters].find(([key]) => key.endsWith(`__${name}`))?.[1] ?? null;
}
