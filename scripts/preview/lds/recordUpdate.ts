import type { RecordRepresentation } from 'lightning/uiRecordApi';

type UpdatedRecord = Pick<RecordRepresentation, 'id' | 'fields'>;

/**
 * GraphQL data with the new values of a record, wherever the data has it. Only records whose `Id` the document asks for
 * are found. @returns the same value when nothing changed
 */
export function withRecord(data: unknown, record: UpdatedRecord): unknown {
    if (typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data)) {
        const items = data.map((item) => withRecord(item, record));
        return items.some((item, index) => item !== data[index]) ? items : data;
    }
    const entries = Object.entries(data as Record<string, unknown>);
    const isRecord = entries.some(([name, value]) => name === 'Id' && value === record.id);
    const updated = entries.map(([name, value]): [string, unknown] => {
        const field = isRecord ? record.fields[name] : undefined;
        return [name, field ? withValue(value, field) : withRecord(value, record)];
    });
    return updated.some(([, value], index) => value !== entries[index]![1]) ? Object.fromEntries(updated) : data;
}

/** `{ value }`, or also `{ displayValue }`, with what the record has now. */
function withValue(asked: unknown, field: RecordRepresentation['fields'][string]): unknown {
    if (typeof asked !== 'object' || asked === null || !('value' in asked) || asked.value === field.value) return asked;
    return { ...asked, value: field.value, ...('displayValue' in asked ? { displayValue: field.displayValue } : {}) };
}
