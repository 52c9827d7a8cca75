import { createHash } from 'node:crypto';
import { isText, type Field, type OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';

/** Increase this number when the layout of tables changes, or the users that every seed has. */
const LAYOUT = 3;

/** A quoted SQL identifier. Names come from the object table, never from a request. */
export function quoted(name: string): string {
    return `"${name.replaceAll('"', '""')}"`;
}

/** The name of the shadow column of a folded field. */
export function shadowOf(field: Field): string {
    return `${field.name}$`;
}

export function isFolded(field: Field): boolean {
    return field.folded && isText(field.type);
}

/**
 * One table per object, and one column per field. Each folded field also gets a shadow column for its folded text.
 * Shadow columns come first because SQLite reads a row from left to right.
 */
export function createTables(objects: ObjectTable): string[] {
    return objects.all.flatMap((object) => {
        const shadows = object.fields.filter(isFolded).map((each) => `${quoted(shadowOf(each))} TEXT`);
        const columns = object.fields
            .filter(({ name }) => name !== 'Id')
            .map((each) => `${quoted(each.name)} ${columnType(each)}`);
        return [
            `CREATE TABLE ${quoted(object.name)} ("Id" TEXT PRIMARY KEY NOT NULL, ${[...shadows, ...columns].join(', ')})`
        ];
    });
}

/** The indexes. Creating them after seeding takes half the time. */
export function createIndexes(objects: ObjectTable): string[] {
    return objects.all.flatMap((object) => object.indexed.map((name) => indexOn(object, name)));
}

function indexOn(object: OrgObject, name: string): string {
    const field = indexedField(object, name);
    const searched =
        name === object.nameField ? object.searched.map((each) => indexedColumn(indexedField(object, each))) : [];
    const columns = field.unique ? [indexedColumn(field)] : [indexedColumn(field), 'Id', ...searched];
    const kind = field.unique ? 'UNIQUE INDEX' : 'INDEX';
    return `CREATE ${kind} IF NOT EXISTS ${quoted(`${object.name}.${name}`)} ON ${quoted(object.name)} (${columns.map(quoted).join(', ')})`;
}

function indexedField(object: OrgObject, name: string): Field {
    const field = object.fieldsByName.get(name.toLowerCase());
    if (!field) throw new Error(`${object.name} has no field ${name} to index.`);
    return field;
}

function indexedColumn(field: Field): string {
    return isFolded(field) ? shadowOf(field) : field.name;
}

/** Identifies the layout of the store, as a positive 31-bit number that fits SQLite's `user_version`. */
export function schemaVersion(objects: ObjectTable): number {
    const text = [LAYOUT, ...createTables(objects), ...createIndexes(objects)].join('\n');
    return createHash('sha256').update(text).digest().readUInt32BE(0) >>> 1;
}

function columnType({ type }: Field): string {
    switch (type) {
        case 'boolean':
        case 'int':
            return 'INTEGER';
        case 'double':
            return 'REAL';
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
            return 'TEXT';
    }
}
