import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SORT_FIELDS, type Id, type UserSearch, type User } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import type { Person } from '../support/orgFacts.ts';
import { readAll, ids, byId, assertSorted, assertFault } from './checks.ts';
import { type World } from './world.ts';

export function usersContract(world: World): void {
    describe('finding users', () => {
        it('finds everyone, with every field as it is', async () => {
            const strip = ({ profileId: _, roleId: __, ...user }: Person): User => user;
            const found = byId(await world.find({})).map((user) => ({ ...user, lastModified: '' }));
            assert.deepEqual(
                found,
                byId(world.facts.people.map(strip)).map((user) => ({ ...user, lastModified: '' }))
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
            it(`finds ${JSON.stringify(text)} to the letter`, async () => {
                assert.deepEqual(await world.names({ text }), expected);
            });
        }

        const wild = ['%', '_', '\\', '%%', '\\%', '\\_', "'", '"', '{', '$where', '*', '?', "' OR Name != '"];
        for (const text of wild) {
            it(`takes ${JSON.stringify(text)} for what it says, not for a pattern`, async () => {
                const holds = (field: string) => field.toUpperCase().includes(text.toUpperCase());
                assert.deepEqual(
                    ids(await world.find({ text })),
                    world.who((each) => [each.name, each.username, each.email, each.alias].some(holds))
                );
            });
        }

        it('finds by username, by email and by alias', async () => {
            const una = world.person('Una under_score');
            for (const text of [una.username, una.email]) assert.deepEqual(ids(await world.find({ text })), [una.id]);
            assert.ok(ids(await world.find({ text: una.alias })).includes(una.id));
        });

        it('finds nobody by 10,000 characters, and neither by 10,000 wildcards or emoji', async () => {
            for (const text of ['a'.repeat(10_000), '%'.repeat(10_000), '🎧'.repeat(10_000)]) {
                assert.deepEqual(await world.org.users({ ...EVERYONE, text }, null, { first: 100, fresh: true }), {
                    users: [],
                    total: 0,
                    endCursor: null
                });
            }
        });

        it('tells here, elsewhere and none apart, seen from a target and from nowhere', async () => {
            const target = world.center('Old Dialer');
            const seen = (filter: UserSearch['membership'], from: Id | null) =>
                world.find({ membership: filter, target: from }).then(ids);
            assert.deepEqual(
                await seen('here', target),
                world.who((each) => each.callCenterId === target)
            );
            assert.deepEqual(
                await seen('elsewhere', target),
                world.who((each) => each.callCenterId !== null && each.callCenterId !== target)
            );
            assert.deepEqual(
                await seen('none', target),
                world.who((each) => each.callCenterId === null)
            );
            assert.deepEqual(
                await seen('elsewhere', null),
                world.who((each) => each.callCenterId !== null)
            );
            assert.deepEqual(
                await seen('everyone', target),
                world.who(() => true)
            );
        });

        it('filters by center, profile, role and whether users are active, one and all together', async () => {
            const { profileId, roleId, callCenterId: memberOf } = world.person('Maartje de Vries');
            assert.deepEqual(
                ids(await world.find({ memberOf })),
                world.who((each) => each.callCenterId === memberOf)
            );
            assert.deepEqual(
                ids(await world.find({ profileId })),
                world.who((each) => each.profileId === profileId)
            );
            assert.deepEqual(
                ids(await world.find({ roleId })),
                world.who((each) => each.roleId === roleId)
            );
            assert.deepEqual(
                ids(await world.find({ isActive: false })),
                world.who((each) => !each.isActive)
            );
            const all = { memberOf, profileId, roleId, isActive: true, text: 'maartje' };
            assert.deepEqual(await world.names(all), ['Maartje de Vries']);
            assert.deepEqual(await world.names({ ...all, isActive: false }), []);
        });

        for (const field of SORT_FIELDS) {
            for (const descending of [false, true]) {
                it(`sorts by ${field}, ${descending ? 'last' : 'first'} things first and nothing last`, async () => {
                    const values = (await world.find({ sort: { field, descending } })).map((user) => user[field]);
                    assert.equal(values.length, world.facts.people.length);
                    assertSorted(values, descending);
                });
            }
        }

        it('gives every user once over all pages, in the order of one page, and the total on each', async () => {
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

        it('has no next page when the last one is full', async () => {
            const first = world.facts.people.length;
            const page = await world.org.users(EVERYONE, null, { first, fresh: true });
            assert.equal(page.users.length, first);
            assert.equal(page.endCursor, null);
        });

        it('refuses a page of none, a page over 2,000 and a cursor that it never gave', async () => {
            await assertFault('invalid', () => world.org.users(EVERYONE, null, { first: 0, fresh: true }));
            await assertFault('invalid', () => world.org.users(EVERYONE, null, { first: 2001, fresh: true }));
            await assertFault('invalid', () => world.org.users(EVERYONE, 'no cursor', { first: 10, fresh: true }));
        });
    });
}
