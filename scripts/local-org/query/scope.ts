import type { Field, OrgObject } from '../objects/field.ts';
import { fieldNamed, relationshipNamed, type ObjectTable } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { quoted } from '../store/tables.ts';
import type { Path } from './condition.ts';

/** Whether the user can read a field, or the object if no field is given. */
export type Readable = (object: OrgObject, field?: Field) => boolean;

/** A field, and the alias of its table in the query. */
export interface Column {
    alias: string;
    object: OrgObject;
    field: Field;
}

/** The tables that a query reads: the object's own, and a left join for each relationship that leads to a field. */
export class Scope {
    readonly object: OrgObject;
    readonly root: string;
    readonly readable: Readable;
    readonly objects: ObjectTable;
    readonly #joins = new Map<string, { alias: string; object: OrgObject; sql: string }>();
    readonly #aliases: { next: number };

    constructor(objects: ObjectTable, object: OrgObject, readable: Readable, aliases = { next: 0 }) {
        this.objects = objects;
        this.object = object;
        this.readable = readable;
        this.#aliases = aliases;
        this.root = `t${aliases.next++}`;
        if (!readable(object)) {
            throw new ApiError('INVALID_TYPE', `sObject type '${object.name}' is not supported.`);
        }
    }

    /** The scope of a semi-join. Its aliases differ from those of the outer query. */
    inner(object: OrgObject): Scope {
        return new Scope(this.objects, object, this.readable, this.#aliases);
    }

    get from(): string {
        const joins = [...this.#joins.values()].map((join) => join.sql);
        return [`${quoted(this.object.name)} ${this.root}`, ...joins].join(' ');
    }

    /** @throws ApiError INVALID_FIELD when a step of the path doesn't exist or isn't visible to the user */
    column(path: Path): Column {
        let alias = this.root;
        let object = this.object;
        let pathSoFar = '';
        for (const step of path.slice(0, -1)) {
            const link = relationshipNamed(object, step);
            const target = link && this.objects.named(link.referenceTo[0] ?? '');
            if (!link || !target || !this.readable(object, link) || !this.readable(target)) {
                throw new ApiError('INVALID_FIELD', noRelationship(step, object));
            }
            pathSoFar = `${pathSoFar}.${link.name}`;
            const join = this.#joins.get(pathSoFar) ?? this.#join(pathSoFar, alias, link, target);
            alias = join.alias;
            object = join.object;
        }
        const name = path.at(-1) ?? '';
        const field = fieldNamed(object, name);
        if (!field || !this.readable(object, field)) {
            throw new ApiError('INVALID_FIELD', noColumn(name, object));
        }
        return { alias, object, field };
    }

    #join(pathSoFar: string, from: string, link: Field, object: OrgObject) {
        const alias = `t${this.#aliases.next++}`;
        const sql = `LEFT JOIN ${quoted(object.name)} ${alias} ON ${alias}."Id" = ${from}.${quoted(link.name)}`;
        const join = { alias, object, sql };
        this.#joins.set(pathSoFar, join);
        return join;
    }
}

/** The error message is from public reports of SOQL errors. */
export function noColumn(name: string, object: OrgObject): string {
    const custom =
        " If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
    return `No such column '${name}' on entity '${object.name}'.${custom}`;
}

function noRelationship(name: string, object: OrgObject): string {
    const custom =
        " If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
    return `Didn't understand relationship '${name}' in field path for entity '${object.name}'.${custom}`;
}
