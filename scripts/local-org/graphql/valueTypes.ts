import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString, type GraphQLFieldConfigMap } from 'graphql';
import type { Field } from '../objects/field.ts';
import { displayValue, type FieldValue } from '../records/fieldValue.ts';
import { scalarNamed, typesOf } from './scalars.ts';

const FieldValueInterface = new GraphQLInterfaceType({
    name: 'FieldValue',
    fields: { displayValue: { type: GraphQLString } },
    resolveType: (source: FieldValue) => typesOf(source.field).value
});

const made = new Map<string, GraphQLObjectType>();

/** `StringValue { value displayValue }` and so on. Picklists also have a label. */
export function valueType(field: Field): GraphQLObjectType {
    const { value: name, scalar } = typesOf(field);
    const type =
        made.get(name) ??
        new GraphQLObjectType<FieldValue>({
            name,
            interfaces: [FieldValueInterface],
            fields: () => {
                const fields: GraphQLFieldConfigMap<FieldValue, unknown> = {
                    value: { type: scalarNamed(scalar) },
                    displayValue: { type: GraphQLString, resolve: displayValue }
                };
                if (name === 'PicklistValue') fields.label = { type: GraphQLString, resolve: (source) => source.value };
                return fields;
            }
        });
    made.set(name, type);
    return type;
}
