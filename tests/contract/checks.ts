import assert from 'node:assert/strict';
import { OrgFault, type Id, type Org, type User, type UserSearch } from 'c/orgPort';

export async function readAll(org: Org, search: UserSearch, first: number) {
    const users: User[] = [];
    const totals = new Set<number>();
    let pages = 0;
    let after: string | null = null;
    do {
        const page: Awaited<ReturnType<Org['users']>> = await org.users(search, after, { first, fresh: true });
        users.push(...page.users);
        totals.add(page.total);
        after = page.endCursor;
        pages += 1;
        assert.ok(pages <= 1000, 'paging ends');
    } while (after !== null);
    return { users, totals: [...totals], pages };
}

export function ids(users: { id: Id }[]): Id[] {
    return users.map((user) => user.id).sort();
}

export function byId<Row extends { id: Id }>(rows: readonly Row[]): Row[] {
    return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function tally<Key>(keys: Key[]): Map<Key, number> {
    const counts = new Map<Key, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}

export function assertSorted(values: (string | null)[], descending: boolean): void {
    const firstNull = values.indexOf(null);
    const present = (firstNull === -1 ? values : values.slice(0, firstNull)) as string[];
    assert.ok(
        values.slice(present.length).every((value) => value === null),
        'nulls come last'
    );
    const capitals = present.map((value) => Buffer.from(value.normalize('NFC').toUpperCase()));
    for (let index = 1; index < capitals.length; index += 1) {
        const order = Buffer.compare(capitals[index - 1], capitals[index]);
        assert.ok(descending ? order >= 0 : order <= 0, `${present[index - 1]} comes before ${present[index]}`);
    }
}

export async function assertFault(kind: OrgFault['kind'], work: () => Promise<unknown>): Promise<void> {
    await assert.rejects(work, (thrown) => {
        assert.ok(thrown instanceof OrgFault, `${thrown} is an OrgFault`);
        assert.equal(thrown.kind, kind);
        return true;
    });
}
