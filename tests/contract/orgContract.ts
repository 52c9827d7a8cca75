import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { OrgFault, SORT_FIELDS, toId18, type Id, type Org, type User, type UserSearch } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import type { OrgFacts, Person } from '../support/orgFacts.ts';

/** An org, what is true of it, and a colleague who works in it at the same time. */
export interface ContractOrg {
    org: Org;
    facts: OrgFacts;
    /** Somebody else moves a user. */
    move(userId: Id, to: Id | null): void;
    close(): Promise<void>;
}

/** Well-formed ids of nothing. */
const NOBODY = toId18('005000000000ZZZ')!;
const NOWHERE = toId18('04v000000000ZZZ')!;

/** What every `Org` must do. The seed is the embedded org's, with its awkward people (scripts/local-org/seed). */
export function orgContract(name: string, makeOrg: () => Promise<ContractOrg>): void {
    describe(`${name}, as an org`, () => {
        let made: ContractOrg;
        let org: Org;
        let facts: OrgFacts;

        before(async () => {
            made = await makeOrg();
            ({ org, facts } = made);
        });
        after(() => made.close());

        const person = (whose: string): Person => {
            const found = facts.people.find((each) => each.name === whose);
            assert.ok(found, `the seed has ${whose}`);
            return found;
        };
        const center = (called: string): Id => {
            const found = facts.centers.find((each) => each.name === called);
            assert.ok(found, `the seed has ${called}`);
            return found.id;
        };
        const membership = async (userId: Id) => {
            const [found] = await org.memberships([userId]);
            assert.ok(found);
            return found;
        };
        const find = async (change: Partial<UserSearch>): Promise<User[]> =>
            (await readAll(org, { ...EVERYONE, ...change }, 2000)).users;
        const names = async (change: Partial<UserSearch>) => (await find(change)).map((user) => user.name);
        const who = (belongs: (person: Person) => boolean) => ids(facts.people.filter(belongs));

        describe('reading call centers', () => {
            it('names every center of the registry with its kind, and says that the registry answered', async () => {
                const { rows, answered, silent } = await org.callCenters();
                assert.deepEqual(byId(rows), byId(facts.registry));
                assert.deepEqual(answered, ['registry']);
                assert.deepEqual(silent, []);
            });

            it('counts everyone once: the members of every center and those of none', async () => {
                const counts = await org.memberCounts();
                const expected = tally(facts.people.map((each) => each.callCenterId));
                assert.deepEqual(new Map(counts.map((count) => [count.callCenterId, count.members])), expected);
                assert.equal(counts.length, expected.size);
            });

            it('counts the members of one center by profile and by whether they are active', async () => {
                const id = center('Old Dialer');
                const counts = await org.profileCounts(id);
                const members = facts.people.filter((each) => each.callCenterId === id);
                assert.deepEqual(
                    new Map(counts.map((count) => [`${count.profileId} ${count.isActive}`, count.members])),
                    tally(members.map((each) => `${each.profileId} ${each.isActive}`))
                );
                assert.ok(
                    counts.some((count) => !count.isActive),
                    'the seed has an inactive member'
                );
            });

            it('counts nothing for a center without members', async () => {
                assert.deepEqual(await org.profileCounts(center('Pilot 2027')), []);
            });

            it('lists profiles and roles by name', async () => {
                const profiles = await org.profiles();
                const roles = await org.roles();
                assert.deepEqual(byId(profiles), byId(facts.profiles));
                assert.deepEqual(byId(roles), byId(facts.roles));
                for (const list of [profiles, roles])
                    assertSorted(
                        list.map((choice) => choice.name),
                        false
                    );
            });
        });

        describe('finding users', () => {
            it('finds everyone, with every field as it is', async () => {
                const strip = ({ profileId: _, roleId: __, ...user }: Person): User => user;
                const found = byId(await find({})).map((user) => ({ ...user, lastModified: '' }));
                assert.deepEqual(
                    found,
                    byId(facts.people.map(strip)).map((user) => ({ ...user, lastModified: '' }))
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
                    assert.deepEqual(await names({ text }), expected);
                });
            }

            const wild = ['%', '_', '\\', '%%', '\\%', '\\_', "'", '"', '{', '$where', '*', '?', "' OR Name != '"];
            for (const text of wild) {
                it(`takes ${JSON.stringify(text)} for what it says, not for a pattern`, async () => {
                    const holds = (field: string) => field.toUpperCase().includes(text.toUpperCase());
                    assert.deepEqual(
                        ids(await find({ text })),
                        who((each) => [each.name, each.username, each.email, each.alias].some(holds))
                    );
                });
            }

            it('finds by username, by email and by alias', async () => {
                const una = person('Una under_score');
                for (const text of [una.username, una.email]) assert.deepEqual(ids(await find({ text })), [una.id]);
                assert.ok(ids(await find({ text: una.alias })).includes(una.id));
            });

            it('finds nobody by 10,000 characters, and neither by 10,000 wildcards or emoji', async () => {
                for (const text of ['a'.repeat(10_000), '%'.repeat(10_000), '🎧'.repeat(10_000)]) {
                    assert.deepEqual(await org.users({ ...EVERYONE, text }, null, { first: 100, fresh: true }), {
                        users: [],
                        total: 0,
                        endCursor: null
                    });
                }
            });

            it('tells here, elsewhere and none apart, seen from a target and from nowhere', async () => {
                const target = center('Old Dialer');
                const seen = (filter: UserSearch['membership'], from: Id | null) =>
                    find({ membership: filter, target: from }).then(ids);
                assert.deepEqual(
                    await seen('here', target),
                    who((each) => each.callCenterId === target)
                );
                assert.deepEqual(
                    await seen('elsewhere', target),
                    who((each) => each.callCenterId !== null && each.callCenterId !== target)
                );
                assert.deepEqual(
                    await seen('none', target),
                    who((each) => each.callCenterId === null)
                );
                assert.deepEqual(
                    await seen('elsewhere', null),
                    who((each) => each.callCenterId !== null)
                );
                assert.deepEqual(
                    await seen('everyone', target),
                    who(() => true)
                );
            });

            it('filters by center, profile, role and whether users are active, one and all together', async () => {
                const { profileId, roleId, callCenterId: memberOf } = person('Maartje de Vries');
                assert.deepEqual(
                    ids(await find({ memberOf })),
                    who((each) => each.callCenterId === memberOf)
                );
                assert.deepEqual(
                    ids(await find({ profileId })),
                    who((each) => each.profileId === profileId)
                );
                assert.deepEqual(
                    ids(await find({ roleId })),
                    who((each) => each.roleId === roleId)
                );
                assert.deepEqual(
                    ids(await find({ isActive: false })),
                    who((each) => !each.isActive)
                );
                const all = { memberOf, profileId, roleId, isActive: true, text: 'maartje' };
                assert.deepEqual(await names(all), ['Maartje de Vries']);
                assert.deepEqual(await names({ ...all, isActive: false }), []);
            });

            for (const field of SORT_FIELDS) {
                for (const descending of [false, true]) {
                    it(`sorts by ${field}, ${descending ? 'last' : 'first'} things first and nothing last`, async () => {
                        const values = (await find({ sort: { field, descending } })).map((user) => user[field]);
                        assert.equal(values.length, facts.people.length);
                        assertSorted(values, descending);
                    });
                }
            }

            it('gives every user once over all pages, in the order of one page, and the total on each', async () => {
                for (const field of SORT_FIELDS) {
                    const search: UserSearch = { ...EVERYONE, sort: { field, descending: true } };
                    const small = await readAll(org, search, 37);
                    assert.equal(small.pages, Math.ceil(facts.people.length / 37));
                    assert.deepEqual(small.totals, [facts.people.length]);
                    const large = await readAll(org, search, 2000);
                    assert.equal(large.pages, 1);
                    assert.deepEqual(
                        small.users.map((user) => user.id),
                        large.users.map((user) => user.id)
                    );
                    assert.equal(new Set(small.users.map((user) => user.id)).size, facts.people.length);
                }
            });

            it('has no next page when the last one is full', async () => {
                const first = facts.people.length;
                const page = await org.users(EVERYONE, null, { first, fresh: true });
                assert.equal(page.users.length, first);
                assert.equal(page.endCursor, null);
            });

            it('refuses a page of none, a page over 2,000 and a cursor that it never gave', async () => {
                await assertFault('invalid', () => org.users(EVERYONE, null, { first: 0, fresh: true }));
                await assertFault('invalid', () => org.users(EVERYONE, null, { first: 2001, fresh: true }));
                await assertFault('invalid', () => org.users(EVERYONE, 'no cursor', { first: 10, fresh: true }));
            });
        });

        describe('reading memberships', () => {
            it('tells of each user what plans need, and leaves out who is not there', async () => {
                const [one, portal] = [person('Marek Nowak'), person('Patty Portal')];
                const found = new Map(
                    (await org.memberships([one.id, NOBODY, portal.id])).map((each) => [each.userId, each])
                );
                assert.deepEqual([...found.keys()].sort(), [one.id, portal.id].sort());
                for (const expected of [one, portal]) {
                    const { name: called, callCenterId, isActive, userType } = found.get(expected.id)!;
                    assert.deepEqual(
                        { called, callCenterId, isActive, userType },
                        {
                            called: expected.name,
                            callCenterId: expected.callCenterId,
                            isActive: expected.isActive,
                            userType: expected.userType
                        }
                    );
                }
            });

            it('reads everyone at once, and nobody for nobody', async () => {
                const everyone = facts.people.map((each) => each.id);
                assert.deepEqual(
                    ids((await org.memberships(everyone)).map(({ userId: id }) => ({ id }))),
                    who(() => true)
                );
                assert.deepEqual(await org.memberships([]), []);
            });

            it('is fresh: a colleague’s move is seen at once, with a later time', async () => {
                const user = person('Lou Lowchain');
                const earlier = await membership(user.id);
                made.move(user.id, center('Collections'));
                const later = await membership(user.id);
                assert.equal(later.callCenterId, center('Collections'));
                assert.ok(Date.parse(later.lastModified) > Date.parse(earlier.lastModified));
                made.move(user.id, null);
                assert.equal((await membership(user.id)).callCenterId, null);
            });
        });

        describe('writing', () => {
            it('answers writes in their order, lets the good ones through, and refuses the bad in words', async () => {
                const [add, bad, remove, portal] = [
                    person('Percy 100% Certain'),
                    person('Una under_score'),
                    person('Magnus Ó Briain'),
                    person('Pablo Partner')
                ];
                const to = center('Pilot 2027');
                const answers = await org.write([
                    { userId: portal.id, to },
                    { userId: add.id, to },
                    { userId: bad.id, to: NOWHERE },
                    { userId: remove.id, to: null }
                ]);
                assert.deepEqual(
                    answers.map((answer) => [answer.userId, answer.written]),
                    [
                        [portal.id, false],
                        [add.id, true],
                        [bad.id, false],
                        [remove.id, true]
                    ]
                );
                for (const answer of answers) if (!answer.written) assert.notEqual(answer.words, '');
                assert.equal((await membership(add.id)).callCenterId, to);
                assert.equal((await membership(remove.id)).callCenterId, null);
                assert.equal((await membership(bad.id)).callCenterId, null);
                assert.equal((await membership(portal.id)).callCenterId, null);
            });

            it('writes the same value twice without harm, and nothing for nothing', async () => {
                const { id: userId } = person('Madonna');
                const to = center('8x8 Work');
                for (let time = 0; time < 2; time += 1) {
                    assert.deepEqual(await org.write([{ userId, to }]), [{ userId, written: true }]);
                }
                assert.equal((await membership(userId)).callCenterId, to);
                assert.deepEqual(await org.write([]), []);
            });

            it('refuses a user who is not there, and moves the others of the same request', async () => {
                const { id: userId } = person('Mia Midchain');
                const answers = await org.write([
                    { userId: NOBODY, to: null },
                    { userId, to: center('Collections') }
                ]);
                assert.equal(answers[0].written, false);
                assert.deepEqual(answers[1], { userId, written: true });
            });

            it('moves counts with the users', async () => {
                const { id: userId } = person('Tom Topchain');
                const to = center('Lobby Phones');
                const count = async (of: Id | null) =>
                    (await org.memberCounts()).find((group) => group.callCenterId === of)?.members ?? 0;
                const [before_, none] = [await count(to), await count(null)];
                await org.write([{ userId, to }]);
                assert.deepEqual([await count(to), await count(null)], [before_ + 1, none - 1]);
                assert.ok(ids(await find({ memberOf: to })).includes(userId));
            });

            it('writes one user exactly: as shown, yes; modified since, no, and nothing is overwritten', async () => {
                const { id: userId } = person('Nell Neverhere');
                const { lastModified } = await membership(userId);
                const [mine, theirs] = [center('8x8 Work'), center('Old Dialer')];
                assert.deepEqual(await org.writeOne({ userId, to: mine }, lastModified), { userId, written: true });
                const shown = await membership(userId);
                assert.equal(shown.callCenterId, mine);
                made.move(userId, theirs);
                assert.deepEqual(await org.writeOne({ userId, to: null }, shown.lastModified), {
                    userId,
                    changed: true
                });
                assert.equal((await membership(userId)).callCenterId, theirs);
            });

            it('refuses one user in words when the center is not there', async () => {
                const { id: userId } = person('Zoë Sunshine ☀️🎧');
                const { lastModified } = await membership(userId);
                const answer = await org.writeOne({ userId, to: NOWHERE }, lastModified);
                assert.ok('written' in answer && !answer.written);
                assert.notEqual(answer.words, '');
                assert.equal((await membership(userId)).callCenterId, null);
            });
        });

        it('takes no id that is none: a typed fault, or a refusal of that one write', async () => {
            await assertFault('invalid', () => org.memberships(["005' OR Name != '"]));
            try {
                const [answer] = await org.write([{ userId: 'nobody', to: null }]);
                assert.equal(answer.written, false);
            } catch (thrown) {
                assert.ok(thrown instanceof OrgFault && thrown.kind === 'invalid', String(thrown));
            }
        });
    });
}

