import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countQuestions, groupOf, planFix, readChecks, settingsOf, WATCHED } from 'c/checks';
import { MAX_GROUPS_PER_READ, type CheckWrite, type RuleRecord, type UserGroup } from 'c/orgPort';
import { readRules, ruleQuestion, splitByTarget } from 'c/rules';
import { fits, isInGroup } from '../support/memoryChecks.ts';
import type { Person } from '../support/orgFacts.ts';
import { assertFault, ids } from './checks.ts';
import { MISSING_CENTER, MISSING_USER, type World } from './world.ts';

/** Random questions per property: each is a request or more. */
const RUNS = 40;
const NOW = Date.now();

/** Groups of users, and the rules and checks that mean them. */
export function groupsContract(world: World): void {
    describe('groups of users', () => {
        it('have exactly the users whom all parts of the group mean, whichever parts those are', async () => {
            await fc.assert(
                fc.asyncProperty(groups(world), fc.boolean(), async (group, newestFirst) => {
                    const page = await world.org.groupUsers(group, null, { first: 2000, newestFirst });
                    const expected = world.who((person) => isInGroup(person, group));
                    assert.deepEqual(ids(page.users), expected);
                    assert.equal(page.total, expected.length);
                }),
                { numRuns: RUNS }
            );
        });

        it('are counted by call center and by profile as often as there are users of each', async () => {
            await fc.assert(
                fc.asyncProperty(
                    fc.array(groups(world), { minLength: 1, maxLength: MAX_GROUPS_PER_READ }),
                    async (all) => {
                        const questions = all.map((group, index) => ({
                            group,
                            by: index % 2 ? ('center' as const) : ('profile' as const)
                        }));
                        const answers = await world.org.countGroups(questions);
                        questions.forEach(({ group, by }, index) => {
                            const found = world.facts.people.filter((person) => isInGroup(person, group));
                            const keys = found.map((person) =>
                                by === 'center' ? person.callCenterId : person.profileId
                            );
                            const counts = new Map(answers[index].map(({ key, users }) => [key, users]));
                            assert.equal(counts.size, new Set(keys).size);
                            for (const [key, users] of counts)
                                assert.equal(users, keys.filter((one) => one === key).length);
                        });
                    }
                ),
                { numRuns: RUNS }
            );
        });

        it('are read by the page, the newest users first if asked to', async () => {
            const group: UserGroup = { isActive: true };
            const one = await world.org.groupUsers(group, null, { first: 50, newestFirst: true });
            const two = await world.org.groupUsers(group, one.endCursor, { first: 50, newestFirst: true });
            const created = new Map(world.facts.people.map((person) => [person.id, person.created]));
            const times = [...one.users, ...two.users].map(({ id }) => created.get(id)!);
            assert.deepEqual(times, times.toSorted().reverse());
            assert.equal(new Set([...one.users, ...two.users].map(({ id }) => id)).size, 100);
        });

        it('are not asked for when conditions have no value, or too many users are left out', async () => {
            const none = { profileIds: [], roleIds: [], titles: [], departments: [] };
            const page = { first: 10, newestFirst: false };
            await assertFault('invalid', () => world.org.groupUsers({ fits: none }, null, page));
            await assertFault('invalid', () => world.org.groupUsers({ fitsNone: [none] }, null, page));
            const except = Array.from({ length: 201 }, () => MISSING_USER);
            await assertFault('invalid', () => world.org.groupUsers({ except }, null, page));
            const question = { group: {}, by: 'center' as const };
            await assertFault('invalid', () => world.org.countGroups(Array.from({ length: 11 }, () => question)));
        });
    });

    describe('rules', () => {
        it('count each user for the first rule that they fit, and no other', async () => {
            await fc.assert(
                fc.asyncProperty(fc.array(ruleRecords(world), { minLength: 1, maxLength: 6 }), async (records) => {
                    const rules = readRules(records.map((record, index) => ({ ...record, recordId: `a0${index}` })));
                    const answers = await world.org.countGroups(rules.map((rule) => ruleQuestion(rule, rules, [])));
                    const owners = new Map<string, Person[]>();
                    for (const person of world.facts.people) {
                        if (!person.isActive || person.userType !== 'Standard') continue;
                        const first = rules.find((rule) => fits(person, rule.conditions));
                        if (first) owners.set(first.recordId, [...(owners.get(first.recordId) ?? []), person]);
                    }
                    rules.forEach((rule, index) => {
                        const mine = owners.get(rule.recordId) ?? [];
                        const { here, drift } = splitByTarget(answers[index], rule.target);
                        assert.equal(here, mine.filter(({ callCenterId }) => callCenterId === rule.target).length);
                        const elsewhere = drift.reduce((users, each) => users + each.users, 0);
                        assert.equal(here + elsewhere, mine.length);
                    });
                }),
                { numRuns: RUNS }
            );
        });

        it('are written, changed, put in order, and deleted', async () => {
            const { org } = world;
            const target = world.center('8x8 Work');
            const rule = (name: string, order: number): CheckWrite => ({
                what: 'rule',
                recordId: null,
                fields: { name, order, isActive: true, titles: 'Agent\nSupervisor', target, targetName: '8x8 Work' }
            });
            assert.equal(await org.writeChecks([rule('First', 1), rule('Second', 2)]), null);
            const [first, second] = (await org.checkRecords()).rules;
            assert.deepEqual([first.name, first.order, first.titles], ['First', 1, 'Agent\nSupervisor']);
            assert.deepEqual([first.target, first.profiles, first.isActive], [target, '', true]);
            const swap: CheckWrite[] = [
                { what: 'rule', recordId: first.recordId, fields: { order: 2, isActive: false } },
                { what: 'rule', recordId: second.recordId, fields: { order: 1, titles: '' } }
            ];
            assert.equal(await org.writeChecks(swap), null);
            const swapped = readRules((await org.checkRecords()).rules);
            assert.deepEqual(
                swapped.map(({ name, isActive, unusable }) => [name, isActive, unusable]),
                [
                    ['Second', true, 'no conditions'],
                    ['First', false, null]
                ]
            );
            await org.writeChecks(swapped.map(({ recordId }) => ({ what: 'delete rule', recordId })));
            assert.deepEqual((await org.checkRecords()).rules, []);
        });
    });

    describe('checks', () => {
        it('count the same users as their lists have, and plan to fix exactly those', async () => {
            const { org, facts } = world;
            const agent = facts.profiles.find(({ name }) => name === 'Service Agent')!;
            const settings = { ...settingsOf([]), profileIds: [agent.id] };
            const asked = countQuestions(settings, [], NOW);
            const answers = await org.countGroups(asked.map(({ question }) => question));
            for (const [index, key] of WATCHED.entries()) {
                const group = groupOf(key, settings, NOW);
                const { plan } = await planFix([{ group, to: null }], org, () => 'open-cti');
                const counted = answers[index].reduce((users, each) => users + each.users, 0);
                assert.deepEqual(
                    plan.users.map(({ userId }) => userId).sort(),
                    world.who((one) => isInGroup(one, group))
                );
                assert.equal(counted, plan.users.length, key);
            }
            const quiet = groupOf('quiet', settings, NOW);
            assert.ok(
                facts.people.some((one) => one.lastLogin === null && isInGroup(one, quiet)),
                'some never logged in'
            );
        });

        it('ignore users, and keep that in the org', async () => {
            const { org, facts } = world;
            const inactive = facts.people.filter(({ isActive, callCenterId }) => !isActive && callCenterId !== null);
            const [one] = inactive;
            const fields = { check: 'inactive', userId: one.id, userName: one.name, isMuted: true };
            assert.equal(await org.writeChecks([{ what: 'check', recordId: null, fields }]), null);
            const read = await readChecks(org, NOW);
            const counted = read.counts.get('inactive')!.reduce((users, each) => users + each.users, 0);
            assert.equal(counted, inactive.length - 1);
            const [ignored] = read.settings.of.inactive.ignored;
            await org.writeChecks([{ what: 'check', recordId: ignored.recordId, fields: { isMuted: false } }]);
            assert.deepEqual((await readChecks(org, NOW)).settings.of.inactive.ignored, []);
        });
    });
}

