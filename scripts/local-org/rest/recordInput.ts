import { toId18 } from 'c/orgPort';
import { isObject } from '../context/readJson.ts';
import type { OrgObject } from '../objects/field.ts';
import { fieldNamed, relationshipNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { foldText } from '../store/foldText.ts';
import { comparable, type Row, type Store, type Value } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import type { Field } from '../objects/field.ts';

export type Write = 'create' | 'update' | 'delete';

/**
 * The object to write to.
 * @throws ApiError NOT_FOUND, or INVALID_TYPE_FOR_OPERATION when the API doesn't support the write, such as updating a
 * CallCenter (the status code is documented, the message is assumed)
 */
export function writableObject(store: Store, name: string, write: Write): OrgObject {
    const object = store.objects.named(name);
    if (!object) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
    if (object[write]) return object;
    throw new ApiError('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support ${write}`);
}

/**
 * The fields of a record in a request body. A parent can be named by an external id: `Run__r: { RunKey__c: 'x' }`.
 * @param leftOut field names to ignore, in lower case
 * @throws ApiError
 */
export function readRecord(
    store: Store,
    object: OrgObject,
    body: Record<string, unknown>,
    leftOut: readonly string[] = []
): Row {
    const row: Row = {};
    for (const [name, value] of Object.entries(body)) {
        if (name === 'attributes' || leftOut.includes(name.toLowerCase())) continue;
        if (isObject(value)) {
            const link = relationshipNamed(object, name);
            if (!link) throw new ApiError('JSON_PARSER_ERROR', `The field ${name} must hold a plain value.`);
            row[link.name] = parentId(store, link, value);
        } else if (isValue(value)) {
            row[name] = value;
        } else {
            throw new ApiError('JSON_PARSER_ERROR', `The field ${name} must hold a plain value.`);
        }
    }
    return row;
}

/** The ids of the records with a value in an external id or lookup field. @throws ApiError NOT_FOUND for other fields */
export function idsByField(
    store: Store,
    object: OrgObject,
    name: string,
    value: string
): { field: Field; ids: string[] } {
    const field = fieldNamed(object, name);
    if (!field || !(field.idLookup || field.externalId) || field.name === 'Id') {
        throw new ApiError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
    }
    const sql = `SELECT "Id" FROM ${quoted(object.name)} t WHERE ${comparable('t', field)} = ?`;
    return { field, ids: store.all(sql, [foldText(value)]).map((row) => String(row.Id)) };
}

/**
 * @returns the id in 18 characters
 * @throws ApiError NOT_FOUND for text that isn't an id, MALFORMED_ID for an id with a wrong checksum or of another object
 * (both documented in the REST guide's "Status Codes and Error Responses"), NOT_FOUND when the record doesn't exist
 */
export function existingId(store: Store, object: OrgObject, given: string): string {
    if (!/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(given)) {
        throw new ApiError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${given}`);
    }
    const id = toId18(given);
    if (id === null || !id.startsWith(object.keyPrefix)) {
        throw new ApiError('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${given}`, ['Id']);
    }
    if (!store.get(`SELECT 1 FROM ${quoted(object.name)} WHERE "Id" = ?`, [id])) {
        throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
    }
    return id;
}

function parentId(store: Store, link: Field, named: Record<string, unknown>): string {
    const target = store.objects.named(link.referenceTo[0] ?? '');
    const [entry, ...others] = Object.entries(named).filter(([name]) => name !== 'attributes');
    if (!target || !entry || others.length > 0 || typeof entry[1] !== 'string') {
        throw new ApiError('INVALID_FIELD', `${link.relationshipName}: specify the parent by one external ID`);
    }
    const [name, value] = entry;
    const { ids } = idsByField(store, target, name, value);
    if (ids[0] !== undefined && ids.length === 1) return ids[0];
    const message = `Foreign key external ID: ${value} not found for field ${name} in entity ${target.name}`;
    throw new ApiError('INVALID_FIELD', message);
}

function isValue(value: unknown): value is Value {
    return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
