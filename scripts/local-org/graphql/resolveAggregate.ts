import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { field, type Field, type OrgObject } from '../objects/field.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import type { Measure, Path } from '../query/condition.ts';
import { groupRows, type Grouping } from '../query/select.ts';
import { ApiError } from '../apiError.ts';
import type { Value } from '../store/store.ts';
import { connection, readPage } from './page.ts';
import { isInput, readFilter } from './readFilter.ts';
import { inScope } from './recordScope.ts';
import type { RequestContext } from './requestContext.ts';
import type { ConnectionArgs } from './resolveConnection.ts';
import { selectedBelow, selectedFields } from './selectedFields.ts';

const MEASURES: readonly Measure[] = ['count', 'countDistinct', 'min', 'max', 'sum', 'avg'];
const DOUBLE = field('Double', 'double', 0, '');
/** totalCount doesn't count more groups than this. */
const MAX_GROUPS = 100_000;

export interface AggregateArgs extends ConnectionArgs {
    groupBy?: Record<string, unknown> | null;
}

/** `uiapi { aggregate { User(where, groupBy) } }` in one SQL query. Without groupBy, the result is one row. @throws ApiError */
export function resolveAggregate(
    object: OrgObject,
    args: AggregateArgs,
    { store, session }: RequestContext,
    info: GraphQLResolveInfo
) {
    const page = readPage(args);
    const groupBy = groupedFields(object, args.groupBy ?? {});
    const selected = selectedBelow(info.fieldNodes, info.fragments, ['edges', 'node', 'aggregate']);
    const measures = selectedMeasures(object, selected, groupBy, info);
    const filterContext = { objects: store.objects, now: store.now() };
    const filter = args.where ? readFilter(filterContext, object, args.where) : null;
    const grouping: Grouping = {
        object,
        groupBy: groupBy.map((each) => [each.name]),
        measures: measures.map(({ measure, of }) => ({ measure, path: [of.name] })),
        where: inScope(object, args.scope, session, filter),
        orderBy: readAggregateOrder(args.orderBy ?? {}),
        limit: page.first + 1,
        offset: page.offset
    };
    const rows = groupRows(store, session.mayRead, grouping);
    const node = (row: readonly Value[]) => {
        const aggregate: Record<string, Record<string, unknown>> = {};
        groupBy.forEach((each, index) => (aggregate[each.name] = { value: row[index], field: each }));
        measures.forEach(({ measure, of }, index) => {
            const holder = (aggregate[of.name] ??= { value: null, field: of });
            const value = row[groupBy.length + index] ?? null;
            holder[measure] = { value, field: measure === 'min' || measure === 'max' ? of : DOUBLE };
        });
        return { aggregate };
    };
    const total = () =>
        groupRows(store, session.mayRead, {
            ...grouping,
            measures: [],
            groupBy: grouping.groupBy,
            orderBy: [],
            limit: MAX_GROUPS,
            offset: 0
        }).length;
    return { ...connection(page, rows, node), totalCount: groupBy.length > 0 ? total : 1 };
}

function groupedFields(object: OrgObject, given: Record<string, unknown>): Field[] {
    return Object.entries(given).flatMap(([name, clause]) => {
        const found = fieldNamed(object, name);
        return found && isInput(clause) && clause.group === true ? [found] : [];
    });
}

function selectedMeasures(
    object: OrgObject,
    selected: Map<string, FieldNode[]>,
    groupBy: Field[],
    info: GraphQLResolveInfo
) {
    return [...selected].flatMap(([name, nodes]) => {
        const of = fieldNamed(object, name);
        if (!of) return [];
        const below = selectedFields(nodes, info.fragments);
        if ((below.has('value') || below.has('displayValue')) && !groupBy.includes(of)) {
            throw new ApiError('MALFORMED_QUERY', `Field must be grouped or aggregated: ${of.name}`);
        }
        return MEASURES.filter((measure) => below.has(measure)).map((measure) => ({ measure, of }));
    });
}

function readAggregateOrder(given: Record<string, unknown>): Grouping['orderBy'] {
    return Object.entries(given).flatMap(([name, clause]) => {
        if (!isInput(clause)) return [];
        const path: Path = [name];
        const measure = measureOf(clause.function);
        const nulls = clause.nulls === 'FIRST' ? 'first' : clause.nulls === 'LAST' ? 'last' : null;
        return [{ by: measure ? { measure, path } : path, descending: clause.order === 'DESC', nulls }];
    });
}

function measureOf(name: unknown): Measure | null {
    if (name === 'COUNT') return 'count';
    if (name === 'COUNT_DISTINCT') return 'countDistinct';
    if (name === 'MAX') return 'max';
    if (name === 'MIN') return 'min';
    return null;
}
