import { toId18 } from 'c/orgPort';
import type { Session } from '../access/session.ts';
import type { Field, OrgObject } from '../objects/field.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import { mayNotWrite, ApiError } from '../apiError.ts';
import type { Row, Store, Value } from '../store/store.ts';
import { quoted } from '../store/tables.ts';
import { checkedValue, checkUnique } from './checkValue.ts';
import { checkUserRules, userName } from './userRules.ts';

/** Every API of the org (GraphQL, UI API, REST, Bulk) writes with these three functions, so they share all rules. */

/** @returns the new record's id. @throws ApiError */
export function createRecord(store: Store, session: Session, object: OrgObject, given: Row): string {
    if (!object.create || !session.mayWrite(object, 'create')) throw mayNotWrite();
    throwRowFault(session);
    const values = checkFields(store, session, object, given, 'create');
    const missing = object.fields.filter((field) => isRequired(field) && (values[field.name] ?? null) === null);
    if (missing.length > 0) {
        const names = missing.map((field) => field.name);
        throw new ApiError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
    }
    checkUserRules(object, values);
    const id = store.nextId(object);
    for (const [name, value] of Object.entries(values)) checkUnique(store, object, fieldOf(object, name), value, null);
    const time = store.writeTime();
    const defaults = Object.fromEntries(
        object.fields.flatMap((field) => (field.type === 'boolean' ? [[field.name, false]] : []))
    );
    const row: Row = {
        ...defaults,
        ...values,
        ...modifiedBy(object, session, time),
        ...createdBy(object, session, time),
        Id: id
    };
    if (fieldNamed(object, 'OwnerId') && !row.OwnerId) row.OwnerId = session.userId;
    if (object.name === 'User') row.Name = userName(row);
    if (object.name === 'PermissionSetAssignment') row.IsActive = true;
    const numbered = object.fields.find((field) => field.autoNumber !== null);
    if (numbered) row[numbered.name] = nextNumber(store, object, numbered);
    else if (object.custom && (row.Name ?? null) === null) row.Name = id;
    store.insert(object, row);
    return id;
}

/**
 * @param givenId 15 or 18 characters
 * @throws ApiError
 */
export function updateRecord(store: Store, session: Session, object: OrgObject, givenId: string, given: Row): string {
    const id = recordIdOf(object, givenId);
    if (!object.update || !session.mayWrite(object, 'update')) throw mayNotWrite();
    throwRowFault(session);
    const before = store.record(object, id);
    if (!before) throw noSuchRecord();
    checkSharing(session, object, before);
    const values = checkFields(store, session, object, given, 'update');
    const after = { ...before, ...values };
    checkUserRules(object, after);
    for (const [name, value] of Object.entries(values)) checkUnique(store, object, fieldOf(object, name), value, id);
    if (object.name === 'User') values.Name = userName(after);
    store.update(object, id, { ...values, ...modifiedBy(object, session, store.writeTime()) });
    return id;
}

/** Also deletes the details of master-detail relationships, and clears lookups. @throws ApiError */
export function deleteRecord(store: Store, session: Session, object: OrgObject, givenId: string): string {
    const id = recordIdOf(object, givenId);
    if (!object.delete || !session.mayWrite(object, 'delete')) throw mayNotWrite();
    throwRowFault(session);
    const before = store.record(object, id);
    if (!before) throw noSuchRecord();
    checkSharing(session, object, before);
    store.transaction(() => {
        for (const other of store.objects.all) {
            if (!other.custom) continue;
            for (const link of other.fields.filter((field) => field.referenceTo.includes(object.name))) {
                const where = `WHERE ${quoted(link.name)} = ?`;
                if (link.update)
                    store.run(`UPDATE ${quoted(other.name)} SET ${quoted(link.name)} = NULL ${where}`, [id]);
                else store.run(`DELETE FROM ${quoted(other.name)} ${where}`, [id]);
            }
        }
        store.remove(object, id);
    });
    return id;
}

/** Where everyone else may only read a record, its owner changes it, and who may modify all (documented). */
function checkSharing(session: Session, object: OrgObject, record: Row): void {
    if (object.sharing === 'ReadWrite' || record.OwnerId === session.userId || session.mayModifyAll(object)) return;
    throw new ApiError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

function throwRowFault({ rowFault }: Session): void {
    const error = rowFault?.() ?? null;
    if (error) throw error;
}

/** @throws ApiError MALFORMED_ID, or INVALID_CROSS_REFERENCE_KEY when the id belongs to another object */
function recordIdOf(object: OrgObject, given: string): string {
    const id = toId18(given);
    if (id === null)
        throw new ApiError('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${given}`, ['Id']);
    if (!id.startsWith(object.keyPrefix)) throw noSuchRecord();
    return id;
}

/** A real org may return ENTITY_IS_DELETED instead, depending on its recycle bin. The embedded org has none. */
function noSuchRecord(): ApiError {
    return new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

function checkFields(store: Store, session: Session, object: OrgObject, given: Row, write: 'create' | 'update'): Row {
    const values: Row = {};
    for (const [name, value] of Object.entries(given)) {
        const field = fieldNamed(object, name);
        // The message is observed. Whether UI API and GraphQL have it, too, is assumed.
        if (!field || !session.mayRead(object, field))
            throw new ApiError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
        if (!field[write] || !session.mayEdit(object, field)) {
            throw new ApiError(
                'INVALID_FIELD_FOR_INSERT_UPDATE',
                `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
                [field.name]
            );
        }
        values[field.name] = checkedValue(store, object, field, value);
    }
    return values;
}

function isRequired(field: Field): boolean {
    return field.create && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
}

function modifiedBy(object: OrgObject, session: Session, time: string): Row {
    const has = (name: string) => fieldNamed(object, name) !== undefined;
    return {
        ...(has('LastModifiedDate') ? { LastModifiedDate: time } : {}),
        ...(has('LastModifiedById') ? { LastModifiedById: session.userId } : {}),
        ...(has('SystemModstamp') ? { SystemModstamp: time } : {})
    };
}

function createdBy(object: OrgObject, session: Session, time: string): Row {
    return fieldNamed(object, 'CreatedById') ? { CreatedDate: time, CreatedById: session.userId } : {};
}

function fieldOf(object: OrgObject, name: string): Field {
    const field = fieldNamed(object, name);
    if (!field) throw new Error(`${object.name} has no field ${name}.`);
    return field;
}

/** The next auto-number: with the format `MOVE-{000000}`, MOVE-000042 follows MOVE-000041. */
function nextNumber(store: Store, object: OrgObject, field: Field): Value {
    const [, before = '', zeros = '0', after = ''] = /^(.*)\{(0+)\}(.*)$/.exec(field.autoNumber ?? '') ?? [];
    const column = quoted(field.name);
    const row = store.get(`SELECT max(CAST(substr(${column}, ?) AS INTEGER)) AS last FROM ${quoted(object.name)}`, [
        before.length + 1
    ]);
    return `${before}${String(Number(row?.last ?? 0) + 1).padStart(zeros.length, '0')}${after}`;
}
