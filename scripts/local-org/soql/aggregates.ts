import type { FieldType, OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import type { Field } from '../objects/field.ts';
import type { Measure, Path } from '../query/condition.ts';
import type { Grouping } from '../query/select.ts';
import type { Value } from '../store/store.ts';
import { aggregateOf, readHaving } from './having.ts';
import { malformed, notSupported } from './soqlErrors.ts';
import { columnOf, pathOf, type SoqlContext } from './soqlContext.ts';
import { writtenOf } from './selectList.ts';

/** A column of an AggregateResult. `field` is null when the value is a computed number, not a value of a field. */
interface AggregateColumn {
    name: string;
    /** Whether the name is an alias, or one that the org generated (`expr0`). */
    aggregate: boolean;
    at: number;
    field: Field | null;
}

export interface GroupPlan {
    groupBy: Path[];
    measures: Grouping['measures'][number][];
    orderBy: Grouping['orderBy'][number][];
    having: ((row: Value[]) => boolean) | null;
    columns: AggregateColumn[];
}

export function isAggregate(query: Query): boolean {
    return query.groupBy !== undefined || (query.fields ?? []).some((each) => measureNamed(each) !== null);
}

/** @throws ApiError */
export function readGroups(context: SoqlContext, query: Query): GroupPlan {
    const groupBy = [query.groupBy ?? []].flat().map((clause) => {
        if (!('field' in clause)) throw notSupported(`GROUP BY ${clause.fn.rawValue ?? clause.fn.functionName ?? ''}`);
        return canonical(context, clause.field);
    });
    const measures: GroupPlan['measures'] = [];
    const columns: AggregateColumn[] = [];
    const measureAt = (name: string, parameter: string) => {
        const wanted = measureOf(context, name, parameter);
        const known = measures.findIndex((each) => each.measure === wanted.measure && same(each.path, wanted.path));
        return groupBy.length + (known >= 0 ? known : measures.push(wanted) - 1);
    };
    const groupAt = (written: string) => {
        const path = canonical(context, written);
        return groupBy.findIndex((each) => same(each, path));
    };

    let unnamed = 0;
    for (const selected of query.fields ?? []) {
        if (selected.type === 'Field' || selected.type === 'FieldRelationship') {
            const written = writtenOf(selected);
            const at = groupAt(written);
            const { field } = columnOf(context, pathOf(context, written));
            if (at < 0) throw malformed(`Field must be grouped or aggregated: ${field.name}`);
            const alias = 'alias' in selected ? selected.alias : undefined;
            addColumn({ name: alias ?? field.name, aggregate: alias !== undefined, at, field });
        } else {
            const measure = measureNamed(selected);
            if (measure === null || selected.type !== 'FieldFunctionExpression') {
                throw notSupported('This expression in an aggregate query');
            }
            const { aggregate, parameter } = aggregateOf(selected);
            const at = measureAt(aggregate, parameter);
            const isValue = measure === 'min' || measure === 'max';
            const { field } = columnOf(context, pathOf(context, parameter));
            const name = selected.alias ?? `expr${unnamed++}`;
            addColumn({ name, aggregate: true, at, field: isValue ? field : null });
        }
    }
    const having =
        query.having &&
        readHaving(query.having, (written) => {
            if ('aggregate' in written) return measureAt(written.aggregate, written.parameter);
            const at = groupAt(written.field);
            if (at < 0) throw malformed(`Field must be grouped or aggregated: ${written.field}`);
            return at;
        });
    const orderBy = [query.orderBy ?? []].flat().map((clause) => orderOf(clause));
    return { groupBy, measures, orderBy, having: having ?? null, columns };

    function addColumn(column: AggregateColumn): void {
        if (columns.some((each) => each.name.toLowerCase() === column.name.toLowerCase())) {
            throw malformed(`duplicate alias: ${column.name}`);
        }
        columns.push(column);
    }

    function orderOf(clause: OrderByClause): GroupPlan['orderBy'][number] {
        const direction = { descending: clause.order === 'DESC', nulls: nullsOf(clause) };
        if ('fn' in clause) {
            const { aggregate, parameter } = aggregateOf(clause.fn);
            return { ...direction, by: measureOf(context, aggregate, parameter) };
        }
        if (groupAt(clause.field) < 0) {
            throw malformed(`Ordered field must be grouped or aggregated: ${clause.field}`);
        }
        return { ...direction, by: canonical(context, clause.field) };
    }
}

export function nullsOf({ nulls }: OrderByClause): 'first' | 'last' | null {
    if (nulls === undefined) return null;
    return nulls === 'FIRST' ? 'first' : 'last';
}

function measureNamed(selected: FieldType): Measure | null {
    if (selected.type !== 'FieldFunctionExpression') return null;
    switch (selected.functionName.toUpperCase()) {
        case 'COUNT':
            return 'count';
        case 'COUNT_DISTINCT':
            return 'countDistinct';
        case 'MIN':
            return 'min';
        case 'MAX':
            return 'max';
        case 'SUM':
            return 'sum';
        case 'AVG':
            return 'avg';
        default:
            return null;
    }
}

/** Supported types are documented (SOQL reference, "Support for Field Types in Aggregate Functions"). */
function measureOf(context: SoqlContext, name: string, parameter: string): { measure: Measure; path: Path } {
    const measure = measureNamed({ type: 'FieldFunctionExpression', functionName: name, parameters: [] });
    if (measure === null) throw notSupported(`${name}()`);
    if (parameter === '') throw malformed(`unexpected token: ')'`);
    const path = canonical(context, parameter);
    const { field } = columnOf(context, path);
    const isNumber = field.type === 'int' || field.type === 'double';
    const isUnsupported = field.type === 'boolean' || ((measure === 'sum' || measure === 'avg') && !isNumber);
    if (isUnsupported) throw malformed(`field ${field.name} does not support aggregate operator ${name.toUpperCase()}`);
    return { measure, path };
}

function canonical(context: SoqlContext, written: string): string[] {
    const path = pathOf(context, written);
    return [...path.slice(0, -1).map((step) => step.toLowerCase()), columnOf(context, path).field.name];
}

function same(one: Path, other: Path): boolean {
    return one.length === other.length && one.every((step, index) => step === other[index]);
}