function groups(world: World): fc.Arbitrary<UserGroup> {
    const centers = fc.constantFrom(...world.facts.centers.map(({ id }) => id), MISSING_CENTER);
    const people = fc.constantFrom(...world.facts.people);
    return fc.record(
        {
            isActive: fc.boolean(),
            type: fc.constantFrom('standard' as const, 'other' as const),
            center: fc.oneof(
                fc.constantFrom('some' as const, 'none' as const),
                centers.map((not) => ({ not }))
            ),
            quietSince: fc.integer({ min: 0, max: 200 }).map((days) => new Date(NOW - days * 86_400_000).toISOString()),
            profileIds: fc.array(fc.constantFrom(...world.facts.profiles.map(({ id }) => id)), { maxLength: 3 }),
            fits: conditions(world),
            fitsNone: fc.array(conditions(world), { maxLength: 3 }),
            except: fc.array(
                people.map(({ id }) => id),
                { maxLength: 5 }
            )
        },
        { requiredKeys: [] }
    );
}

function conditions(world: World) {
    const { people, profiles, roles } = world.facts;
    const some = <Value>(values: Value[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
    const texts = (field: 'title' | 'department') => [
        ...new Set(
            people.flatMap((person) => [person[field] ?? 'No one has this', person[field]?.toUpperCase() ?? 'x'])
        )
    ];
    return fc
        .record({
            profileIds: some(profiles.map(({ id }) => id)),
            roleIds: some(roles.map(({ id }) => id)),
            titles: some(texts('title')),
            departments: some(texts('department'))
        })
        .filter((each) => Object.values(each).flat().length > 0);
}

function ruleRecords(world: World): fc.Arbitrary<Omit<RuleRecord, 'recordId'>> {
    const targets = world.facts.centers.map(({ id }) => id);
    return fc
        .record({
            order: fc.option(fc.integer({ min: 0, max: 3 })),
            each: conditions(world),
            target: fc.constantFrom(...targets)
        })
        .map(({ order, each, target }) => ({
            name: 'A rule',
            order,
            isActive: true,
            profiles: each.profileIds.join('\n'),
            roles: each.roleIds.join('\n'),
            titles: each.titles.join('\n'),
            departments: each.departments.join('\n'),
            target,
            targetName: null
        }));
}
