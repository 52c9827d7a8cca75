import type { OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { Scope, type Column, type Readable } from '../query/scope.ts';
import { ApiError } from '../apiError.ts';
import { malformed } from './soqlErrors.ts';

/** Maximum relationships in a path (documented, SOQL reference, "Understanding Relationship Query Limitations"). */
const MAX_RELATIONSHIPS = 5;

/** Everything needed to resolve the names in a statement. */
export interface SoqlContext {
    objects: ObjectTable;
    object: OrgObject;
    /** The alias of the object in FROM. */
    alias: string | null;
    /** Used only to find fields. It isn't compiled to SQL. */
    scope: Scope;
    now: Date;
    /** Counts the semi-joins of the whole statement. */
    semiJoins: { count: number };
}

/** @throws ApiError INVALID_TYPE */
export function soqlContext(
    objects: ObjectTable,
    readable: Readable,
    name: string,
    alias: string | null,
    now: Date
): SoqlContext {
    const object = objects.named(name);
    if (!object || !readable(object)) throw noSuchObject(name);
    return { objects, object, alias, scope: new Scope(objects, object, readable), now, semiJoins: { count: 0 } };
}

/** The path of a field, from its name in a statement: `Name`, `u.Profile.Name`, `User.Name`. @throws ApiError */
export function pathOf(context: SoqlContext, written: string): string[] {
    const steps = written.split('.');
    const [first] = steps;
    const prefixes = [context.alias, context.object.name].map((each) => each?.toLowerCase());
    if (steps.length > 1 && prefixes.includes(first?.toLowerCase())) steps.shift();
    if (steps.length > MAX_RELATIONSHIPS + 1) {
        throw malformed(`Relationship queries can reach at most ${MAX_RELATIONSHIPS} levels up: '${written}'`);
    }
    return steps;
}

/** @throws ApiError INVALID_FIELD */
export function columnOf(context: SoqlContext, path: readonly string[]): Column {
    return context.scope.column(path);
}

/** The error message is from public reports of SOQL errors. */
function noSuchObject(name: string): ApiError {
    return new ApiError(
        'INVALID_TYPE',
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
    );
}
