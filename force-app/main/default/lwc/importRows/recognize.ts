import type { Sheet } from 'c/csv';
import type { UserKey } from 'c/orgPort';
import { roleOfHeader } from './headers.ts';
import { meaningOf } from './keys.ts';
import { looksOf, type Looks } from './looks.ts';
import { targetReader } from './targets.ts';
import type { Destination, Mapping, NamedCenter } from './types.ts';

/** A column as it's shown. */
export interface Column {
    /** Counted from 0. */
    index: number;
    /** Its header, or null when the sheet has none. */
    name: string | null;
    use: 'user' | 'target' | 'not used';
    /** What its cells look like, as far as they look like anything. */
    looks: Looks;
}

/**
 * What is wrong or doubtful about the columns. `no rows`, `no user`, and `no target` stop the import. The others are said:
 * the header has one name twice (`twice`), several columns could be meant (`doubled`; the first of `columns` is used), or the
 * cells don't look like what the header says (`unlike`).
 */
export type ColumnProblem =
    | { problem: 'no rows' | 'no user' | 'no target' }
    | { problem: 'twice'; name: string; columns: number[] }
    | { problem: 'doubled'; use: 'user' | 'target'; columns: number[] }
    | { problem: 'unlike'; column: number; looks: Looks };

export interface Recognized {
    mapping: Mapping;
    columns: Column[];
    problems: ColumnProblem[];
}

interface Candidate {
    column: number;
    by: UserKey;
    rank: number;
}

/** How sure a column is that only its cells tell. Every header is surer. */
const BY_LOOKS = 1_000;
/** The surest key first, when only the cells tell. */
const LOOKS_RANKS: UserKey[] = ['id', 'username or email', 'name'];

/** Whether the first row of a sheet is a header: a known name is in it, or its cells look unlike the ones below. */
export function hasHeader(sheet: Sheet, centers: readonly NamedCenter[]): boolean {
    const [first, ...rest] = sheet.header ? [{ cells: sheet.header }, ...sheet.rows] : sheet.rows;
    if (first === undefined) return false;
    const read = targetReader(centers);
    if (first.cells.some((cell) => roleOfHeader(cell) !== null)) return true;
    const looks = first.cells.map((cell) => looksOf([cell], read));
    if (looks.every((one) => one === null)) return rest.length > 0;
    return !first.cells.some((_, column) => {
        const below = looksOf(columnOf(rest, column), read);
        return looks[column] !== null && (below === looks[column] || rest.length === 0 || looks[column] !== 'name');
    });
}

/** A sheet that was read without a header, with its first row as the header. */
export function withHeader(sheet: Sheet): Sheet {
    const [first, ...rows] = sheet.rows;
    return sheet.header || first === undefined ? sheet : { ...sheet, header: first.cells, rows };
}

/** Tells what the columns mean, by their names and by what their cells look like. */
export function recognize(sheet: Sheet, centers: readonly NamedCenter[], chosen: Destination | null): Recognized {
    const read = targetReader(centers);
    const width = Math.max(sheet.header?.length ?? 0, ...sheet.rows.slice(0, 200).map(({ cells }) => cells.length));
    const indexes = Array.from({ length: width }, (_, index) => index);
    const looks = indexes.map((index) => looksOf(columnOf(sheet.rows, index), read));
    const roles = indexes.map((index) => (sheet.header ? roleOfHeader(sheet.header[index] ?? '') : null));

    const users = indexes.flatMap((column): Candidate[] => {
        const role = roles[column];
        if (role?.role === 'user') return [{ column, by: keyFor(role.by, looks[column]), rank: role.rank }];
        const seen = looks[column];
        if (role || seen === null || seen === 'target') return [];
        return [{ column, by: seen, rank: BY_LOOKS + LOOKS_RANKS.indexOf(seen) }];
    });
    const targets = indexes.flatMap((column) => {
        const role = roles[column];
        if (role?.role === 'target') return [{ column, rank: role.rank }];
        return !role && looks[column] === 'target' ? [{ column, rank: BY_LOOKS }] : [];
    });
    const user = users.toSorted((one, other) => one.rank - other.rank)[0] ?? null;
    const target = targets.toSorted((one, other) => one.rank - other.rank)[0] ?? null;

    const mapping: Mapping = {
        user: user && { column: user.column, by: user.by },
        target: { column: target?.column ?? null, chosen }
    };
    const doubled = (use: 'user' | 'target', candidates: { column: number; rank: number }[]): ColumnProblem[] => {
        const [best, ...same] = candidates.filter(
            ({ rank }) => rank === Math.min(...candidates.map((one) => one.rank))
        );
        return same.length === 0
            ? []
            : [{ problem: 'doubled', use, columns: [best, ...same].map(({ column }) => column) }];
    };
    const problems: ColumnProblem[] = [...doubled('user', users), ...doubled('target', targets)];
    if (target && rolesDiffer(looks[target.column]))
        problems.push({ problem: 'unlike', column: target.column, looks: looks[target.column] });
    return {
        mapping,
        columns: columnsOf(sheet, mapping, looks),
        problems: [...problems, ...problemsOf(sheet, mapping)]
    };
}

/** The columns as a changed mapping uses them. */
export function columnsOf({ header }: Sheet, { user, target }: Mapping, looks: readonly Looks[]): Column[] {
    const useOf = (index: number) =>
        index === user?.column ? 'user' : index === target.column ? 'target' : 'not used';
    return looks.map((one, index) => ({
        index,
        name: header ? (header[index] ?? '') : null,
        use: useOf(index),
        looks: one
    }));
}

/** What is wrong with a mapping, recognized or changed by a person. */
export function problemsOf({ header, rows }: Sheet, { user, target }: Mapping): ColumnProblem[] {
    const problems: ColumnProblem[] = [];
    if (rows.length === 0) problems.push({ problem: 'no rows' });
    if (user === null) problems.push({ problem: 'no user' });
    if (target.column === null && target.chosen === null) problems.push({ problem: 'no target' });
    const byName = new Map<string, number[]>();
    for (const [index, cell] of (header ?? []).entries()) {
        const name = meaningOf(cell);
        if (name !== '') byName.set(name, [...(byName.get(name) ?? []), index]);
    }
    for (const [name, columns] of byName) if (columns.length > 1) problems.push({ problem: 'twice', name, columns });
    return problems;
}

/** A header says more than cells, but a column called User or Login can also hold IDs or names. */
function keyFor(by: UserKey, looks: Looks): UserKey {
    return by === 'username or email' && (looks === 'id' || looks === 'name') ? looks : by;
}

/** Whether the cells of a target column look like users. */
function rolesDiffer(looks: Looks): boolean {
    return looks !== null && looks !== 'target';
}

function columnOf(rows: readonly { cells: string[] }[], column: number): string[] {
    return rows.slice(0, 1_000).map(({ cells }) => cells[column] ?? '');
}
