import { MAX_ROWS_PER_READ, OrgFault, type ExportField, type ExportPage } from 'c/orgPort';
import type { Person } from './orgFacts.ts';

/** Exports users from memory, in the order in which they're given. */
export function exported(
    people: Person[],
    fields: readonly ExportField[],
    after: string | null,
    hidden: readonly ExportField[]
): ExportPage {
    const start = after === null ? 0 : Number(after);
    if (Number.isNaN(start)) throw new OrgFault('invalid', 'The cursor is not valid');
    const end = start + MAX_ROWS_PER_READ;
    const there = fields.filter((field) => !hidden.includes(field));
    return {
        users: people.slice(start, end).map((person) => ({
            id: person.id,
            values: Object.fromEntries(
                there.flatMap((field) => {
                    const value = valueOf(person, field);
                    return value === null || value === '' ? [] : [[field, value]];
                })
            )
        })),
        total: people.length,
        endCursor: end < people.length ? String(end) : null,
        missing: people.length > 0 ? fields.filter((field) => hidden.includes(field)) : []
    };
}

/** What a field of an export has for a person. */
export function valueOf(person: Person, field: ExportField): string | null {
    switch (field) {
        case 'name':
        case 'username':
        case 'email':
        case 'alias':
        case 'profile':
        case 'role':
        case 'title':
        case 'department':
        case 'division':
        case 'manager':
        case 'created':
            return person[field];
        case 'active':
            return String(person.isActive);
        case 'last login':
            return person.lastLogin;
        case 'call center':
            return person.callCenterId;
        case 'federation id':
            return person.federationId;
        case 'employee number':
            return person.employeeNumber;
    }
}
