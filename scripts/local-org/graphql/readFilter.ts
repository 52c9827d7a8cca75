import type { OrgObject } from '../objects/field.ts';
import { fieldNamed, relationshipNamed, type ObjectTable } from '../objects/objectTable.ts';
import type { Comparison, Condition, Order, Path } from '../query/condition.ts';
import { ApiError } from '../apiError.ts';
import type { Value } from '../store/store.ts';
import { dayRange } from './dateRange.ts';

type Input = Record<string, unknown>;

/** The context of a filter. Literals such as TODAY are relative to `now`. */
export interface FilterContext {
    objects: ObjectTable;
    now: Date;
}

/** Converts a coerced `X_Filter` to a condition. All fields of one filter must match. @throws ApiError */
export function readFilter(context: FilterContext, object: OrgObject, filter: Input, prefix: Path = []): Condition {
    const of: Condition[] = [];
    for (const [name, given] of Object.entries(filter)) {
        if (given === null || given === undefined) continue;
        if (name === 'and' || name === 'or') {
            const parts = (given as (Input | null)[]).flatMap((part) =>
                part ? [readFilter(context, object, part, prefix)] : []
            );
            if (parts.length > 0) of.push({ kind: name === 'and' ? 'all' : 'any', of: parts });
        } else if (name === 'not') {
            of.push({ kind: 'not', of: readFilter(context, object, given as Input, prefix) });
        } else {
            of.push(...readField(context, object, name, given as Input, prefix));
        }
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}

function readField(context: FilterContext, object: OrgObject, name: string, given: Input, prefix: Path): Condition[] {
    const path = [...prefix, name];
    if (fieldNamed(object, name))
        return Object.entries(given).map(([operator, value]) => readOperator(context, path, operator, value));
    const target = context.objects.named(relationshipNamed(object, name)?.referenceTo[0] ?? '');
    if (!target) throw new ApiError('INVALID_FIELD', `${object.name} has no field ${name}.`);
    return [readFilter(context, target, given, path)];
}

function readOperator(context: FilterContext, path: Path, operator: string, value: unknown): Condition {
    switch (operator) {
        case 'eq':
        case 'ne':
        case 'lt':
        case 'lte':
        case 'gt':
        case 'gte':
        case 'like':
            return compare(context, path, operator, value);
        case 'in':
        case 'nin': {
            const given = Array.isArray(value) ? value : [value];
            const values = given.map((each) => (isInput(each) ? ((each.value ?? null) as Value) : (each as Value)));
            return { kind: 'among', path, values, negated: operator === 'nin' };
        }
        case 'inq':
        case 'ninq':
            return readJoin(context, path, value, operator === 'ninq');
        default:
            throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', `invalid operator ${operator}`);
    }
}

/** Date operands are wrapped: a value, a literal such as TODAY, or a range. The last two can mean several days. */
function compare(context: FilterContext, path: Path, comparison: Comparison, value: unknown): Condition {
    if (!isInput(value)) return { kind: 'compare', path, comparison, value: (value ?? null) as Value };
    if (Object.keys(value).length === 0 || value.value !== undefined) {
        return { kind: 'compare', path, comparison, value: (value.value ?? null) as Value };
    }
    const { from, until } = dayRange(value, context.now);
    const before = (time: string): Condition => ({ kind: 'compare', path, comparison: 'lt', value: time });
    const since = (time: string): Condition => ({ kind: 'compare', path, comparison: 'gte', value: time });
    switch (comparison) {
        case 'eq':
            return { kind: 'all', of: [since(from), before(until)] };
        case 'ne':
            return { kind: 'any', of: [before(from), since(until)] };
        case 'lt':
            return before(from);
        case 'lte':
            return before(until);
        case 'gt':
            return since(until);
        case 'gte':
            return since(from);
        case 'like':
            throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on datetime field');
    }
}

/** `{ User: { … }, ApiName: "ManagerId" }`: a filter on one object, and the field to compare with. */
function readJoin(context: FilterContext, path: Path, given: unknown, negated: boolean): Condition {
    const join = isInput(given) ? given : {};
    const [entry, ...others] = Object.entries(join).filter(([name, value]) => name !== 'ApiName' && value);
    const object = context.objects.named(entry?.[0] ?? '');
    if (!object || others.length > 0)
        throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', 'A join names exactly one object.');
    const field = [typeof join.ApiName === 'string' ? join.ApiName : 'Id'];
    const where = isInput(entry?.[1]) ? readFilter(context, object, entry[1]) : null;
    return { kind: 'within', path, object, field, where, negated };
}

/** Converts a coerced `X_OrderBy`. The fields keep their order. */
export function readOrder(object: OrgObject, objects: ObjectTable, given: Input, prefix: Path = []): Order[] {
    return Object.entries(given).flatMap(([name, clause]) => {
        if (!isInput(clause)) return [];
        const path = [...prefix, name];
        if (!fieldNamed(object, name)) {
            const target = objects.named(relationshipNamed(object, name)?.referenceTo[0] ?? '');
            return target ? readOrder(target, objects, clause, path) : [];
        }
        const nulls = clause.nulls === 'FIRST' ? 'first' : clause.nulls === 'LAST' ? 'last' : null;
        return [{ path, descending: clause.order === 'DESC', nulls }];
    });
}

export function isInput(value: unknown): value is Input {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
