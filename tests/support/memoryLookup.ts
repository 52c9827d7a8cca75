import {
    MAX_ROWS_PER_READ,
    MAX_STARTS_PER_LOOKUP,
    MAX_VALUES_PER_LOOKUP,
    OrgFault,
    toId18,
    type LookupAnswer,
    type UserKey,
    type UserLookup
} from 'c/orgPort';
import { userOf, type Person } from './orgFacts.ts';

/** Looks up users in memory, as strict as an org about the question. */
export function lookedUp(
    people: Person[],
    { by, values, match }: UserLookup,
    after: string | null,
    hidden: readonly UserKey[]
): LookupAnswer {
    const most = match === 'equals' ? MAX_VALUES_PER_LOOKUP : MAX_STARTS_PER_LOOKUP;
    if (values.length > most || values.includes('')) throw new OrgFault('invalid', 'The filter has too many values');
    if (by === 'id' && (match === 'starts' || values.some((value) => toId18(value) !== value)))
        throw new OrgFault('invalid', 'invalid ID field');
    if (hidden.includes(by)) return { status: 'unavailable', words: `No such column for ${by}` };
    const wanted = values.map(folded);
    const isWanted = (key: string) =>
        match === 'equals' ? wanted.includes(folded(key)) : wanted.some((start) => folded(key).startsWith(start));
    const found = people
        .map((person) => ({ ...userOf(person), keys: keysOf(person, by) }))
        .filter(({ keys }) => keys.some(isWanted))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
    const start = Number(after ?? 0);
    const end = start + MAX_ROWS_PER_READ;
    return { status: 'found', users: found.slice(start, end), endCursor: end < found.length ? String(end) : null };
}

function keysOf(person: Person, by: UserKey): string[] {
    switch (by) {
        case 'id':
            return [person.id];
        case 'username':
        case 'email':
        case 'alias':
        case 'name':
            return [person[by]].filter((key) => key !== '');
        case 'username or email':
            return [person.username, person.email].filter((key) => key !== '');
        case 'federation id':
            return person.federationId === null ? [] : [person.federationId];
        case 'employee number':
            return person.employeeNumber === null ? [] : [person.employeeNumber];
    }
}

function folded(text: string): string {
    return text.normalize('NFC').toUpperCase();
}
