import { toId18 } from 'c/orgPort';
import { isObject } from '../context/readJson.ts';
import type { Session } from '../access/session.ts';
import { ApiError } from '../apiError.ts';
import type { Store } from '../store/store.ts';
import { createRecord, deleteRecord, updateRecord } from '../writes/recordWrite.ts';
import { bodyObject, json, type Handler, type RestRequest } from './exchange.ts';
import { idsByField, readRecord, writableObject } from './recordInput.ts';

/** Records per call (documented). */
const MAX_RECORDS = 200;

/** A record that was rolled back has an `id`. A record that failed has none (documented examples). */
interface SaveResult {
    id?: string;
    success: boolean;
    errors: { statusCode: string; message: string; fields: string[] }[];
    created?: boolean;
}

/** Writes one record. An ApiError that it throws is that record's result. */
type Step = () => { id: string; created?: boolean };

/** `POST composite/sobjects` `{ allOrNone?, records: [{ attributes: { type }, … }] }`. */
export const createMany: Handler = ({ store }, request) => {
    const { records, allOrNone } = readCollection(request);
    const steps = records.map((record) => () => {
        const object = writableObject(store, typeOf(record), 'create');
        return { id: createRecord(store, request.session, object, readRecord(store, object, record, ['id'])) };
    });
    return json(runAll(store, steps, allOrNone));
};

/** `PATCH composite/sobjects`: the same body, with an id in each record. */
export const updateMany: Handler = ({ store }, request) => {
    const { records, allOrNone } = readCollection(request);
    const isRepeated = repeated(records.map(idOf));
    const steps = records.map((record, index) => () => {
        const object = writableObject(store, typeOf(record), 'update');
        const id = idOf(record);
        if (id === undefined) throw new ApiError('MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
        checkOnce(id, isRepeated(index));
        const row = readRecord(store, object, record, ['id']);
        return { id: updateRecord(store, request.session, object, id, row) };
    });
    return json(runAll(store, steps, allOrNone));
};

/** `PATCH composite/sobjects/X/Field`: creates or updates by external id. `created` tells which. */
export const upsertMany: Handler = ({ store }, request, [name = '', fieldName = '']) => {
    const object = writableObject(store, name, 'update');
    const { records, allOrNone } = readCollection(request);
    const steps = records.map((record) => () => upsertOne(store, request.session, object.name, fieldName, record));
    return json(runAll(store, steps, allOrNone));
};

/** `DELETE composite/sobjects?ids=…,…&allOrNone=false`. */
export const removeMany: Handler = ({ store }, { session, query }) => {
    const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
    checkCount(ids.length);
    const isRepeated = repeated(ids);
    const steps = ids.map((id, index) => () => {
        const object = store.objects.ofId(id);
        if (!object) throw new ApiError('MALFORMED_ID', `bad id ${id}`);
        checkOnce(id, isRepeated(index));
        return { id: deleteRecord(store, session, writableObject(store, object.name, 'delete'), id) };
    });
    return json(runAll(store, steps, query.get('allOrNone') === 'true'));
};

/** Upserts a record that includes its external id, as in collections and bulk jobs. @throws ApiError */
export function upsertOne(
    store: Store,
    session: Session,
    objectName: string,
    fieldName: string,
    record: Record<string, unknown>
): { id: string; created: boolean } {
    const object = writableObject(store, objectName, 'update');
    const key = Object.entries(record).find(([name]) => name.toLowerCase() === fieldName.toLowerCase())?.[1];
    if (fieldName.toLowerCase() === 'id') {
        const row = readRecord(store, object, record, ['id']);
        if (typeof key !== 'string' || key === '')
            return { id: createRecord(store, session, object, row), created: true };
        return { id: updateRecord(store, session, object, key, row), created: false };
    }
    const value = key === null || key === undefined ? '' : String(key);
    const { field, ids } = idsByField(store, object, fieldName, value);
    if (value === '') {
        throw new ApiError('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);
    }
    const [id, ...others] = ids;
    if (others.length > 0) {
        const message = `more than one record found for external id field: [${ids.join(', ')}]`;
        throw new ApiError('DUPLICATE_EXTERNAL_ID', message);
    }
    const row = readRecord(store, object, record, [field.name.toLowerCase(), 'id']);
    if (id !== undefined) return { id: updateRecord(store, session, object, id, row), created: false };
    return { id: createRecord(store, session, object, { ...row, [field.name]: value }), created: true };
}

function readCollection(request: RestRequest): { records: Record<string, unknown>[]; allOrNone: boolean } {
    const { records, allOrNone = false, ...others } = bodyObject(request);
    if (!Array.isArray(records) || !records.every(isObject)) {
        throw new ApiError('JSON_PARSER_ERROR', 'The request body must hold records, a list of objects.');
    }
    if (typeof allOrNone !== 'boolean') throw new ApiError('JSON_PARSER_ERROR', 'allOrNone must be true or false.');
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new ApiError('JSON_PARSER_ERROR', `Unrecognized field "${unknown}"`);
    checkCount(records.length);
    return { records, allOrNone };
}

function checkCount(count: number): void {
    if (count <= MAX_RECORDS) return;
    const message = `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`;
    throw new ApiError('EXCEEDED_ID_LIMIT', message);
}

function typeOf({ attributes }: Record<string, unknown>): string {
    if (isObject(attributes) && typeof attributes.type === 'string') return attributes.type;
    throw new ApiError('INVALID_TYPE', 'Must send a concrete entity type.');
}

function idOf(record: Record<string, unknown>): string | undefined {
    const id = Object.entries(record).find(([name]) => name.toLowerCase() === 'id')?.[1];
    return typeof id === 'string' ? id : undefined;
}

/** @returns whether the id at an index also appears earlier in the call */
function repeated(ids: (string | undefined)[]): (place: number) => boolean {
    const first = new Map<string, number>();
    ids.forEach((id, index) => {
        const known = id === undefined ? null : toId18(id);
        if (known !== null && !first.has(known)) first.set(known, index);
    });
    return (index) => {
        const known = toId18(ids[index] ?? '');
        return known !== null && first.get(known) !== index;
    };
}

/** A record can't be in a call twice. The status code and message are assumed. */
function checkOnce(id: string, isRepeated: boolean): void {
    if (isRepeated) throw new ApiError('DUPLICATE_VALUE', `duplicate id specified: ${id}`, ['Id']);
}

/** The results are in the order of the records. With `allOrNone`, one error rolls back all records. */
function runAll(store: Store, steps: Step[], allOrNone: boolean): SaveResult[] {
    const results: SaveResult[] = [];
    const rollBack = new Error('A record failed.');
    try {
        store.transaction(() => {
            for (const step of steps) results.push(attempt(store, step));
            if (allOrNone && results.some((result) => !result.success)) throw rollBack;
        });
        return results;
    } catch (cause) {
        if (cause !== rollBack) throw cause;
        return results.map((result) => (result.success ? rolledBack(result) : result));
    }
}

function attempt(store: Store, step: Step): SaveResult {
    try {
        return { ...store.transaction(step), success: true, errors: [] };
    } catch (cause) {
        if (!(cause instanceof ApiError)) throw cause;
        return { success: false, errors: [{ statusCode: cause.code, message: cause.message, fields: cause.fields }] };
    }
}

function rolledBack({ id }: SaveResult): SaveResult {
    const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
    const errors = [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }];
    return { ...(id === undefined ? {} : { id }), success: false, errors };
}
