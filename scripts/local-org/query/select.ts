import type { OrgObject } from '../objects/field.ts';
import { ApiError } from '../apiError.ts';
import { comparable, fromColumn, type Bound, type Store, type Value } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import { compileCondition } from './compileCondition.ts';
import type { Condition, Measure, Order, Path } from './condition.ts';
import { Scope, type Column, type Readable } from './scope.ts';

export interface Selection {
    object: OrgObject;
    /** The values of each row, in this order. */
    paths: readonly Path[];
    where: Condition | null;
    orderBy: readonly Order[];
    /** Null for all rows. */
    limit: number | null;
    offset: number;
}

export interface Grouping {
    object: OrgObject;
    groupBy: readonly Path[];
    measures: readonly { measure: Measure; path: Path }[];
    where: Condition | null;
    orderBy: readonly {
        descending: boolean;
        nulls: 'first' | 'last' | null;
        by: Path | { measure: Measure; path: Path };
    }[];
    limit: number | null;
    offset: number;
}

/**
 * Returns rows as arrays, in the order of `paths`. Text sorts by its folded form. Equal rows sort by Id, so that pages
 * never overlap, although a real org doesn't guarantee any order for them.
 * @throws ApiError
 */
export function selectRows(store: Store, readable: Readable, selection: Selection): Value[][] {
    const isSortedPage = selection.orderBy.length > 0 && selection.limit !== null && selection.limit <= MAX_PAGE_ROWS;
    return isSortedPage ? selectSortedPage(store, readable, selection) : selectAtOnce(store, readable, selection);
}

/** Rows of the largest page, plus the one that shows whether there's another page. */
const MAX_PAGE_ROWS = 2001;

function selectAtOnce(store: Store, readable: Readable, selection: Selection): Value[][] {
    const scope = new Scope(store.objects, selection.object, readable);
    const columns = selection.paths.map((path) => scope.column(path));
    const { sql, bound } = filteredAndSorted(scope, selection);
    const rows = store.all(`SELECT ${listed(columns)} FROM ${scope.from} ${sql}`, bound);
    return rows.map((row) => valuesOf(store, columns, row));
}

/**
 * Finds and sorts the ids first, and then reads the rows of this page. That way, sorting 100,000 users reads a narrow
 * index, and only the rows of the page are read in full and joined with their parents. A single statement takes three
 * times as long.
 */
function selectSortedPage(store: Store, readable: Readable, selection: Selection): Value[][] {
    const sorted = new Scope(store.objects, selection.object, readable);
    const { sql, bound } = filteredAndSorted(sorted, selection);
    const ids = store
        .all(`SELECT ${sorted.root}."Id" AS id FROM ${sorted.from} ${sql}`, bound)
        .map((row) => String(row.id));
    const scope = new Scope(store.objects, selection.object, readable);
    const columns = selection.paths.map((path) => scope.column(path));
    const among = `${scope.root}."Id" IN (SELECT value FROM json_each(?))`;
    const rows = store.all(`SELECT ${scope.root}."Id" AS id, ${listed(columns)} FROM ${scope.from} WHERE ${among}`, [
        JSON.stringify(ids)
    ]);
    const byId = new Map(rows.map((row) => [String(row.id), row]));
    return ids.flatMap((id) => {
        const row = byId.get(id);
        return row ? [valuesOf(store, columns, row)] : [];
    });
}

function filteredAndSorted(
    scope: Scope,
    { where, orderBy, limit, offset }: Selection
): { sql: string; bound: Bound[] } {
    const bound: Bound[] = [];
    const filter = where ? compileCondition(scope, where, bound) : 'TRUE';
    const tieBreak = `${scope.root}."Id"${orderBy.at(-1)?.descending ? ' DESC' : ''}`;
    const order = [...orderBy.map((each) => ordered(sortable(scope, each.path), each)), tieBreak];
    bound.push(limit ?? -1, offset);
    return { sql: `WHERE ${filter} ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`, bound };
}

function listed(columns: Column[]): string {
    return columns.map(({ alias, field }, index) => `${alias}.${quoted(field.name)} AS c${index}`).join(', ');
}

function valuesOf(store: Store, columns: Column[], row: Record<string, Bound>): Value[] {
    return columns.map(({ field }, index) => {
        switch (field.formula) {
            case 'NOW()':
                return store.now().toISOString();
            case null:
                return fromColumn(field, row[`c${index}`]);
        }
    });
}