async function readAll(org: Org, search: UserSearch, first: number) {
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
        assert.ok(pages <= 1000, 'the pages end');
    } while (after !== null);
    return { users, totals: [...totals], pages };
}

function ids(users: { id: Id }[]): Id[] {
    return users.map((user) => user.id).sort();
}

function byId<Row extends { id: Id }>(rows: readonly Row[]): Row[] {
    return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function tally<Key>(keys: Key[]): Map<Key, number> {
    const counts = new Map<Key, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}

function assertSorted(values: (string | null)[], descending: boolean): void {
    const firstNull = values.indexOf(null);
    const said = (firstNull === -1 ? values : values.slice(0, firstNull)) as string[];
    assert.ok(
        values.slice(said.length).every((value) => value === null),
        'nothing stands last'
    );
    const capitals = said.map((value) => Buffer.from(value.normalize('NFC').toUpperCase()));
    for (let place = 1; place < capitals.length; place += 1) {
        const order = Buffer.compare(capitals[place - 1], capitals[place]);
        assert.ok(descending ? order >= 0 : order <= 0, `${said[place - 1]} stands before ${said[place]}`);
    }
}

async function assertFault(kind: OrgFault['kind'], work: () => Promise<unknown>): Promise<void> {
    await assert.rejects(work, (thrown) => {
        assert.ok(thrown instanceof OrgFault, `${thrown} is an OrgFault`);
        assert.equal(thrown.kind, kind);
        return true;
    });
}
