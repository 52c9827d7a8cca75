import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import type { Field, OrgObject } from '../objects/field.ts';
import { relationshipNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { malformed, notServed } from './place.ts';
import { columnOf, pathOf, type Reading } from './reading.ts';

/** Most rows of a statement with FIELDS(ALL) or FIELDS(CUSTOM) (documented). */
const FIELDS_LIMIT = 200;

/** One entry of a record in an answer: a value at a place of the row, or a parent's record. */
export type Entry = { name: string; at: number; field: Field } | { name: string; parent: RecordShape };

export interface RecordShape {
    object: OrgObject;
    /** Where in the row the record's id stands; null there means that there is no such record. */
    idAt: number;
    entries: Entry[];
}

/** A column as a flat file has it: `Profile.Name`. */
export interface FlatColumn {
    name: string;
    at: number;
    field: Field;
}

export interface SelectList {
    paths: string[][];
    shape: RecordShape;
    columns: FlatColumn[];
}

/** What each row holds, with the names as the org writes them. @throws ApiError */
export function readSelectList(reading: Reading, query: Query): SelectList {
    const paths: string[][] = [['Id']];
    const shape: RecordShape = { object: reading.object, idAt: 0, entries: [] };
    const columns: FlatColumn[] = [];
    for (const selected of query.fields ?? []) {
        for (const { path, alias } of pathsOf(reading, selected, query.limit)) add(path, alias);
    }
    return { paths, shape, columns };

    function add(path: string[], alias: string | null): void {
        const { field } = columnOf(reading, path);
        let here = shape;
        const walked: string[] = [];
        for (const step of path.slice(0, -1)) {
            const link = relationshipNamed(here.object, step);
            const object = reading.objects.named(link?.referenceTo[0] ?? '');
            if (!link || !object) throw malformed(`unexpected token: '${step}'`);
            walked.push(link.relationshipName ?? step);
            here = parentOf(here, object, walked);
        }
        const name = alias ?? field.name;
        if (here.entries.some((entry) => entry.name === name)) {
            throw new ApiError('INVALID_FIELD', `duplicate field selected: ${[...walked, name].join('.')}`);
        }
        const at = paths.push([...walked, field.name]) - 1;
        here.entries.push({ name, at, field });
        columns.push({ name: [...walked, name].join('.'), at, field });
    }

    function parentOf(child: RecordShape, object: OrgObject, walked: string[]): RecordShape {
        const name = walked.at(-1) ?? '';
        const known = child.entries.find((entry) => entry.name === name);
        if (known && 'parent' in known) return known.parent;
        const parent: RecordShape = { object, idAt: paths.push([...walked, 'Id']) - 1, entries: [] };
        child.entries.push({ name, parent });
        return parent;
    }
}

function pathsOf(
    reading: Reading,
    selected: FieldType,
    limit: number | undefined
): { path: string[]; alias: string | null }[] {
    switch (selected.type) {
        case 'Field':
        case 'FieldRelationship': {
            const alias = 'alias' in selected ? selected.alias : undefined;
            if (alias !== undefined) throw malformed('only aggregate expressions use field aliasing');
            return [{ path: pathOf(reading, writtenOf(selected)), alias: null }];
        }
        case 'FieldFunctionExpression':
            return functionPaths(reading, selected, limit);
        case 'FieldSubquery': {
            const name = selected.subquery.relationshipName;
            throw new ApiError(
                'INVALID_TYPE',
                `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`
            );
        }
        case 'FieldTypeof':
            throw notServed('TYPEOF');
    }
}

/** The name as it stands in the statement, with its prefix. */
export function writtenOf(selected: { field: string; relationships?: string[]; rawValue?: string }): string {
    return selected.rawValue ?? [...(selected.relationships ?? []), selected.field].join('.');
}

function functionPaths(
    reading: Reading,
    selected: Extract<FieldType, { type: 'FieldFunctionExpression' }>,
    limit: number | undefined
): { path: string[]; alias: string | null }[] {
    const [parameter] = selected.parameters;
    const name = selected.functionName.toUpperCase();
    if (name === 'TOLABEL' && typeof parameter === 'string') {
        return [{ path: pathOf(reading, parameter), alias: selected.alias ?? null }];
    }
    if (name !== 'FIELDS' || typeof parameter !== 'string') throw notServed(`${selected.functionName}() in SELECT`);
    const kind = parameter.toUpperCase();
    if (kind !== 'STANDARD' && (limit === undefined || limit > FIELDS_LIMIT)) {
        throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`);
    }
    const fields = reading.object.fields.filter((field) => {
        if (!reading.scope.readable(reading.object, field)) return false;
        return kind === 'ALL' || field.custom === (kind === 'CUSTOM');
    });
    return fields.map((field) => ({ path: [field.name], alias: null }));
}
