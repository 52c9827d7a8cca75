import { fill, LABELS } from 'c/labels';
import type { Choice, Id, UserSearch } from 'c/orgPort';

/** A filter that is on, and what takes it off. */
export interface Chip {
    key: string;
    text: string;
    removeName: string;
    change: Partial<UserSearch>;
}

interface Names {
    /** Null where users can't be found by call center. */
    centers: Choice[] | null;
    profiles: Choice[];
    roles: Choice[];
}

/** One chip for each value, so that one of several profiles can be taken off. */
export function chipsOf(search: UserSearch, { centers, profiles, roles }: Names): Chip[] {
    const { memberOf, profileIds, roleIds, isActive } = search;
    return [
        ...(memberOf ? [chip(memberOf, LABELS.callCenter, nameIn(centers ?? [], memberOf), { memberOf: null })] : []),
        ...profileIds.map((id) =>
            chip(id, LABELS.profile, nameIn(profiles, id), { profileIds: profileIds.filter((one) => one !== id) })
        ),
        ...roleIds.map((id) =>
            chip(id, LABELS.role, nameIn(roles, id), { roleIds: roleIds.filter((one) => one !== id) })
        ),
        ...(isActive === null
            ? []
            : [chip('status', LABELS.status, isActive ? LABELS.activeOnly : LABELS.inactiveOnly, { isActive: null })])
    ];
}

function chip(key: string, field: string, value: string, change: Partial<UserSearch>): Chip {
    const text = fill(LABELS.chip, field, value);
    return { key, text, removeName: fill(LABELS.removeFilter, text), change };
}

/** An ID stands for a name that wasn't read yet. */
function nameIn(choices: Choice[], id: Id): string {
    return choices.find((choice) => choice.id === id)?.name ?? id;
}
