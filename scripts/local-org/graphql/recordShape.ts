import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Field, OrgObject } from '../objects/field.ts';
import { fieldNamed, relationshipNamed, type ObjectTable } from '../objects/objectTable.ts';
import type { Path } from '../query/condition.ts';
import type { FieldValue } from '../records/fieldValue.ts';
import type { Value } from '../store/store.ts';
import { selectedFields } from './selectedFields.ts';

/** A record as the schema's resolvers read it: `{ Id, Name: { value }, Profile: { Name: { value } } }`. */
export interface RecordNode {
    ApiName: string;
    [field: string]: FieldValue | RecordNode | Value;
}

/** Which columns a selection needs, and how a row of them becomes a record. One SQL query serves a whole connection. */
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
    const place = (path: Path) => paths.push(path) - 1;
    const read = shapeBelow(objects, object, fields, info, [], place);
    return { paths, read: (row) => read(row) ?? { ApiName: object.name } };
}

type Reader = (row: readonly Value[]) => RecordNode | null;

function shapeBelow(
    objects: ObjectTable,
    object: OrgObject,
    fields: Map<string, FieldNode[]>,
    info: GraphQLResolveInfo,
    prefix: Path,
    place: (path: Path) => number
): Reader {
    const id = place([...prefix, 'Id']);
    const values: { field: Field; place: number }[] = [];
    const related: { name: string; read: Reader }[] = [];
    const add = (name: string) => {
        const field = fieldNamed(object, name);
        if (field && field.type !== 'id') values.push({ field, place: place([...prefix, field.name]) });
    };
    for (const [name, nodes] of fields) {
        const target = objects.named(relationshipNamed(object, name)?.referenceTo[0] ?? '');
        if (name === 'WeakEtag') add('SystemModstamp');
        else if (name === 'DisplayValue') add(object.nameField);
        else if (target)
            related.push({
                name,
                read: shapeBelow(objects, target, selectedFields(nodes, info.fragments), info, [...prefix, name], place)
            });
        else add(name);
    }
    return (row) => {
        const found = row[id] ?? null;
        if (found === null) return null;
        const node: RecordNode = { ApiName: object.name, Id: found };
        for (const { field, place: at } of values) node[field.name] = { value: row[at] ?? null, field };
        for (const { name, read } of related) node[name] = read(row);
        return node;
    };
}
