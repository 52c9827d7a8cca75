import { toId18 } from 'c/orgPort';
import { isText, type Field } from '../objects/field.ts';
import { ApiError } from '../apiError.ts';
import { foldText } from '../store/foldText.ts';
import type { Bound, Value } from '../store/store.ts';

/**
 * Converts a value for comparison with its field. Ids get 18 characters, text is folded, and times are in UTC.
 * @throws ApiError INVALID_QUERY_FILTER_OPERATOR or INVALID_FIELD when the value doesn't have the field's type
 */
export function comparedValue(field: Field, value: Value): Bound {
    if (value === null) return null;
    if (isText(field.type)) return foldText(String(value));
    switch (field.type) {
        case 'id':
        case 'reference': {
            if (value === '') return null;
            const id = toId18(String(value));
            if (id === null) throw new ApiError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`);
            return id;
        }
        case 'boolean':
            if (typeof value === 'boolean') return Number(value);
            throw wrongType(field, value, 'boolean');
        case 'int':
        case 'double':
            if (typeof value === 'number' && Number.isFinite(value)) return value;
            throw wrongType(field, value, field.type);
        case 'datetime':
            return utc(field, value);
        case 'date':
            if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
            throw wrongType(field, value, 'date');
        case 'string':
        case 'textarea':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return foldText(String(value));
    }
}

function utc(field: Field, value: Value): string {
    const time = typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? new Date(value) : null;
    if (time === null || Number.isNaN(time.getTime())) throw wrongType(field, value, 'dateTime');
    return time.toISOString();
}

function wrongType(field: Field, value: Value, type: string): ApiError {
    const words = `value of filter criterion for field '${field.name}' must be of type ${type} and should not be enclosed in quotes`;
    return new ApiError('INVALID_FIELD', typeof value === 'string' ? words : words.replace(/ and should.*$/, ''));
}
