import type { Field, OrgObject } from '../objects/field.ts';
import type { RecordShape } from '../soql/selectList.ts';
import type { Value } from '../store/store.ts';

/** REST writes times as `2026-11-22T10:00:00.000+0000` (documented). */
export function restValue(field: Field | null, value: Value): Value {
    const isTime = field?.type === 'datetime' && typeof value === 'string';
    return isTime ? value.replace(/Z$/, '+0000') : value;
}

export function recordUrl(version: string, object: OrgObject, id: string): string {
    return `/services/data/${version}/sobjects/${object.name}/${id}`;
}

/** A query row as `{ attributes: { type, url }, Name, Profile: { attributes, Name } }`. A missing parent is null. */
export function recordJson(version: string, shape: RecordShape, row: Value[]): Record<string, unknown> | null {
    const id = row[shape.idAt];
    if (typeof id !== 'string') return null;
    const record: Record<string, unknown> = {
        attributes: { type: shape.object.name, url: recordUrl(version, shape.object, id) }
    };
    for (const entry of shape.entries) {
        record[entry.name] =
            'parent' in entry ? recordJson(version, entry.parent, row) : restValue(entry.field, row[entry.at] ?? null);
    }
    return record;
}
