import { toId18 } from 'c/orgPort';
import { fieldNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { bodyObject, json, notFound, type Handler, type RestRequest } from './exchange.ts';
import { recordUrl, restValue } from './recordJson.ts';

/** Records per call (documented). */
const MAX_RECORDS = 2000;

/**
 * `POST composite/sobjects/X` `{ ids, fields }`, or `GET …?ids=…&fields=…`: the records in the order of the ids, with null
 * for a record that doesn't exist, and an entry for each occurrence of a repeated id (documented).
 */
export const retrieveMany: Handler = ({ store }, request, [name = '']) => {
    const object = store.objects.named(name);
    if (!object) return notFound();
    const { ids, fields } = request.method === 'GET' ? fromQuery(request) : fromBody(request);
    if (ids.length > MAX_RECORDS) {
        const message = `record limit reached. cannot submit more than ${MAX_RECORDS} records into this call`;
        throw new ApiError('EXCEEDED_ID_LIMIT', message);
    }
    if (fields.length === 0) throw new ApiError('MISSING_ARGUMENT', 'fields must be specified');
    const chosen = fields.map((requested) => {
        const field = fieldNamed(object, requested);
        if (field && request.session.mayRead(object, field)) return field;
        throw new ApiError('INVALID_FIELD', `No such column '${requested}' on sobject of type ${object.name}`);
    });
    const found = ids.map((given) => {
        const id = toId18(given);
        if (id === null || !id.startsWith(object.keyPrefix)) {
            throw new ApiError('MALFORMED_ID', `malformed id ${given}`, ['Id']);
        }
        const row = store.record(object, id);
        if (!row) return null;
        const attributes = { type: object.name, url: recordUrl(request.version, object, id) };
        const values = chosen.map((field) => [field.name, restValue(field, row[field.name] ?? null)]);
        return { attributes, ...Object.fromEntries(values), Id: id };
    });
    return json(found);
};

interface RequestedRecords {
    ids: string[];
    fields: string[];
}

function fromBody(request: RestRequest): RequestedRecords {
    const { ids, fields } = bodyObject(request);
    return { ids: texts(ids, 'ids'), fields: texts(fields, 'fields') };
}

function fromQuery({ query }: RestRequest): RequestedRecords {
    const list = (name: string) => (query.get(name) ?? '').split(',').filter((each) => each !== '');
    return { ids: list('ids'), fields: list('fields') };
}

function texts(value: unknown, name: string): string[] {
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
    throw new ApiError('JSON_PARSER_ERROR', `${name} must be a list of text.`);
}
