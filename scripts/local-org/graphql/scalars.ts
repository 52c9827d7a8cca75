import {
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLScalarType,
    GraphQLString,
    Kind,
    valueFromASTUntyped
} from 'graphql';
import type { Field } from '../objects/field.ts';

/** Longer text fields have another scalar, as in the published schema (AboutMe has 1,000 characters). */
const LONG_TEXT = 255;

function textScalar(name: string): GraphQLScalarType {
    const read = (value: unknown) => {
        if (typeof value === 'string') return value;
        throw new TypeError(`Expected a value of type ${name}.`);
    };
    return new GraphQLScalarType({
        name,
        serialize: String,
        parseValue: read,
        parseLiteral: (node) => read(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : null)
    });
}

/** Accepts numbers, and numbers as text, as the published typings do. */
function numberScalar(name: string): GraphQLScalarType {
    const read = (value: unknown) => {
        const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
        if (typeof number === 'number' && Number.isFinite(number)) return number;
        throw new TypeError(`Expected a value of type ${name}.`);
    };
    return new GraphQLScalarType({
        name,
        serialize: Number,
        parseValue: read,
        parseLiteral: (node) => read(valueFromASTUntyped(node))
    });
}

const TEXT = [
    'Date',
    'DateTime',
    'Email',
    'IdOrRef',
    'LongTextArea',
    'PhoneNumber',
    'Picklist',
    'TextArea',
    'Url'
] as const;

/** The scalars by their published names. */
export const SCALARS: Readonly<Record<string, GraphQLScalarType>> = {
    ID: GraphQLID,
    String: GraphQLString,
    Boolean: GraphQLBoolean,
    Int: GraphQLInt,
    Float: GraphQLFloat,
    Double: numberScalar('Double'),
    Long: numberScalar('Long'),
    ...Object.fromEntries(TEXT.map((name) => [name, textScalar(name)]))
};

export function scalarNamed(name: string): GraphQLScalarType {
    const scalar = SCALARS[name];
    if (!scalar) throw new Error(`Unknown scalar ${name}.`);
    return scalar;
}

export interface FieldTypes {
    scalar: string;
    /** The type of a queried value, such as StringValue. */
    value: string;
    operators: string;
    aggregate: string;
}

/** The published type names for a field. Names of value and aggregate types that aren't published are assumed. */
export function typesOf(field: Field): FieldTypes {
    const named = (scalar: string, stem = scalar) => ({
        scalar,
        value: `${stem}Value`,
        operators: `${stem}Operators`,
        aggregate: `${stem}Aggregate`
    });
    switch (field.type) {
        case 'id':
        case 'reference':
            return { scalar: 'ID', value: 'IDValue', operators: 'IdOperators', aggregate: 'IDAggregate' };
        case 'string':
            return named('String');
        case 'textarea':
            return named(field.length > LONG_TEXT ? 'LongTextArea' : 'TextArea');
        case 'boolean':
            return named('Boolean');
        case 'int':
            return { scalar: 'Int', value: 'IntValue', operators: 'IntegerOperators', aggregate: 'IntAggregate' };
        case 'double':
            return named('Double');
        case 'date':
            return named('Date');
        case 'datetime':
            return named('DateTime');
        case 'picklist':
            return named('Picklist');
        case 'email':
            return named('Email');
        case 'phone':
            return named('PhoneNumber');
        case 'url':
            return named('Url');
    }
}
