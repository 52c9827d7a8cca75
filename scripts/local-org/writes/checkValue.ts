import { toId18 } from 'c/orgPort';
import { isText, type Field, type OrgObject } from '../objects/field.ts';
import { ApiError } from '../apiError.ts';
import { foldText } from '../store/foldText.ts';
import { comparable, type Store, type Value } from '../store/store.ts';
import { quoted } from '../store/tables.ts';

/**
 * Checks a value, and converts it to the form in which it's stored. Empty text becomes null, ids get 18 characters, and
 * times are in UTC. Status codes are documented (REST and SOAP API guides). Messages are from public reports, unless a
 * comment says otherwise.
 * @throws ApiError
 */
export function checkedValue(store: Store, object: OrgObject, field: Field, given: Value): Value {
    const value = given === '' ? null : given;
    if (value === null) {
        if (field.type === 'boolean') throw wrongType(field, given);
        if (!field.nillable)
            throw new ApiError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${field.name}]`, [field.name]);
        return null;
    }
    if (isText(field.type)) return checkedText(field, value);
    switch (field.type) {
        case 'id':
        case 'reference':
            return checkedReference(store, object, field, value);
        case 'boolean':
            if (typeof value !== 'boolean') throw wrongType(field, value);
            return value;
        case 'int':
            return checkedInteger(field, value);
        case 'double':
            return checkedNumber(field, value);
        case 'date':
            if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) throw wrongType(field, value);
            return value;
        case 'datetime': {
            const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : null;
            if (time === null || Number.isNaN(time.getTime())) throw wrongType(field, value);
            return time.toISOString();
        }
        case 'string':
        case 'textarea':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return checkedText(field, value);
    }
}

/** @throws ApiError DUPLICATE_VALUE or DUPLICATE_USERNAME when another record has the same value in a unique field */
export function checkUnique(store: Store, object: OrgObject, field: Field, value: Value, ownId: string | null): void {
    if (!field.unique || value === null) return;
    const sql = `SELECT "Id" FROM ${quoted(object.name)} t WHERE ${comparable('t', field)} = ? AND "Id" IS NOT ?`;
    const other = store.get(sql, [foldText(String(value)), ownId]);
    if (!other) return;
    if (field.name === 'Username') {
        throw new ApiError(
            'DUPLICATE_USERNAME',
            'Duplicate Username. The username already exists in this or another Salesforce organization.',
            [field.name]
        );
    }
    throw new ApiError(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.Id}`,
        [field.name]
    );
}

function checkedText(field: Field, value: Value): string {
    // It isn't known what a real org does with a NUL. The embedded org never stores one.
    if (typeof value !== 'string' || value.includes('\0')) throw wrongType(field, value);
    if (field.length > 0 && value.length > field.length) {
        const shown = value.length > 255 ? `${value.slice(0, 255)}...` : value;
        throw new ApiError(
            'STRING_TOO_LONG',
            `${field.label}: data value too large: ${shown} (max length=${field.length})`,
            [field.name]
        );
    }
    if (field.type === 'picklist' && field.values.length > 0 && !field.values.includes(value)) {
        throw new ApiError(
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
            `${field.label}: bad value for restricted picklist field: ${value}`,
            [field.name]
        );
    }
    if (field.type === 'email' && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value)) {
        throw new ApiError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
    }
    return value;
}

function checkedInteger(field: Field, value: Value): number {
    const number = numberOf(value);
    if (number === null || !Number.isSafeInteger(number)) throw wrongType(field, value);
    return number;
}

function checkedNumber(field: Field, given: Value): number {
    const value = numberOf(given);
    if (value === null) throw wrongType(field, given);
    const digits = field.precision - field.scale;
    if (field.precision > 0 && Math.abs(value) >= 10 ** digits) {
        throw new ApiError(
            'NUMBER_OUTSIDE_VALID_RANGE',
            `${field.label}: value outside of valid range on numeric field: ${value}`,
            [field.name]
        );
    }
    return field.precision > 0 ? Number(value.toFixed(field.scale)) : value;
}

/** A finite number, or its text: Salesforce CLI sends the values of `--values` as JSON strings (observed). */
function numberOf(value: Value): number | null {
    const isNumeral = typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);
    const number = isNumeral ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function checkedReference(store: Store, object: OrgObject, field: Field, value: Value): string {
    const id = typeof value === 'string' ? toId18(value) : null;
    if (id === null)
        throw new ApiError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
    const target = store.objects.named(field.referenceTo[0] ?? object.name);
    if (!target || !id.startsWith(target.keyPrefix)) {
        throw new ApiError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, [
            field.name
        ]);
    }
    if (!store.get(`SELECT 1 FROM ${quoted(target.name)} WHERE "Id" = ?`, [id])) {
        throw new ApiError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    }
    return id;
}

function wrongType(field: Field, value: Value): ApiError {
    return new ApiError('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value}`, [
        field.name
    ]);
}
