import type { OrgObject } from '../objects/field.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { createRecord, deleteRecord, updateRecord } from '../writes/recordWrite.ts';
import {
    bodyObject,
    json,
    noContent,
    notFound,
    type Handler,
    type RestAnswer,
    type RestOrg,
    type RestRequest
} from './exchange.ts';
import { existingId, idsByField, readRecord, writableObject } from './recordInput.ts';
import { recordUrl, restValue } from './recordJson.ts';

/** `POST sobjects/X` → 201 `{ id, success, errors }`. */
export const create: Handler = ({ store }, request, [name = '']) => {
    const object = writableObject(store, name, 'create');
    const id = createRecord(store, request.session, object, readRecord(store, object, bodyObject(request)));
    return json({ id, success: true, errors: [] }, 201, { Location: recordUrl(request.version, object, id) });
};

/** `GET sobjects/X/Id?fields=Name,Email`. */
export const retrieve: Handler = (org, request, [name = '', givenId = '']) => {
    const object = org.store.objects.named(name);
    if (!object) return notFound();
    return record(org, request, object, existingId(org.store, object, givenId));
};

/** `PATCH sobjects/X/Id` → 204, empty. */
export const update: Handler = ({ store }, request, [name = '', givenId = '']) => {
    const object = writableObject(store, name, 'update');
    const id = existingId(store, object, givenId);
    const body = bodyObject(request);
    if (Object.keys(body).some((key) => key.toLowerCase() === 'id')) {
        throw new ApiError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
    }
    updateRecord(store, request.session, object, id, readRecord(store, object, body));
    return noContent();
};

/** `DELETE sobjects/X/Id` → 204, empty. */
export const remove: Handler = ({ store }, { session }, [name = '', givenId = '']) => {
    const object = writableObject(store, name, 'delete');
    deleteRecord(store, session, object, existingId(store, object, givenId));
    return noContent();
};

/** `GET sobjects/X/Field/Value` → 300 with all addresses when several records have the value (documented). */
export const retrieveByField: Handler = (org, request, [name = '', fieldName = '', value = '']) => {
    const object = org.store.objects.named(name);
    if (!object) return notFound();
    const { ids } = idsByField(org.store, object, fieldName, value);
    const [id, ...others] = ids;
    if (id === undefined) return notFound();
    if (others.length > 0) return severalFound(request, object, ids);
    return record(org, request, object, id);
};

/** `PATCH sobjects/X/Field/Value` → 201 for a new record, or 200 for an existing one, with `created` (documented). */
export const upsert: Handler = ({ store }, request, [name = '', fieldName = '', value = '']) => {
    const object = writableObject(store, name, 'update');
    const { field, ids } = idsByField(store, object, fieldName, value);
    const [id, ...others] = ids;
    if (others.length > 0) return severalFound(request, object, ids);
    const body = bodyObject(request);
    if (Object.keys(body).some((key) => key.toLowerCase() === field.name.toLowerCase())) {
        const message = `The ${field.name} field should not be specified in the sobject data.`;
        throw new ApiError('INVALID_FIELD', message);
    }
    const row = readRecord(store, object, body);
    if (id !== undefined) {
        updateRecord(store, request.session, object, id, row);
        return json({ id, success: true, errors: [], created: false });
    }
    const made = createRecord(store, request.session, object, { ...row, [field.name]: value });
    return json({ id: made, success: true, errors: [], created: true }, 201);
};

export const removeByField: Handler = ({ store }, request, [name = '', fieldName = '', value = '']) => {
    const object = writableObject(store, name, 'delete');
    const { ids } = idsByField(store, object, fieldName, value);
    const [id, ...others] = ids;
    if (id === undefined) return notFound();
    if (others.length > 0) return severalFound(request, object, ids);
    deleteRecord(store, request.session, object, id);
    return noContent();
};

function severalFound({ version }: RestRequest, object: OrgObject, ids: string[]): RestAnswer {
    return json(
        ids.map((id) => recordUrl(version, object, id)),
        300
    );
}

function record(
    { store }: RestOrg,
    { session, version, query }: RestRequest,
    object: OrgObject,
    id: string
): RestAnswer {
    const row = store.record(object, id);
    if (!row) return notFound();
    const visible = object.fields.filter((field) => session.mayRead(object, field));
    const names = query
        .get('fields')
        ?.split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');
    const fields = names ? names.map((each) => visibleField(each)) : visible;
    const values = fields.map((field) => [field.name, restValue(field, row[field.name] ?? null)]);
    const attributes = { type: object.name, url: recordUrl(version, object, id) };
    return json({ attributes, ...Object.fromEntries(values), ...(names ? { Id: id } : {}) });

    function visibleField(requested: string) {
        const field = fieldNamed(object, requested);
        if (field && visible.includes(field)) return field;
        throw new ApiError('INVALID_FIELD', `No such column '${requested}' on sobject of type ${object.name}`);
    }
}
