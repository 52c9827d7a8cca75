import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLString,
    type GraphQLInputFieldConfigMap,
    type GraphQLInputType
} from 'graphql';
import type { Field, OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { scalarNamed, typesOf } from './scalars.ts';

const NullOrder = enumType('NullOrder', ['FIRST', 'LAST']);
export const NullsOrder = enumType('NullsOrder', ['FIRST', 'LAST']);
const ResultOrder = enumType('ResultOrder', ['ASC', 'DESC']);
export const ResultsOrder = enumType('ResultsOrder', ['ASC', 'DESC']);

export const DateLiteral = enumType('DateLiteral', [
    'LAST_90_DAYS',
    'LAST_MONTH',
    'LAST_WEEK',
    'LAST_YEAR',
    'NEXT_90_DAYS',
    'NEXT_MONTH',
    'NEXT_WEEK',
    'NEXT_YEAR',
    'THIS_MONTH',
    'THIS_WEEK',
    'THIS_YEAR',
    'TODAY',
    'TOMORROW',
    'YESTERDAY'
]);

const OrderByClause = input('OrderByClause', () => ({ order: { type: ResultOrder }, nulls: { type: NullOrder } }));
const NoFunctionAggregateOrderByClause = input('NoFunctionAggregateOrderByClause', () => ({
    order: { type: ResultsOrder },
    nulls: { type: NullsOrder }
}));
/** Published samples show `{ group: true }`. The rest is assumed, and date functions aren't supported. */
const GroupByClause = input('GroupByClause', () => ({ group: { type: GraphQLBoolean } }));
export const MutationsInput = input('UIAPIMutationsInput', () => ({
    allOrNone: { type: GraphQLBoolean, defaultValue: true }
}));
export const DeleteInput = input('RecordDeleteInput', () => ({
    Id: { type: new GraphQLNonNull(scalarNamed('IdOrRef')) }
}));

/** The input types of the schema, created once per name from the table of objects. */
export class InputTypes {
    readonly #objects: ObjectTable;
    readonly #notInUpdates: readonly string[];
    readonly #made = new Map<string, GraphQLInputObjectType>();

    /** @param notInUpdates fields that can't be updated, such as `User.CallCenterId` */
    constructor(objects: ObjectTable, notInUpdates: readonly string[] = []) {
        this.#objects = objects;
        this.#notInUpdates = notInUpdates;
    }

    filter(object: OrgObject): GraphQLInputObjectType {
        return this.#once(`${object.name}_Filter`, (self) => ({
            ...this.#related(object, (target) => this.filter(target)),
            ...each(
                object.fields.filter((field) => field.filter),
                (field) => this.#operators(field)
            ),
            and: { type: new GraphQLList(self) },
            or: { type: new GraphQLList(self) },
            not: { type: self }
        }));
    }

    orderBy(object: OrgObject): GraphQLInputObjectType {
        return this.#once(`${object.name}_OrderBy`, () => ({
            ...this.#related(object, (target) => this.orderBy(target)),
            ...each(object.fields.filter(isOrderable), (field) =>
                field.sort ? OrderByClause : NoFunctionAggregateOrderByClause
            )
        }));
    }

    groupBy(object: OrgObject): GraphQLInputObjectType {
        return this.#once(`${object.name}_GroupBy`, () =>
            each(
                object.fields.filter((field) => field.group),
                () => GroupByClause
            )
        );
    }

    /** `UserUpdateInput { Id, User: UserUpdateRepresentation }` */
    write(object: OrgObject, write: 'create' | 'update'): GraphQLInputObjectType {
        const name = `${object.name}${write === 'create' ? 'Create' : 'Update'}`;
        const representation = this.#once(`${name}Representation`, () =>
            each(
                object.fields.filter(
                    (field) =>
                        field[write] &&
                        (write === 'create' || !this.#notInUpdates.includes(`${object.name}.${field.name}`))
                ),
                (field) => scalarNamed(idOrScalar(field))
            )
        );
        return this.#once(`${name}Input`, () => ({
            ...(write === 'update' ? { Id: { type: new GraphQLNonNull(scalarNamed('IdOrRef')) } } : {}),
            [object.name]: { type: new GraphQLNonNull(representation) }
        }));
    }

    #operators(field: Field): GraphQLInputObjectType {
        const { operators, scalar } = typesOf(field);
        return this.#once(operators, () => {
            const value = this.#operand(scalar);
            const equal = { eq: { type: value }, ne: { type: value } };
            if (scalar === 'Boolean') return equal;
            const ranges = { gt: { type: value }, gte: { type: value }, lt: { type: value }, lte: { type: value } };
            const lists = { in: { type: new GraphQLList(value) }, nin: { type: new GraphQLList(value) } };
            const hasLike = !['ID', 'Int', 'Double', 'Date', 'DateTime'].includes(scalar);
            const joins = scalar === 'ID' ? { inq: { type: this.#join() }, ninq: { type: this.#join() } } : {};
            return { ...equal, ...ranges, ...lists, ...(hasLike ? { like: { type: value } } : {}), ...joins };
        });
    }

    #operand(scalar: string): GraphQLInputType {
        if (scalar !== 'Date' && scalar !== 'DateTime') return scalarNamed(scalar);
        return this.#once(`${scalar}Input`, () => ({
            value: { type: scalarNamed(scalar) },
            literal: { type: DateLiteral },
            range: { type: this.#dateRange() }
        }));
    }

    #dateRange(): GraphQLInputObjectType {
        const names = ['last_n_days', 'next_n_days', 'n_days_ago', 'last_n_months', 'next_n_months', 'n_months_ago'];
        return this.#once('DateRange', () => Object.fromEntries(names.map((name) => [name, { type: GraphQLInt }])));
    }

    #join(): GraphQLInputObjectType {
        return this.#once('JoinInput', () => ({
            ...Object.fromEntries(this.#served().map((object) => [object.name, { type: this.filter(object) }])),
            ApiName: { type: GraphQLString }
        }));
    }

    #served(): OrgObject[] {
        return this.#objects.all.filter((object) => object.uiApi);
    }

    #related(object: OrgObject, type: (target: OrgObject) => GraphQLInputObjectType): GraphQLInputFieldConfigMap {
        return Object.fromEntries(
            object.fields.flatMap((field) => {
                const target =
                    field.relationshipName === null ? undefined : this.#objects.named(field.referenceTo[0] ?? '');
                return target?.uiApi && field.relationshipName !== null
                    ? [[field.relationshipName, { type: type(target) }]]
                    : [];
            })
        );
    }

    #once(name: string, fields: (self: GraphQLInputObjectType) => GraphQLInputFieldConfigMap): GraphQLInputObjectType {
        const made = this.#made.get(name) ?? input(name, fields);
        this.#made.set(name, made);
        return made;
    }
}

/** The published order types include booleans that can't be sorted, with a clause of their own. */
function isOrderable(field: Field): boolean {
    return field.sort || (field.type === 'boolean' && field.filter);
}

function idOrScalar(field: Field): string {
    return field.type === 'reference' ? 'IdOrRef' : typesOf(field).scalar;
}

function each(fields: readonly Field[], type: (field: Field) => GraphQLInputType): GraphQLInputFieldConfigMap {
    return Object.fromEntries(
        fields.filter((field) => field.uiApi).map((field) => [field.name, { type: type(field) }])
    );
}

function enumType(name: string, values: string[]): GraphQLEnumType {
    return new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });
}

function input(
    name: string,
    fields: (self: GraphQLInputObjectType) => GraphQLInputFieldConfigMap
): GraphQLInputObjectType {
    const type: GraphQLInputObjectType = new GraphQLInputObjectType({ name, fields: () => fields(type) });
    return type;
}
