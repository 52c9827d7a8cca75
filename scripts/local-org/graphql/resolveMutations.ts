import {
    getArgumentValues,
    GraphQLError,
    type FieldNode,
    type GraphQLObjectType,
    type GraphQLResolveInfo
} from 'graphql';
import type { OrgObject } from '../objects/field.ts';
import { selectRows } from '../query/select.ts';
import { ApiError } from '../apiError.ts';
import type { Row, Value } from '../store/store.ts';
import { createRecord, deleteRecord, updateRecord } from '../writes/recordWrite.ts';
import { recordShape, type RecordNode } from './recordShape.ts';
import type { RequestContext } from './requestContext.ts';
import { fieldsOf, selectedBelow } from './selectedFields.ts';

export type Operation = { kind: 'create' | 'update' | 'delete'; object: OrgObject };

/** The result of one alias: the payload that its selection reads, or the error. */
export type AliasOutcome = { payload: { Id: string; success: true; Record: RecordNode | null } } | { error: ApiError };
export type Outcomes = ReadonlyMap<string, AliasOutcome>;

/** The message of the collections resource (observed in a client). That GraphQL uses it too is assumed. */
const ROLLED_BACK = 'Record rolled back because not all records were valid and the request was using AllOrNone header';

/**
 * `mutation { uiapi(input: { allOrNone }) { … } }`: runs the operations in order, in one transaction. With allOrNone,
 * the default, one error rolls everything back. Without it, only the operations that fail are rolled back (documented).
 */
export function resolveMutations(
    allOrNone: boolean,
    operations: ReadonlyMap<string, Operation>,
    type: GraphQLObjectType,
    context: RequestContext,
    info: GraphQLResolveInfo
): Outcomes {
    const { store } = context;
    const nodes = fieldsOf(info.fieldNodes, info.fragments).filter((node) => operations.has(node.name.value));
    const ids = new Map<string, string>();
    const errors = new Map<string, ApiError>();
    const rollBack = new Error('rolled back');
    try {
        store.transaction(() => {
            for (const node of nodes) {
                const key = responseKey(node);
                try {
                    ids.set(
                        key,
                        store.transaction(() => runOne(node, operations, type, context, info, ids))
                    );
                } catch (cause) {
                    if (!(cause instanceof ApiError)) throw cause;
                    errors.set(key, cause);
                }
            }
            if (allOrNone && errors.size > 0) throw rollBack;
        });
    } catch (cause) {
        if (cause !== rollBack) throw cause;
        const rolledBack = new ApiError('ALL_OR_NONE_OPERATION_ROLLED_BACK', ROLLED_BACK);
        return new Map(
            nodes.map((node) => [responseKey(node), { error: errors.get(responseKey(node)) ?? rolledBack }])
        );
    }
    return new Map(nodes.map((node) => [responseKey(node), outcome(node, operations, ids, errors, context, info)]));
}

function runOne(
    node: FieldNode,
    operations: ReadonlyMap<string, Operation>,
    type: GraphQLObjectType,
    { store, session }: RequestContext,
    info: GraphQLResolveInfo,
    ids: ReadonlyMap<string, string>
): string {
    const operation = operations.get(node.name.value);
    const definition = type.getFields()[node.name.value];
    if (!operation || !definition) throw new GraphQLError(`Unknown operation ${node.name.value}.`);
    const { input } = getArgumentValues(definition, node, info.variableValues) as { input: Record<string, unknown> };
    const { kind, object } = operation;
    const id = referred(input.Id, ids);
    switch (kind) {
        case 'create':
            return createRecord(store, session, object, values(input[object.name], ids));
        case 'update':
            return updateRecord(store, session, object, String(id), values(input[object.name], ids));
        case 'delete':
            return deleteRecord(store, session, object, String(id));
    }
}

/** `@{alias}` is the id that an earlier operation of the same mutation created (documented). */
function referred(value: unknown, ids: ReadonlyMap<string, string>): Value {
    const alias = typeof value === 'string' ? /^@\{(\w+)\}$/.exec(value)?.[1] : undefined;
    if (alias === undefined) return value as Value;
    const id = ids.get(alias);
    if (id === undefined) throw new ApiError('MALFORMED_ID', `The alias ${alias} has no result to refer to.`);
    return id;
}

function values(given: unknown, ids: ReadonlyMap<string, string>): Row {
    return Object.fromEntries(Object.entries(given as Row).map(([name, value]) => [name, referred(value, ids)]));
}

function outcome(
    node: FieldNode,
    operations: ReadonlyMap<string, Operation>,
    ids: ReadonlyMap<string, string>,
    errors: ReadonlyMap<string, ApiError>,
    { store, session }: RequestContext,
    info: GraphQLResolveInfo
): AliasOutcome {
    const id = ids.get(responseKey(node));
    const operation = operations.get(node.name.value);
    if (id === undefined || !operation) {
        return {
            error: errors.get(responseKey(node)) ?? new ApiError('UNKNOWN_EXCEPTION', 'The operation did not run.')
        };
    }
    const selected = selectedBelow([node], info.fragments, ['Record']);
    if (operation.kind === 'delete' || selected.size === 0) return { payload: { Id: id, success: true, Record: null } };
    const shape = recordShape(store.objects, operation.object, selected, info);
    const where = { kind: 'compare', path: ['Id'], comparison: 'eq', value: id } as const;
    const selection = { object: operation.object, paths: shape.paths, where, orderBy: [], limit: 1, offset: 0 };
    const [row] = selectRows(store, session.mayRead, selection);
    return { payload: { Id: id, success: true, Record: row ? shape.read(row) : null } };
}

function responseKey(node: FieldNode): string {
    return (node.alias ?? node.name).value;
}
