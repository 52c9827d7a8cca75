import { isText, type Field } from '../objects/field.ts';
import { ApiError } from '../apiError.ts';
import { likePattern } from '../store/likePattern.ts';
import { comparable, type Bound, type Value } from '../store/store.ts';
import { comparedValue } from './comparedValue.ts';
import type { Comparison, Condition, Path } from './condition.ts';
import type { Scope } from './scope.ts';

/** Levels of nested conditions. SQLite's own limit is 1,000. */
const MAX_DEPTH = 100;

/**
 * Returns the SQL of a condition, and adds the values that it binds to `bound`.
 * @throws ApiError when a field doesn't exist, isn't visible to the user, or isn't filterable, or a value has the wrong
 * type
 */
export function compileCondition(scope: Scope, condition: Condition, bound: Bound[], depth = 0): string {
    if (depth > MAX_DEPTH) throw new ApiError('MALFORMED_QUERY', 'The filter is nested too deeply.');
    switch (condition.kind) {
        case 'all':
            return joined(scope, condition.of, ' AND ', 'TRUE', bound, depth);
        case 'any':
            if (condition.of.some(hasSemiJoin)) {
                throw new ApiError('MALFORMED_QUERY', "Semi join sub-selects are not allowed with the 'OR' operator");
            }
            return joined(scope, condition.of, ' OR ', 'FALSE', bound, depth);
        case 'not':
            return `((${compileCondition(scope, condition.of, bound, depth + 1)}) IS NOT TRUE)`;
        case 'compare':
            return compare(scope, condition.path, condition.comparison, condition.value, bound);
        case 'among': {
            const { alias, field } = filterable(scope, condition.path);
            const values = condition.values.map((value) => comparedValue(field, value));
            const known = values.filter((value) => value !== null);
            const orNull = known.length < values.length ? ` OR ${comparable(alias, field)} IS NULL` : '';
            bound.push(JSON.stringify(known));
            const found = `(${comparable(alias, field)} IN (SELECT value FROM json_each(?))${orNull})`;
            return condition.negated ? `(${found} IS NOT TRUE)` : found;
        }
        case 'within': {
            const { alias, field } = filterable(scope, condition.path);
            const inner = scope.inner(condition.object);
            const chosen = inner.column(condition.field);
            const where = condition.where ? compileCondition(inner, condition.where, bound, depth + 1) : 'TRUE';
            const column = comparable(chosen.alias, chosen.field);
            const found = `(${comparable(alias, field)} IN (SELECT ${column} FROM ${inner.from} WHERE ${where} AND ${column} IS NOT NULL))`;
            return condition.negated ? `(${found} IS NOT TRUE)` : found;
        }
    }
}

/** SOQL refuses a semi-join below OR (from public reports). That GraphQL's filters are read as SOQL is assumed. */
function hasSemiJoin(condition: Condition): boolean {
    switch (condition.kind) {
        case 'within':
            return true;
        case 'all':
        case 'any':
            return condition.of.some(hasSemiJoin);
        case 'not':
            return hasSemiJoin(condition.of);
        case 'compare':
        case 'among':
            return false;
    }
}

function joined(scope: Scope, of: Condition[], word: string, empty: string, bound: Bound[], depth: number): string {
    if (of.length === 0) return empty;
    return `(${of.map((each) => compileCondition(scope, each, bound, depth + 1)).join(word)})`;
}

/** The error message is from public reports of SOQL errors. */
function filterable(scope: Scope, path: Path) {
    const column = scope.column(path);
    if (!column.field.filter) {
        throw new ApiError('INVALID_FIELD', `field '${column.field.name}' can not be filtered in a query call`);
    }
    return column;
}

function compare(scope: Scope, path: Path, comparison: Comparison, value: Value, bound: Bound[]): string {
    const { alias, field } = filterable(scope, path);
    const column = comparable(alias, field);
    if (comparison === 'like') return like(column, field, value, bound);
    const compared = value === '' ? null : comparedValue(field, value);
    if (compared === null) return compareNull(column, comparison);
    bound.push(compared);
    switch (comparison) {
        case 'eq':
            return `(${column} = ?)`;
        case 'ne':
            return `(${column} IS NOT ?)`;
        case 'lt':
            return `(${column} < ?)`;
        case 'lte':
            return `(${column} <= ?)`;
        case 'gt':
            return `(${column} > ?)`;
        case 'gte':
            return `(${column} >= ?)`;
    }
}

function compareNull(column: string, comparison: Exclude<Comparison, 'like'>): string {
    switch (comparison) {
        case 'eq':
            return `(${column} IS NULL)`;
        case 'ne':
            return `(${column} IS NOT NULL)`;
        case 'lt':
        case 'lte':
        case 'gt':
        case 'gte':
            return 'FALSE';
    }
}

function like(column: string, field: Field, value: Value, bound: Bound[]): string {
    if (!isText(field.type)) {
        throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.type} field`);
    }
    if (value === null) return 'FALSE';
    const pattern = likePattern(String(value), field.length);
    if (pattern === null) return 'FALSE';
    bound.push(pattern);
    return `(${column} LIKE ? ESCAPE '\\')`;
}
