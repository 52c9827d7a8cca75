import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EXPORT_FIELDS, type ExportField, type ExportedUser, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { valueOf } from '../support/memoryExports.ts';
import { ids, tally } from './checks.ts';
import type { World } from './world.ts';

export function exportsContract(world: World): void {
    const read = async (search: Partial<UserSearch>, fields: readonly ExportField[]) =>
        world.org.exportedUsers({ ...EVERYONE, ...search }, fields, null);

    describe('Exporting users', () => {
        it('reads every field of everyone, as the org has it', async () => {
            const { users, total, endCursor, missing } = await read({}, EXPORT_FIELDS);
            assert.deepEqual([total, endCursor, missing], [world.facts.people.length, null, []]);
            assert.deepEqual(ids(users), ids(world.facts.people));
            const found = new Map(users.map((user) => [user.id, user]));
            for (const person of world.facts.people) {
                const expected = Object.fromEntries(
                    EXPORT_FIELDS.map((field) => [field, valueOf(person, field)]).filter(([, value]) => value)
                );
                assert.deepEqual(found.get(person.id)?.values, expected, person.name);
            }
        });

        it('reads only the fields that are asked for, of the users whom the search finds, in its order', async () => {
            const search = {
                membership: 'here',
                target: world.center('Old Dialer'),
                isActive: true,
                sort: { field: 'name', descending: true }
            } as const;
            const { users } = await read(search, ['email']);
            const shown = await world.find(search);
            assert.ok(shown.length > 5);
            const expected: ExportedUser[] = shown.map(({ id, email }) => ({ id, values: { email } }));
            assert.deepEqual(users, expected);
            const [bare] = (await read(search, [])).users;
            assert.deepEqual(bare, { id: shown[0]?.id, values: {} });
        });

        it('finds no one for a search that no one can match', async () => {
            const { users, total } = await read({ text: 'x'.repeat(200) }, ['name']);
            assert.deepEqual([users, total], [[], 0]);
        });

        it('counts the members of every call center by profile and status', async () => {
            const counts = await world.org.centerProfileCounts();
            const key = (center: string | null, profile: string, isActive: boolean) =>
                `${center} ${profile} ${isActive}`;
            const members = world.facts.people.filter(({ callCenterId }) => callCenterId !== null);
            const expected = tally(
                members.map(({ callCenterId, profileId, isActive }) => key(callCenterId, profileId, isActive))
            );
            assert.equal(counts.length, expected.size);
            for (const { callCenterId, profileId, isActive, members: counted } of counts)
                assert.equal(counted, expected.get(key(callCenterId, profileId, isActive)));
        });
    });
}
