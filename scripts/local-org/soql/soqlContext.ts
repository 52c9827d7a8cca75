import type { OrgObject } from '../objects/field.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { Scope, type Column, type Readable } from '../query/scope.ts';
import { ApiError } from '../apiError.ts';
import { malformed } from './place.ts';

/** Relationships on the way to a field (documented, SOQL reference, "Understanding Relationship Query Limitations"). */
const MOST_STEPS = 5;

/** What is needed to understand the names of a statement. */
export interface Reading {
    objects: ObjectTable;
    object: OrgObject;
    /** The name given to the object in FROM. */
    alias: string | null;
    /** For finding fields only: no statement is made of it. */
    scope: Scope;
    now: Date;
    /** Semi-joins found so far, over the whole statement. */
    semiJoins: { count: number };
}

/** @throws ApiError INVALID_TYPE */
export function readingOf(
    objects: ObjectTable,
    readable: Readable,
    name: string,
    alias: string | null,
    now: Date
): Reading {
    const object = objects.named(name);
    if (!object || !readable(object)) throw noSuchObject(name);
    return { objects, object, alias, scope: new Scope(objects, object, readable), now, semiJoins: { count: 0 } };
}

/** A field as it is written in a statement: `Name`, `u.Profile.Name`, `User.Name`. @throws ApiError */
export function pathOf(reading: Reading, written: string): string[] {
    const steps = written.split('.');
    const [first] = steps;
    const prefixes = [reading.alias, reading.object.name].map((each) => each?.toLowerCase());
    if (steps.length > 1 && prefixes.includes(first?.toLowerCase())) steps.shift();
    if (steps.length > MOST_STEPS + 1) {
        throw malformed(`Relationship queries can reach at most ${MOST_STEPS} levels up: '${written}'`);
    }
    return steps;
}

/** @throws ApiError INVALID_FIELD */
export function columnOf(reading: Reading, path: readonly string[]): Column {
    return reading.scope.column(path);
}

/** Words as seen in public reports of SOQL errors. */
export function noSuchObject(name: string): ApiError {
    return new ApiError(
        'INVALID_TYPE',
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
    );
}
