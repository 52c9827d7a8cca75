import { GraphQLInterfaceType, GraphQLObjectType, GraphQLString, type GraphQLFieldConfigMap } from 'graphql';
import type { Field } from '../objects/field.ts';
import type { FieldValue } from './recordShape.ts';
import { scalarNamed, typesOf } from './scalars.ts';

const FieldValueInterface = new GraphQLInterfaceType({
    name: 'FieldValue',
    fields: { displayValue: { type: GraphQLString } },
    resolveType: (source: FieldValue) => typesOf(source.field).value
});

const made = new Map<string, GraphQLObjectType>();

/** `StringValue { value displayValue }` and the others; picklists also have a label. */
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

/** Only what the platform formats has a display value: times, numbers and picklists, here for locale en_US in UTC. */
export function displayValue({ value, field }: FieldValue): string | null {
    if (value === null) return null;
    switch (field.type) {
        case 'datetime':
            return TIME.format(new Date(String(value)));
        case 'date':
            return DATE.format(new Date(`${value}T00:00:00Z`));
        case 'int':
        case 'double':
            return NUMBER.format(Number(value));
        case 'picklist':
            return String(value);
        case 'id':
        case 'reference':
        case 'string':
        case 'textarea':
        case 'boolean':
        case 'email':
        case 'phone':
        case 'url':
            return null;
    }
}

const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-US');
