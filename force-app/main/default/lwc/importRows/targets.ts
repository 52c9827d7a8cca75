import { NO_CENTER } from 'c/csv';
import { toId18, type Id } from 'c/orgPort';
import { folded, meaningOf } from './keys.ts';
import type { Destination, Mapping, NamedCenter } from './types.ts';

/** What a cell says about where to go. */
export type ReadTarget =
    | { destination: Destination }
    | { unknown: 'empty' | 'no match' | 'several'; text: string; candidates: readonly Id[] };

/**
 * Reads targets: an ID, a name, or an internal name of a call center, or `none`. A name of one center that is the internal
 * name of another means the first, because people see names. Two centers of the same name are never told apart by guessing.
 */
export function targetReader(centers: readonly NamedCenter[]): (cell: string | undefined) => ReadTarget {
    const ids = new Set(centers.map(({ id }) => id));
    const byName = grouped(centers, ({ name }) => name);
    const byInternalName = grouped(centers, ({ internalName }) => internalName);
    const known = new Map<string, ReadTarget>();

    function read(cell: string | undefined): ReadTarget {
        const text = meaningOf(cell);
        if (text === '') return { unknown: 'empty', text, candidates: [] };
        const id = toId18(text);
        if (id !== null && ids.has(id)) return { destination: { to: id } };
        const key = folded(text);
        const named = byName.get(key) ?? byInternalName.get(key) ?? [];
        const isNone = key === folded(NO_CENTER);
        if (named.length === 1 && !isNone) return { destination: { to: named[0] } };
        if (isNone && named.length === 0) return { destination: { to: null } };
        return { unknown: named.length === 0 ? 'no match' : 'several', text, candidates: named };
    }

    return (cell) => {
        const key = cell ?? '';
        const target = known.get(key) ?? read(cell);
        known.set(key, target);
        return target;
    };
}

/** Where a row goes: by its own cell, or by the center that was chosen for the import. */
export function targetOf(
    cells: readonly string[],
    { target: { column, chosen } }: Mapping,
    read: (cell: string | undefined) => ReadTarget
): ReadTarget {
    const own = read(column === null ? undefined : cells[column]);
    return 'unknown' in own && own.unknown === 'empty' && chosen ? { destination: chosen } : own;
}

function grouped(centers: readonly NamedCenter[], nameOf: (center: NamedCenter) => string | null): Map<string, Id[]> {
    const groups = new Map<string, Id[]>();
    for (const center of centers) {
        const name = meaningOf(nameOf(center) ?? '');
        if (name === '') continue;
        const group = groups.get(folded(name)) ?? [];
        if (!group.includes(center.id)) group.push(center.id);
        groups.set(folded(name), group);
    }
    return groups;
}
