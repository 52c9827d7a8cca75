import { EVERYONE } from 'c/userSearch';
import {
    isParameter,
    membershipFrom,
    OPEN,
    PARAMETERS,
    SEPARATOR,
    textOf,
    type Address,
    type Parameter
} from './address.ts';

/** The parameters of an address without their namespace. A value that is the default isn't there. */
export type AddressParameters = Partial<Record<Parameter, string>>;

/** The parameters that `readAddress` reads as this address. A text that matches no user, because it's too long, is left out. */
export function writeAddress({ view, center, user, isCovered, search }: Address): AddressParameters {
    const { membership, memberOf, profileIds, roleIds, isActive, sort } = search;
    const isDefaultSort = sort.field === EVERYONE.sort.field && sort.descending === EVERYONE.sort.descending;
    return withoutEmpty({
        view: view === 'users' ? null : view,
        center,
        user,
        panel: isCovered ? OPEN : null,
        // Half of a character, as some programs copy it, can't be part of an address.
        search: textOf(search.text.toWellFormed()),
        membership: membership === membershipFrom(center) ? null : membership,
        memberOf,
        profile: profileIds.join(SEPARATOR),
        role: roleIds.join(SEPARATOR),
        status: isActive === null ? null : isActive ? 'active' : 'inactive',
        sort: isDefaultSort ? null : [sort.field, ...(sort.descending ? ['desc'] : [])].join(SEPARATOR)
    });
}

/**
 * A page's parameters with those of another address. Parameters that aren't ours stay; one that the address doesn't have is
 * undefined, which takes it out (documented, LWC guide, "Add Query Parameters").
 * @param prefix of the parameters: the namespace and two underscores
 */
export function stateWith(
    address: Address,
    prefix: string,
    state: Readonly<Record<string, string | undefined>>
): Record<string, string | undefined> {
    const ours = Object.keys(state).filter((key) => PARAMETERS.some((name) => isParameter(key, name)));
    return {
        ...state,
        ...Object.fromEntries(ours.map((key) => [key, undefined])),
        ...Object.fromEntries(Object.entries(writeAddress(address)).map(([name, value]) => [prefix + name, value]))
    };
}

/** The query string of a link to an address, or nothing for the list of everyone. */
export function linkQuery(address: Address, prefix: string): string {
    const query = queryOf(stateWith(address, prefix, {}));
    return query && `?${query}`;
}

/** The query string of a page's parameters, for `readAddress`. */
export function queryOf(state: Readonly<Record<string, string | undefined>>): string {
    const given = Object.entries(state).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
    return new URLSearchParams(given).toString();
}

/** Whether two addresses say the same. */
export function sameAddress(one: Address, other: Address): boolean {
    return JSON.stringify(writeAddress(one)) === JSON.stringify(writeAddress(other));
}

function withoutEmpty(values: Record<Parameter, string | null>): AddressParameters {
    return Object.fromEntries(PARAMETERS.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}
