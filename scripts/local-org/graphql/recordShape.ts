import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Field, OrgObject } from '../objects/field.ts';
import { fieldNamed, relationshipNamed, type ObjectTable } from '../objects/objectTable.ts';
import type { Path } from '../query/condition.ts';
import type { FieldValue } from '../records/fieldValue.ts';
import type { Value } from '../store/store.ts';
import { selectedFields } from './selectedFields.ts';

/** A record in the form that the resolvers read: `{ Id, Name: { value }, Profile: { Name: { value } } }`. */
export interface RecordNode {
    ApiName: string;
    [field: string]: FieldValue | RecordNode | Value;
}

/** The columns that a selection needs, and how to read a row of them. One SQL query loads a whole connection. */
export interface RecordShape {
    paths: Path[];
    read(row: readonly Value[]): RecordNode;
}

export function recordShape(
    objects: ObjectTable,
    object: OrgObject,
    fields: Map<string, FieldNode[]>,
    info: GraphQLResolveInfo
): RecordShape {
    const paths: Path[] = [];
    const addPath = (path: Path) => paths.push(path) - 1;
    const read = readerOf(objects, object, fields, info, [], addPath);
    return { paths, read: (row) => read(row) ?? { ApiName: object.name } };
}

type Reader = (row: readonly Value[]) => RecordNode | null;

function readerOf(
    objects: ObjectTable,
    object: OrgObject,
    fields: Map<string, FieldNode[]>,
    info: GraphQLResolveInfo,
    prefix: Path,
    addPath: (path: Path) => number
): Reader {
    const id = addPath([...prefix, 'Id']);
    const values: { field: Field; at: number }[] = [];
    const related: { name: string; read: Reader }[] = [];
    const add = (name: string) => {
        const field = fieldNamed(object, name);
        if (field && field.type !== 'id') values.push({ field, at: addPath([...prefix, field.name]) });
    };
    for (const [name, nodes] of fields) {
        const target = objects.named(relationshipNamed(object, name)?.referenceTo[0] ?? '');
        if (name === 'WeakEtag') add('SystemModstamp');
        else if (name === 'DisplayValue') add(object.nameField);
        else if (target)
            related.push({
                name,
                read: readerOf(objects, target, selectedFields(nodes, info.fragments), info, [...prefix, name], addPath)
            });
        else add(name);
    }
    return (row) => {
        const found = row[id] ?? null;
        if (found === null) return null;
        const node: RecordNode = { ApiName: object.name, Id: found };
        for (const { field, at } of values) node[field.name] = { value: row[at] ?? null, field };
        for (const { name, read } of related) node[name] = read(row);
        return node;
    };
}
