import {
    DirectiveLocation,
    GraphQLBoolean,
    GraphQLDirective,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    specifiedDirectives,
    type GraphQLFieldConfigArgumentMap,
    type GraphQLFieldConfigMap
} from 'graphql';
import type { OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { aggregateConnection, aggregateOrderBy } from './aggregateTypes.ts';
import { DeleteInput, InputTypes, MutationsInput } from './inputTypes.ts';
import { objectInfoType, resolveObjectInfos } from './objectInfoType.ts';
import { RecordTypes } from './recordTypes.ts';
import type { RequestContext } from './requestContext.ts';
import { resolveAggregate } from './resolveAggregate.ts';
import { resolveConnection } from './resolveConnection.ts';
import { SupportedScopes } from './recordScope.ts';
import { resolveMutations, type Operation, type Outcomes } from './resolveMutations.ts';
import type { Variant } from '../variants/variant.ts';
import { scalarNamed } from './scalars.ts';

/** The API versions that brought a part of GraphQL (documented). `updateRecord` is Record in the payload of updates. */
export const FIRST = { graphql: 56, mutations: 59, optional: 65, updateRecord: 66 } as const;

/** What the payload of an update holds. */
type UpdatePayload = 'Id' | 'success' | 'Record';

type Fields = GraphQLFieldConfigMap<unknown, RequestContext>;

/** Leaves out a field that the user can't see, instead of failing the query (documented, v65). */
export const OPTIONAL = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

/**
 * The schema of UI API's GraphQL, generated from the table of objects. UI API doesn't support CallCenter.
 * @param version of the API
 */
export function createSchema(
    objects: ObjectTable,
    variant: Variant | null = null,
    version: number = FIRST.updateRecord
): GraphQLSchema {
    const payload = variant?.withoutRecord ? 'Id' : version < FIRST.updateRecord ? 'success' : 'Record';
    const served = objects.all.filter((object) => object.uiApi);
    const inputs = new InputTypes(objects, variant?.notInUpdates);
    const records = new RecordTypes(objects);
    const RecordQuery = objectType(
        'RecordQuery',
        Object.fromEntries(served.map((object) => [object.name, queryField(object, inputs, records)]))
    );
    const RecordQueryAggregate = objectType(
        'RecordQueryAggregate',
        Object.fromEntries(served.map((object) => [object.name, aggregateField(object, inputs)]))
    );
    const UIAPI = objectType('UIAPI', {
        query: { type: new GraphQLNonNull(RecordQuery), resolve: () => ({}) },
        aggregate: { type: new GraphQLNonNull(RecordQueryAggregate), resolve: () => ({}) },
        objectInfos: {
            type: new GraphQLList(objectInfoType),
            args: { apiNames: { type: new GraphQLList(GraphQLString) } },
            resolve: (_source, args, { store, session }) => resolveObjectInfos(store.objects, session, args.apiNames)
        }
    });
    const isWithoutMutations = variant?.withoutMutations || version < FIRST.mutations;
    return new GraphQLSchema({
        query: objectType('Query', { uiapi: { type: new GraphQLNonNull(UIAPI), resolve: () => ({}) } }),
        mutation: isWithoutMutations ? null : mutationType(served, inputs, records, payload),
        directives: version < FIRST.optional ? specifiedDirectives : [...specifiedDirectives, OPTIONAL],
        types: served.map((object) => records.record(object))
    });
}

function queryField(object: OrgObject, inputs: InputTypes, records: RecordTypes): Fields[string] {
    return {
        type: records.connection(object),
        args: {
            ...pageArgs(),
            scope: { type: SupportedScopes },
            // Documented. It changes nothing here, because the embedded org keeps no list of recently used records.
            updateMRU: { type: GraphQLBoolean },
            where: { type: inputs.filter(object) },
            orderBy: { type: inputs.orderBy(object) }
        },
        resolve: (_source, args, context, info) => resolveConnection(object, args, context, info)
    };
}

function aggregateField(object: OrgObject, inputs: InputTypes): Fields[string] {
    return {
        type: aggregateConnection(object),
        args: {
            ...pageArgs(),
            scope: { type: SupportedScopes },
            where: { type: inputs.filter(object) },
            groupBy: { type: inputs.groupBy(object) },
            orderBy: { type: aggregateOrderBy(object) }
        },
        resolve: (_source, args, context, info) => resolveAggregate(object, args, context, info)
    };
}

function pageArgs(): GraphQLFieldConfigArgumentMap {
    return { first: { type: GraphQLInt }, after: { type: GraphQLString }, upperBound: { type: GraphQLInt } };
}

function mutationType(
    served: OrgObject[],
    inputs: InputTypes,
    records: RecordTypes,
    updatePayload: UpdatePayload
): GraphQLObjectType {
    const operations = new Map<string, Operation>();
    const createPayload = updatePayload === 'Id' ? 'Id' : 'Record';
    const fields: Fields = {};
    const DeletePayload = objectType('RecordDeletePayload', { Id: { type: scalarNamed('ID') } });
    const add = (
        name: string,
        operation: Operation,
        input: GraphQLFieldConfigArgumentMap[string]['type'],
        type: GraphQLObjectType
    ) => {
        operations.set(name, operation);
        fields[name] = {
            type,
            args: { input: { type: new GraphQLNonNull(input) } },
            resolve: (source, _args, _context, info) => payloadOf(source as Outcomes, String(info.path.key))
        };
    };
    for (const object of served) {
        const contents = {
            Id: { type: scalarNamed('ID') },
            success: { type: GraphQLBoolean },
            Record: { type: records.record(object) }
        };
        const payload = (name: string, selected: UpdatePayload) =>
            objectType(`${name}Payload`, { [selected]: contents[selected] });
        const { name } = object;
        if (object.create)
            add(
                `${name}Create`,
                { kind: 'create', object },
                inputs.write(object, 'create'),
                payload(`${name}Create`, createPayload)
            );
        if (object.update)
            add(
                `${name}Update`,
                { kind: 'update', object },
                inputs.write(object, 'update'),
                payload(`${name}Update`, updatePayload)
            );
        if (object.delete) add(`${name}Delete`, { kind: 'delete', object }, DeleteInput, DeletePayload);
    }
    const UIAPIMutations = objectType('UIAPIMutations', fields);
    return objectType('Mutation', {
        uiapi: {
            type: new GraphQLNonNull(UIAPIMutations),
            args: { input: { type: MutationsInput } },
            resolve: (_source, args: { input?: { allOrNone?: boolean | null } | null }, context, info) =>
                resolveMutations(args.input?.allOrNone ?? true, operations, UIAPIMutations, context, info)
        }
    });
}

/** An operation that fails is null in `data` and has an entry in `errors`. @throws ApiError */
function payloadOf(outcomes: Outcomes, key: string) {
    const outcome = outcomes.get(key);
    if (!outcome) throw new Error(`The alias ${key} has no result.`);
    if ('error' in outcome) throw outcome.error;
    return outcome.payload;
}

function objectType(name: string, fields: Fields): GraphQLObjectType {
    return new GraphQLObjectType({ name, fields });
}
