import {
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    type GraphQLFieldConfigMap
} from 'graphql';
import { field, isText, type Field, type OrgObject } from '../objects/field.ts';
import { displayValue } from '../records/fieldValue.ts';
import { NullsOrder, ResultsOrder } from './inputTypes.ts';
import { PageInfo } from './recordTypes.ts';
import { scalarNamed, typesOf } from './scalars.ts';
import { valueType } from './valueTypes.ts';

/** Counts are Long in the published typings. Sums and averages are Double (assumed). */
const LongValue = new GraphQLObjectType({
    name: 'LongValue',
    fields: { value: { type: scalarNamed('Long') }, displayValue: { type: GraphQLString } }
});
const DOUBLE = field('Double', 'double', 0, '');
const made = new Map<string, GraphQLObjectType>();

/**
 * `IDAggregate { value displayValue count countDistinct }`. Numbers also have sum and avg, and every type but boolean has
 * min and max.
 */
function fieldAggregate(of: Field): GraphQLObjectType {
    const { aggregate: name, scalar } = typesOf(of);
    const type =
        made.get(name) ??
        new GraphQLObjectType({
            name,
            fields: () => {
                const fields: GraphQLFieldConfigMap<{ value: never; field: Field }, unknown> = {
                    value: { type: scalarNamed(scalar) },
                    displayValue: { type: GraphQLString, resolve: displayValue },
                    count: { type: LongValue },
                    countDistinct: { type: LongValue }
                };
                if (of.type === 'int' || of.type === 'double') {
                    fields.sum = { type: valueType(DOUBLE) };
                    fields.avg = { type: valueType(DOUBLE) };
                }
                if (of.type !== 'boolean') {
                    fields.min = { type: valueType(of) };
                    fields.max = { type: valueType(of) };
                }
                return fields;
            }
        });
    made.set(name, type);
    return type;
}

/** The names are assumed: `UserAggregateConnection`, `UserAggregateEdge`, `UserResult`, `UserAggregate`. */
export function aggregateConnection(object: OrgObject): GraphQLObjectType {
    const aggregate = new GraphQLObjectType({
        name: `${object.name}Aggregate`,
        extensions: { orgObject: object },
        fields: () =>
            Object.fromEntries(
                object.fields
                    .filter((each) => each.uiApi && (each.filter || each.group))
                    .map((each) => [each.name, { type: fieldAggregate(each) }])
            )
    });
    const result = new GraphQLObjectType({ name: `${object.name}Result`, fields: { aggregate: { type: aggregate } } });
    const edge = new GraphQLObjectType({
        name: `${object.name}AggregateEdge`,
        fields: { node: { type: result }, cursor: { type: new GraphQLNonNull(GraphQLString) } }
    });
    return new GraphQLObjectType({
        name: `${object.name}AggregateConnection`,
        fields: {
            edges: { type: new GraphQLList(edge) },
            pageInfo: { type: new GraphQLNonNull(PageInfo) },
            totalCount: { type: new GraphQLNonNull(GraphQLInt) },
            pageResultCount: { type: new GraphQLNonNull(GraphQLInt) }
        }
    });
}

const StringClause = new GraphQLInputObjectType({
    name: 'AggregateOrderByStringClause',
    fields: {
        order: { type: ResultsOrder },
        nulls: { type: NullsOrder },
        function: {
            type: new GraphQLEnumType({
                name: 'AggregateOrderByStringFunction',
                values: { COUNT: {}, COUNT_DISTINCT: {}, MAX: {}, MIN: {} }
            })
        }
    }
});

/** The name is assumed. Ids, references, and text are supported, because those are the fields to group by. */
export function aggregateOrderBy(object: OrgObject): GraphQLInputObjectType {
    const ordered = object.fields.filter(
        (each) => each.group && (isText(each.type) || each.type === 'id' || each.type === 'reference')
    );
    return new GraphQLInputObjectType({
        name: `${object.name}_AggregateOrderBy`,
        fields: () => Object.fromEntries(ordered.map((each) => [each.name, { type: StringClause }]))
    });
}
