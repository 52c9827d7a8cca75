import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAX_VALUES_PER_LOOKUP, type FoundUser, type UserKey, type UserLookup } from 'c/orgPort';
import { userOf, type Person } from '../support/orgFacts.ts';
import { assertFault, byId, ids } from './checks.ts';
import { MISSING_USER, type World } from './world.ts';

/** What each key of a user is. */
const KEYS: Record<UserKey, (person: Person) => (string | null)[]> = {
    id: ({ id }) => [id],
    username: ({ username }) => [username],
    email: ({ email }) => [email],
    'username or email': ({ username, email }) => [username, email],
    'federation id': ({ federationId }) => [federationId],
    'employee number': ({ employeeNumber }) => [employeeNumber],
    alias: ({ alias }) => [alias],
    name: ({ name }) => [name]
};
const EVERY_KEY = Object.entries(KEYS) as [UserKey, (typeof KEYS)[UserKey]][];

export function lookupsContract(world: World): void {
    const find = async (lookup: Partial<UserLookup> & Pick<UserLookup, 'by' | 'values'>): Promise<FoundUser[]> => {
        const answer = await world.org.usersBy({ match: 'equals', ...lookup }, null);
        assert.equal(answer.status, 'found');
        assert.ok(answer.status === 'found');
        assert.equal(answer.endCursor, null);
        return answer.users;
    };

    describe('Looking up users', () => {
        for (const [by, keysOf] of EVERY_KEY) {
            it(`finds everyone who has one of 100 values, by ${by}`, async () => {
                const keysOfEveryone = world.facts.people.flatMap(keysOf).filter((key) => key !== null);
                const values = [...new Set(keysOfEveryone)].slice(0, MAX_VALUES_PER_LOOKUP);
                assert.ok(values.length > 50, 'the seed has enough values');
                const found = await find({ by, values });
                const isWanted = (key: string | null) =>
                    key !== null && values.some((value) => value.toUpperCase() === key.toUpperCase());
                const expected = world.facts.people.filter((person) => keysOf(person).some(isWanted));
                assert.deepEqual(ids(found), ids(expected));
                for (const user of found) {
                    const person = expected.find(({ id }) => id === user.id);
                    assert.ok(person);
                    assert.deepEqual(
                        user.keys,
                        keysOf(person).filter((key) => key !== null)
                    );
                }
            });
        }

        it('returns what is known of each user, as a search does, where the user is now included', async () => {
            const person = world.person('Magnus Ó Briain');
            world.move(person.id, world.center('Collections'));
            const [found] = await find({ by: 'username', values: [person.username] });
            assert.ok(found);
            const { keys: _, lastModified: __, ...user } = found;
            const { lastModified: ___, ...expected } = userOf(person);
            assert.deepEqual(user, { ...expected, callCenterId: world.center('Collections') });
            world.move(person.id, person.callCenterId);
        });

        it('finds users whatever the capitals, and nobody for values that no one has', async () => {
            const una = world.person('Una under_score');
            const values = [
                una.email.toUpperCase(),
                'no.one@switchboard.example',
                '%',
                'under_score',
                "' OR Name != '"
            ];
            for (const by of ['email', 'username or email'] as const)
                assert.deepEqual(ids(await find({ by, values })), [una.id]);
            assert.deepEqual(await find({ by: 'id', values: [MISSING_USER] }), []);
            assert.deepEqual(await find({ by: 'name', values: [] }), []);
        });

        it('finds all users of one name', async () => {
            const [one, other, ...more] = await find({ by: 'name', values: ['maría álvarez'] });
            assert.deepEqual([one?.name, other?.name, more], ['María Álvarez', 'María Álvarez', []]);
        });

        it('finds users whose values begin with one of several texts, which match literally', async () => {
            const starts = async (...values: string[]) => ids(await find({ by: 'name', values, match: 'starts' }));
            assert.deepEqual(await starts('Percy 100%', 'una UNDER_'), [
                ...[world.person('Percy 100% Certain').id, world.person('Una under_score').id].sort()
            ]);
            assert.deepEqual(await starts('%', '_', '\\'), []);
            const { username } = world.person('Madonna');
            const found = await find({ by: 'username or email', values: [username.slice(0, -1)], match: 'starts' });
            assert.deepEqual(ids(found), [world.person('Madonna').id]);
        });

        it('lists each user once, sorted by ID', async () => {
            const values = byId(world.facts.people)
                .slice(0, 40)
                .flatMap(({ username, email }) => [username, email]);
            const found = await find({ by: 'username or email', values });
            assert.deepEqual(
                found.map(({ id }) => id),
                ids(found)
            );
            assert.equal(new Set(ids(found)).size, found.length);
        });

        it('refuses more values than one question may have, and IDs that no org would take', async () => {
            const values = Array.from({ length: MAX_VALUES_PER_LOOKUP + 1 }, (_, index) => `E${index}`);
            await assertFault('invalid', () => find({ by: 'employee number', values }));
            await assertFault('invalid', () => find({ by: 'name', values: values.slice(0, 11), match: 'starts' }));
            await assertFault('invalid', () => find({ by: 'name', values: [''] }));
            for (const id of ['005000000000001', 'Ada', `${MISSING_USER.slice(0, 15)}aaa`])
                await assertFault('invalid', () => find({ by: 'id', values: [id] }));
            await assertFault('invalid', () => find({ by: 'id', values: [MISSING_USER], match: 'starts' }));
        });
    });
}
