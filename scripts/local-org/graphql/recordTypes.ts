import {
    GraphQLBoolean,
    GraphQLID,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    type GraphQLFieldConfig,
    type GraphQLFieldConfigMap
} from 'graphql';
import { field, type OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import type { FieldValue } from '../records/fieldValue.ts';
import { weakEtag } from '../records/weakEtag.ts';
import { scalarNamed } from './scalars.ts';
import type { RecordNode } from './recordShape.ts';
import { valueType } from './valueTypes.ts';

const ID_VALUE = field('Id', 'reference', 18, '');
const TIME_VALUE = field('Time', 'datetime', 0, '');

/** `Long!`, computed from the record's last change (assumed). */
const WeakEtag: GraphQLFieldConfig<unknown, unknown> = {
    type: new GraphQLNonNull(scalarNamed('Long')),
    resolve: (source) => weakEtag(valueOf((source as RecordNode).SystemModstamp))
};

/** The name of the record. */
function displayName(object: OrgObject): GraphQLFieldConfig<unknown, unknown> {
    return { type: GraphQLString, resolve: (source) => valueOf((source as RecordNode)[object.nameField]) };
}

const RecordInterface = new GraphQLInterfaceType({
    name: 'Record',
    fields: {
        Id: { type: new GraphQLNonNull(GraphQLID) },
        ApiName: { type: new GraphQLNonNull(GraphQLString) },
        WeakEtag: { type: new GraphQLNonNull(scalarNamed('Long')) },
        DisplayValue: { type: GraphQLString },
        LastModifiedById: { type: valueType(ID_VALUE) },
        LastModifiedDate: { type: valueType(TIME_VALUE) },
        SystemModstamp: { type: valueType(TIME_VALUE) }
    },
    resolveType: (source: RecordNode) => source.ApiName
});

export const PageInfo = new GraphQLObjectType({
    name: 'PageInfo',
    fields: {
        hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
        startCursor: { type: GraphQLString },
        endCursor: { type: GraphQLString }
    }
});

/** The types of records, edges, and connections, created once per name. */
export class RecordTypes {
    readonly #objects: ObjectTable;
    readonly #made = new Map<string, GraphQLObjectType>();

    constructor(objects: ObjectTable) {
        this.#objects = objects;
    }

    record(object: OrgObject): GraphQLObjectType {
        return this.#once(object.name, () => ({
            interfaces: [RecordInterface],
            extensions: { orgObject: object },
            fields: () => this.#fields(object)
        }));
    }

    connection(object: OrgObject): GraphQLObjectType {
        const edge = this.#once(`${object.name}Edge`, () => ({
            fields: () => ({ node: { type: this.record(object) }, cursor: { type: new GraphQLNonNull(GraphQLString) } })
        }));
        return this.#once(`${object.name}Connection`, () => ({
            fields: {
                edges: { type: new GraphQLList(edge) },
                pageInfo: { type: new GraphQLNonNull(PageInfo) },
                totalCount: { type: new GraphQLNonNull(GraphQLInt) },
                pageResultCount: { type: new GraphQLNonNull(GraphQLInt) }
            }
        }));
    }

    #fields(object: OrgObject): GraphQLFieldConfigMap<unknown, unknown> {
        const fields: GraphQLFieldConfigMap<unknown, unknown> = {
            Id: { type: new GraphQLNonNull(GraphQLID) },
            ApiName: { type: new GraphQLNonNull(GraphQLString) },
            WeakEtag,
            DisplayValue: displayName(object)
        };
        for (const each of object.fields) {
            if (each.type !== 'id' && each.uiApi) fields[each.name] = { type: valueType(each) };
            const target = each.relationshipName === null ? undefined : this.#objects.named(each.referenceTo[0] ?? '');
            if (target?.uiApi && each.relationshipName !== null)
                fields[each.relationshipName] = { type: this.record(target) };
        }
        return fields;
    }

    #once(
        name: string,
        config: () => Omit<ConstructorParameters<typeof GraphQLObjectType>[0], 'name'>
    ): GraphQLObjectType {
        const made = this.#made.get(name) ?? new GraphQLObjectType({ name, ...config() });
        this.#made.set(name, made);
        return made;
    }
}

function valueOf(value: RecordNode[string] | undefined): unknown {
    return typeof value === 'object' && value !== null && 'field' in value ? (value as FieldValue).value : value;
}
