import { fileURLToPath } from 'node:url';
import { PERMISSION_SET, PERMISSION_SET_ASSIGNMENT, PROFILE, USER_LICENSE, USER_ROLE } from './access.ts';
import { CALL_CENTER, CALL_CENTER_ROUTING_MAP } from './callCenter.ts';
import { readCustomObjects } from './customObjects.ts';
import type { Field, OrgObject } from './field.ts';
import { ORGANIZATION } from './organization.ts';
import { USER } from './user.ts';

const CUSTOM_OBJECTS = fileURLToPath(new URL('../../../force-app/main/default/objects', import.meta.url));

const STANDARD = [
    USER,
    PROFILE,
    USER_ROLE,
    CALL_CENTER,
    CALL_CENTER_ROUTING_MAP,
    ORGANIZATION,
    PERMISSION_SET,
    PERMISSION_SET_ASSIGNMENT,
    USER_LICENSE
];

/** Field-level security that all profiles have: fields such as `User.CallCenterId`. */
export interface FieldSecurity {
    hidden: readonly string[];
    readOnly: readonly string[];
}

/** All objects and fields of the org. The store, GraphQL, UI API, SOQL, and describe are all built from this table. */
export interface ObjectTable {
    all: readonly OrgObject[];
    security: FieldSecurity;
    /** Finds an object by its name, ignoring case. */
    named(name: string): OrgObject | undefined;
    /** Finds the object of a record by the key prefix of its id. */
    ofId(id: string): OrgObject | undefined;
}

/**
 * @param folder source folder of the custom objects
 * @throws Error naming the file that isn't well formed
 */
export function objectTable(folder: string = CUSTOM_OBJECTS): ObjectTable {
    return tableOf([...STANDARD, ...readCustomObjects(folder)]);
}

export function tableOf(
    all: readonly OrgObject[],
    security: FieldSecurity = { hidden: [], readOnly: [] }
): ObjectTable {
    const byName = new Map(all.map((each) => [each.name.toLowerCase(), each]));
    const byPrefix = new Map(all.map((each) => [each.keyPrefix, each]));
    return {
        all,
        security,
        named: (name) => byName.get(name.toLowerCase()),
        ofId: (id) => byPrefix.get(id.slice(0, 3))
    };
}

export function fieldNamed(object: OrgObject, name: string): Field | undefined {
    return object.fieldsByName.get(name.toLowerCase());
}

/** The reference field of a relationship name, such as ProfileId for Profile. */
export function relationshipNamed(object: OrgObject, name: string): Field | undefined {
    return object.fields.find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
}
