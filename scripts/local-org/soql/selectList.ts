import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import type { Field, OrgObject } from '../objects/field.ts';
import { relationshipNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { malformed, notSupported } from './soqlErrors.ts';
import { columnOf, pathOf, type SoqlContext } from './soqlContext.ts';

/** Maximum LIMIT of a statement with FIELDS(ALL) or FIELDS(CUSTOM) (documented). */
const FIELDS_LIMIT = 200;

/** One entry of a record in a response: the value at an index of the row, or a parent record. */
export type Entry = { name: string; at: number; field: Field } | { name: string; parent: RecordShape };

export interface RecordShape {
    object: OrgObject;
    /** Index of the record's id in the row. If that value is null, there's no such record. */
    idAt: number;
    entries: Entry[];
}

/** A column of a CSV file, such as `Profile.Name`. */
interface FlatColumn {
    name: string;
    at: number;
    field: Field;
}

export interface SelectList {
    paths: string[][];
    shape: RecordShape;
    columns: FlatColumn[];
}

/** Reads what each row contains, with the spelling of names that the org uses. @throws ApiError */
export function readSelectList(context: SoqlContext, query: Query): SelectList {
    const paths: string[][] = [['Id']];
    const shape: RecordShape = { object: context.object, idAt: 0, entries: [] };
    const columns: FlatColumn[] = [];
    for (const selected of query.fields ?? []) {
        for (const { path, alias } of pathsOf(context, selected, query.limit)) add(path, alias);
    }
    return { paths, shape, columns };

    function add(path: string[], alias: string | null): void {
        const { field } = columnOf(context, path);
        let record = shape;
        const relationships: string[] = [];
        for (const step of path.slice(0, -1)) {
            const link = relationshipNamed(record.object, step);
            const object = context.objects.named(link?.referenceTo[0] ?? '');
            if (!link || !object) throw malformed(`unexpected token: '${step}'`);
            relationships.push(link.relationshipName ?? step);
            record = parentOf(record, object, relationships);
        }
        const name = alias ?? field.name;
        if (record.entries.some((entry) => entry.name === name)) {
            throw new ApiError('INVALID_FIELD', `duplicate field selected: ${[...relationships, name].join('.')}`);
        }
        const at = paths.push([...relationships, field.name]) - 1;
        record.entries.push({ name, at, field });
        columns.push({ name: [...relationships, name].join('.'), at, field });
    }

    function parentOf(child: RecordShape, object: OrgObject, relationships: string[]): RecordShape {
        const name = relationships.at(-1) ?? '';
        const known = child.entries.find((entry) => entry.name === name);
        if (known && 'parent' in known) return known.parent;
        const parent: RecordShape = { object, idAt: paths.push([...relationships, 'Id']) - 1, entries: [] };
        child.entries.push({ name, parent });
        return parent;
    }
}

function pathsOf(
    context: SoqlContext,
    selected: FieldType,
    limit: number | undefined
): { path: string[]; alias: string | null }[] {
    switch (selected.type) {
        case 'Field':
        case 'FieldRelationship': {
            const alias = 'alias' in selected ? selected.alias : undefined;
            if (alias !== undefined) throw malformed('only aggregate expressions use field aliasing');
            return [{ path: pathOf(context, writtenOf(selected)), alias: null }];
        }
        case 'FieldFunctionExpression':
            return functionPaths(context, selected, limit);
        case 'FieldSubquery': {
            const name = selected.subquery.relationshipName;
            throw new ApiError(
                'INVALID_TYPE',
                `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`
            );
        }
        case 'FieldTypeof':
            throw notSupported('TYPEOF');
    }
}

/** The name as written in the statement, with its prefix. */
export function writtenOf(selected: { field: string; relationships?: string[]; rawValue?: string }): string {
    return selected.rawValue ?? [...(selected.relationships ?? []), selected.field].join('.');
}

function functionPaths(
    context: SoqlContext,
    selected: Extract<FieldType, { type: 'FieldFunctionExpression' }>,
    limit: number | undefined
): { path: string[]; alias: string | null }[] {
    const [parameter] = selected.parameters;
    const name = selected.functionName.toUpperCase();
    if (name === 'TOLABEL' && typeof parameter === 'string') {
        return [{ path: pathOf(context, parameter), alias: selected.alias ?? null }];
    }
    if (name !== 'FIELDS' || typeof parameter !== 'string') throw notSupported(`${selected.functionName}() in SELECT`);
    const kind = parameter.toUpperCase();
    if (kind !== 'STANDARD' && (limit === undefined || limit > FIELDS_LIMIT)) {
        throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`);
    }
    const fields = context.object.fields.filter((field) => {
        if (!context.scope.readable(context.object, field)) return false;
        return kind === 'ALL' || field.custom === (kind === 'CUSTOM');
    });
    return fields.map((field) => ({ path: [field.name], alias: null }));
}
