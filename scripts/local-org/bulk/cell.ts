import type { Field, OrgObject } from '../objects/field.ts';
import { fieldNamed, relationshipNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import type { Value } from '../store/store.ts';

/** Clears a field. An empty cell leaves the field unchanged (documented). */
const EMPTY = '#N/A';

/** A column of an ingest file: a field, or a field of a parent, such as `Run__r.RunKey__c`. */
export interface Column {
    name: string;
    parent: string | null;
    field: Field;
}

/**
 * @throws ApiError with the message of a failed job: as seen in public reports for an unknown column, and assumed for
 * columns that set the same field
 */
export function columnsOf(
    header: string[],
    object: OrgObject,
    find: (name: string) => OrgObject | undefined
): Column[] {
    const set = new Set<string>();
    return header.map((written) => {
        const [first = '', second, ...more] = written.trim().split('.');
        const link = second === undefined ? undefined : relationshipNamed(object, first);
        const parent = link ? find(link.referenceTo[0] ?? '') : undefined;
        const owner = second === undefined ? object : parent;
        const field = owner && more.length === 0 ? fieldNamed(owner, second ?? first) : undefined;
        if (!field) throw new ApiError('InvalidBatch', `InvalidBatch : Field name not found : ${written}`);
        const target = link?.name ?? field.name;
        if (set.has(target)) {
            throw new ApiError('InvalidBatch', `InvalidBatch : Field name is in the header twice : ${written}`);
        }
        set.add(target);
        return { name: field.name, parent: second === undefined ? null : first, field };
    });
}

/**
 * A row as the record that a client would send to REST.
 * @throws ApiError when the row doesn't have one cell for each column. That only this row fails is documented for
 * malformed rows; the message is assumed.
 */
export function recordOf(columns: Column[], cells: string[]): Record<string, unknown> {
    if (cells.length !== columns.length) {
        const cellCount = cells.length === 1 ? '1 cell' : `${cells.length} cells`;
        throw new ApiError('ClientInputError', `The row has ${cellCount}, but the header has ${columns.length}`);
    }
    const record: Record<string, unknown> = {};
    columns.forEach(({ name, parent, field }, index) => {
        const cell = cells[index] ?? '';
        if (cell === '') return;
        const value = cellValue(field, cell);
        record[parent ?? name] = parent === null ? value : { [name]: value };
    });
    return record;
}

/** Text is converted or rejected when it's written. A boolean is read here, because only Bulk API accepts 1 and 0. */
function cellValue(field: Field, cell: string): Value {
    if (cell === EMPTY) return null;
    switch (field.type) {
        case 'boolean':
            if (/^(true|1)$/i.test(cell)) return true;
            return /^(false|0)$/i.test(cell) ? false : cell;
        case 'int':
        case 'double':
        case 'id':
        case 'string':
        case 'textarea':
        case 'date':
        case 'datetime':
        case 'reference':
        case 'picklist':
        case 'email':
        case 'phone':
        case 'url':
            return cell;
    }
}
