import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SORT_FIELDS, type Id, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { userOf } from '../support/orgFacts.ts';
import { readAll, ids, byId, assertSorted, assertFault } from './checks.ts';
import { type World } from './world.ts';

export function usersContract(world: World): void {
    describe('Searching users', () => {
        it('finds everyone, with the right value in every field', async () => {
            const found = byId(await world.find({})).map((user) => ({ ...user, lastModified: '' }));
            assert.deepEqual(
                found,
                byId(world.facts.people.map(userOf)).map((user) => ({ ...user, lastModified: '' }))
            );
        });

        const typed: [string, string[]][] = [
            ['100%', ['Percy 100% Certain']],
            ['0% c', ['Percy 100% Certain']],
            ['under_score', ['Una under_score']],
            ['C:\\slash', ['Bäck C:\\slash']],
            ["O'Brien", ["Siobhán O'Brien"]],
            ['"Manu"', ['Manuela "Manu" Ferreira']],
            ['<script>', ['<b>Bobby</b> <script>alert(1)</script>']],
            ['🎧', ['Zoë Sunshine ☀️🎧']],
            ['عبد الله', ['محمود عبد الله']],
            ['  percy  ', ['Percy 100% Certain']],
            ['MADONNA', ['Madonna']]
        ];
        for (const [text, expected] of typed) {
            it(`finds ${JSON.stringify(text)} literally`, async () => {
                assert.deepEqual(await world.names({ text }), expected);
            });
        }

        const wild = ['%', '_', '\\', '%%', '\\%', '\\_', "'", '"', '{', '$where', '*', '?', "' OR Name != '"];
        for (const text of wild) {
            it(`treats ${JSON.stringify(text)} as text, not as a pattern`, async () => {
                const holds = (field: string) => field.toUpperCase().includes(text.toUpperCase());
                assert.deepEqual(
                    ids(await world.find({ text })),
                    world.who((each) => [each.name, each.username, each.email, each.alias].some(holds))
                );
            });
        }

        it('matches usernames, emails and aliases', async () => {
            const una = world.person('Una under_score');
            for (const text of [una.username, una.email]) assert.deepEqual(ids(await world.find({ text })), [una.id]);
            assert.ok(ids(await world.find({ text: una.alias })).includes(una.id));
        });

        it('finds no one for 10,000 characters, wildcards or emoji', async () => {
            for (const text of ['a'.repeat(10_000), '%'.repeat(10_000), '🎧'.repeat(10_000)]) {
                assert.deepEqual(await world.org.users({ ...EVERYONE, text }, null, { first: 100, fresh: true }), {
                    users: [],
                    total: 0,
                    endCursor: null,
                    hidesMemberships: false
                });
            }
        });

        it('filters by here, elsewhere and none, with and without a target', async () => {
            const target = world.center('Old Dialer');
            const found = (filter: UserSearch['membership'], from: Id | null) =>
                world.find({ membership: filter, target: from }).then(ids);
            assert.deepEqual(
                await found('here', target),
                world.who((each) => each.callCenterId === target)
            );
            assert.deepEqual(
                await found('elsewhere', target),
                world.who((each) => each.callCenterId !== null && each.callCenterId !== target)
            );
            assert.deepEqual(
                await found('none', target),
                world.who((each) => each.callCenterId === null)
            );
            assert.deepEqual(
                await found('elsewhere', null),
                world.who((each) => each.callCenterId !== null)
            );
            assert.deepEqual(
                await found('everyone', target),
                world.who(() => true)
            );
        });

        it('filters by center, profile, role and status, separately and combined', async () => {
            const { profileId, roleId, callCenterId: memberOf } = world.person('Maartje de Vries');
            assert.deepEqual(
                ids(await world.find({ memberOf })),
                world.who((each) => each.callCenterId === memberOf)
            );
            assert.deepEqual(
                ids(await world.find({ profileIds: [profileId] })),
                world.who((each) => each.profileId === profileId)
            );
            assert.deepEqual(
                ids(await world.find({ roleIds: [roleId!] })),
                world.who((each) => each.roleId === roleId)
            );
            assert.deepEqual(
                ids(await world.find({ isActive: false })),
                world.who((each) => !each.isActive)
            );
            const all = { memberOf, profileIds: [profileId], roleIds: [roleId!], isActive: true, text: 'maartje' };
            assert.deepEqual(await world.names(all), ['Maartje de Vries']);
            assert.deepEqual(await world.names({ ...all, isActive: false }), []);
        });

        it('finds users with one of several profiles, and with one of several roles', async () => {
            const people = world.facts.people;
            const profileIds = [...new Set(people.map(({ profileId }) => profileId))].slice(0, 2);
            const roleIds = [...new Set(people.flatMap(({ roleId }) => roleId ?? []))].slice(0, 2);
            const isOneOf = (id: Id | null, several: Id[]) => id !== null && several.includes(id);
            assert.deepEqual(
                ids(await world.find({ profileIds })),
                world.who((each) => isOneOf(each.profileId, profileIds))
            );
            assert.deepEqual(
                ids(await world.find({ profileIds, roleIds })),
                world.who((each) => isOneOf(each.profileId, profileIds) && isOneOf(each.roleId, roleIds))
            );
        });

        for (const field of SORT_FIELDS) {
            for (const descending of [false, true]) {
                it(`sorts by ${field}, ${descending ? 'descending' : 'ascending'}, with nulls last`, async () => {
                    const values = (await world.find({ sort: { field, descending } })).map((user) => user[field]);
                    assert.equal(values.length, world.facts.people.length);
                    assertSorted(values, descending);
                });
            }
        }

        it('returns each user once over all pages, in the order of a single page, with the total on each page', async () => {
            for (const field of SORT_FIELDS) {
                const search: UserSearch = { ...EVERYONE, sort: { field, descending: true } };
                const small = await readAll(world.org, search, 37);
                assert.equal(small.pages, Math.ceil(world.facts.people.length / 37));
                assert.deepEqual(small.totals, [world.facts.people.length]);
                const large = await readAll(world.org, search, 2000);
                assert.equal(large.pages, 1);
                assert.deepEqual(
                    small.users.map((user) => user.id),
                    large.users.map((user) => user.id)
                );
                assert.equal(new Set(small.users.map((user) => user.id)).size, world.facts.people.length);
            }
        });

        it('has no next page when the last page is full', async () => {
            const first = world.facts.people.length;
            const page = await world.org.users(EVERYONE, null, { first, fresh: true });
            assert.equal(page.users.length, first);
            assert.equal(page.endCursor, null);
        });

        it('refuses pages of 0 or over 2,000 rows, and unknown cursors', async () => {
            await assertFault('invalid', () => world.org.users(EVERYONE, null, { first: 0, fresh: true }));
            await assertFault('invalid', () => world.org.users(EVERYONE, null, { first: 2001, fresh: true }));
            await assertFault('invalid', () => world.org.users(EVERYONE, 'no cursor', { first: 10, fresh: true }));
        });
    });
}