/** @throws ApiError */
export function countRows(store: Store, readable: Readable, object: OrgObject, where: Condition | null): number {
    const scope = new Scope(store.objects, object, readable);
    const bound: Bound[] = [];
    const sql = where ? ` WHERE ${compileCondition(scope, where, bound)}` : '';
    return Number(store.get(`SELECT count(*) AS n FROM ${scope.from}${sql}`, bound)?.n);
}

/**
 * Returns one array per group: first the values that it's grouped by, then the measures. Without `groupBy`, there's
 * one group.
 * @throws ApiError
 */
export function groupRows(store: Store, readable: Readable, grouping: Grouping): Value[][] {
    const scope = new Scope(store.objects, grouping.object, readable);
    const groups = grouping.groupBy.map((path) => groupable(scope, path));
    const measures = grouping.measures.map(({ measure, path }) => ({ measure, column: scope.column(path) }));
    const picked = [
        ...groups.map(({ alias, field }) => `min(${alias}.${quoted(field.name)})`),
        ...measures.map(({ measure, column }) => measureSql(measure, column))
    ];
    const bound: Bound[] = [];
    const where = grouping.where ? compileCondition(scope, grouping.where, bound) : 'TRUE';
    const order = [
        ...grouping.orderBy.map((each) => {
            if ('measure' in each.by)
                return `${measureSql(each.by.measure, scope.column(each.by.path))} ${direction(each)}`;
            return ordered(groupable(scope, each.by), each);
        }),
        ...groups.map(({ alias, field }) => comparable(alias, field))
    ];
    const keys = groups.map(({ alias, field }) => comparable(alias, field)).join(', ');
    const sql = [
        `SELECT ${picked.map((each, index) => `${each} AS c${index}`).join(', ')} FROM ${scope.from} WHERE ${where}`,
        keys && `GROUP BY ${keys}`,
        order.length > 0 && `ORDER BY ${order.join(', ')}`,
        'LIMIT ? OFFSET ?'
    ];
    const rows = store.all(sql.filter(Boolean).join(' '), [...bound, grouping.limit ?? -1, grouping.offset]);
    const fields = [
        ...groups.map(({ field }) => field),
        ...measures.map(({ measure, column }) => (isValue(measure) ? column.field : null))
    ];
    return rows.map((row) =>
        fields.map((field, index) => (field ? fromColumn(field, row[`c${index}`]) : Number(row[`c${index}`] ?? 0)))
    );
}

function measureSql(measure: Measure, { alias, field }: Column): string {
    const column = `${alias}.${quoted(field.name)}`;
    switch (measure) {
        case 'count':
            return field.nillable ? `count(${column})` : 'count(*)';
        case 'countDistinct':
            return `count(DISTINCT ${comparable(alias, field)})`;
        case 'min':
        case 'max':
        case 'sum':
        case 'avg':
            return `${measure}(${column})`;
    }
}

function isValue(measure: Measure): boolean {
    return measure === 'min' || measure === 'max';
}

function sortable(scope: Scope, path: Path): Column {
    const column = scope.column(path);
    if (!column.field.sort) {
        throw new ApiError('MALFORMED_QUERY', `field '${column.field.name}' can not be sorted in a query call`);
    }
    return column;
}

function groupable(scope: Scope, path: Path): Column {
    const column = scope.column(path);
    if (!column.field.group) {
        throw new ApiError('MALFORMED_QUERY', `field '${column.field.name}' can not be grouped in a query call`);
    }
    return column;
}

/** The alias that Scope assigns to the object of the query. */
const ROOT = 't0';

/** Omits the order of nulls if there can't be any, because it would keep SQLite from reading the index backward. */
function ordered({ alias, field }: Column, order: { descending: boolean; nulls: 'first' | 'last' | null }): string {
    const column = comparable(alias, field);
    const neverNull = !field.nillable && alias === ROOT;
    return neverNull ? `${column}${order.descending ? ' DESC' : ''}` : `${column} ${direction(order)}`;
}

function direction({ descending, nulls }: { descending: boolean; nulls: 'first' | 'last' | null }): string {
    return `${descending ? 'DESC' : 'ASC'} NULLS ${nulls === 'last' ? 'LAST' : 'FIRST'}`;
}
