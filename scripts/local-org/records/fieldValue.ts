import type { Field } from '../objects/field.ts';
import type { Value } from '../store/store.ts';

/** A value together with the field it belongs to. */
export interface FieldValue {
    value: Value;
    field: Field;
}

/** The text for dates, times, numbers, and picklists, in locale en_US and UTC. Salesforce formats no other types. */
export function displayValue({ value, field }: FieldValue): string | null {
    if (value === null) return null;
    switch (field.type) {
        case 'datetime':
            return TIME.format(new Date(String(value)));
        case 'date':
            return DATE.format(new Date(`${value}T00:00:00Z`));
        case 'int':
        case 'double':
            return NUMBER.format(Number(value));
        case 'picklist':
            return String(value);
        case 'id':
        case 'reference':
        case 'string':
        case 'textarea':
        case 'boolean':
        case 'email':
        case 'phone':
        case 'url':
            return null;
    }
}

const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-US');
