import { ApiError } from '../apiError.ts';
import { isObject } from '../context/readJson.ts';
import type { OrgObject } from '../objects/field.ts';
import { createRecord } from '../writes/recordWrite.ts';
import { bodyObject, json, type Handler } from './exchange.ts';
import { readRecord, writableObject } from './recordInput.ts';

/** Records in a tree (documented). */
const MAX_RECORDS = 200;

interface TreeRecord {
    referenceId: string;
    fields: Record<string, unknown>;
}
interface TreeError {
    referenceId: string;
    errors: { statusCode: string; message: string; fields: readonly string[] }[];
}

/**
 * `POST composite/tree/X`: creates all records or none (documented). Children nested in a record aren't supported,
 * because the embedded org has no child relationships.
 */
export const createTree: Handler = ({ store }, request, [name = '']) => {
    const { session } = request;
    const object = writableObject(store, name, 'create');
    const records = readTree(bodyObject(request), object);
    const results: { referenceId: string; id: string }[] = [];
    const failed: TreeError[] = [];
    const rollBack = new Error('A record failed.');
    try {
        store.transaction(() => {
            for (const { referenceId, fields } of records) {
                try {
                    const row = readRecord(store, object, fields);
                    results.push({ referenceId, id: createRecord(store, session, object, row) });
                } catch (cause) {
                    if (!(cause instanceof ApiError)) throw cause;
                    const { code: statusCode, message } = cause;
                    failed.push({ referenceId, errors: [{ statusCode, message, fields: cause.fields }] });
                }
            }
            if (failed.length > 0) throw rollBack;
        });
    } catch (cause) {
        if (cause !== rollBack) throw cause;
        return json({ hasErrors: true, results: failed }, 400);
    }
    return json({ hasErrors: false, results }, 201);
};

/** @throws ApiError. The status codes are documented, and the messages are assumed. */
function readTree({ records }: Record<string, unknown>, object: OrgObject): TreeRecord[] {
    if (!Array.isArray(records) || !records.every(isObject)) {
        throw new ApiError('JSON_PARSER_ERROR', 'The request body must hold records, a list of objects.');
    }
    if (records.length > MAX_RECORDS) {
        const message = `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`;
        throw new ApiError('EXCEEDED_MAX_SIZE_REQUEST', message);
    }
    const known = new Set<string>();
    return records.map(({ attributes, ...fields }) => {
        if (!isObject(attributes) || String(attributes.type).toLowerCase() !== object.name.toLowerCase())
            throw new ApiError('INVALID_INPUT', `Each record must have the type ${object.name} in its attributes.`);
        const { referenceId } = attributes;
        if (typeof referenceId !== 'string' || referenceId === '')
            throw new ApiError('INVALID_INPUT', 'Each record must have a referenceId in its attributes.');
        if (known.has(referenceId)) throw new ApiError('INVALID_INPUT', `Duplicate ReferenceId: ${referenceId}`);
        known.add(referenceId);
        const children = Object.entries(fields).find(([, value]) => isObject(value) && 'records' in value);
        if (children) throw new ApiError('INVALID_INPUT', `Child records are not supported: ${children[0]}`);
        return { referenceId, fields };
    });
}
