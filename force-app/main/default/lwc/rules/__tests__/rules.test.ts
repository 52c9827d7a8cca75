import fc from 'fast-check';
import type { Id, RuleRecord } from 'c/orgPort';
import {
    changedRule,
    draftLike,
    draftOf,
    draftProblem,
    driftOf,
    flawsOf,
    MAX_RULES,
    MAX_VALUES_PER_RULE,
    movedRules,
    NEW_RULE,
    readRules,
    ruleQuestion,
    splitByTarget,
    type KnownOrg
} from 'c/rules';
import { ADA, DIALER, smallOrg, WORK } from '#tests/support/people.ts';

const AGENT = ADA.profileId;
const EMEA = ADA.roleId!;
const { profiles, roles } = smallOrg();
const known: KnownOrg = { kindOf: (id) => (id === WORK || id === DIALER ? 'open-cti' : null), profiles, roles };

function record(recordId: string, more: Partial<RuleRecord> = {}): RuleRecord {
    const texts = { profiles: '', roles: '', titles: 'Agent', departments: '' };
    return {
        recordId,
        name: recordId,
        order: 1,
        isActive: true,
        ...texts,
        target: WORK,
        targetName: '8x8 Work',
        ...more
    };
}

const flaws = (records: RuleRecord[], more: Partial<KnownOrg> = {}) => {
    const rules = readRules(records);
    return rules.map((rule) => flawsOf(rule, rules, { ...known, ...more }).map(({ flaw }) => flaw));
};

describe('Rules', () => {
    it('count by their places, those without a place last, and of two with one place the older one first', () => {
        const rules = readRules([
            record('last', { order: null }),
            record('older', { order: 2 }),
            record('newer', { order: 2 }),
            record('first', { order: -1 })
        ]);
        expect(rules.map(({ name }) => name)).toEqual(['first', 'older', 'newer', 'last']);
    });

    it('read values by the line, IDs of 15 characters, and nothing twice', () => {
        const [{ conditions, unusable }] = readRules([
            record('one', { profiles: `${AGENT.slice(0, 15)}\r\n${AGENT}\n\n`, titles: ' Agent \nAgent\nLead' })
        ]);
        expect(unusable).toBeNull();
        expect(conditions).toEqual({
            profileIds: [AGENT],
            roleIds: [],
            titles: ['Agent', 'Lead'],
            departments: []
        });
    });

    it.each([
        ['no conditions', { titles: ' \n' }],
        ['unreadable conditions', { profiles: 'Service Agent' }],
        ['unreadable conditions', { roles: AGENT }],
        [
            'too many conditions',
            { titles: Array.from({ length: MAX_VALUES_PER_RULE + 1 }, (_, at) => `${at}`).join('\n') }
        ]
    ])('fit no one and leave everyone to later rules when they have %s', (flaw, fields) => {
        const rules = readRules([record('bad', fields), record('good', { order: 2 })]);
        expect(rules.map(({ counts }) => counts)).toEqual([false, true]);
        expect(flaws([record('bad', fields)])[0]).toContain(flaw);
        expect(ruleQuestion(rules[1], rules, []).group.fitsNone).toEqual([]);
    });

    it('that are off, or beyond the limit, fit no one', () => {
        const records = Array.from({ length: MAX_RULES + 2 }, (_, order) =>
            record(`rule ${order}`, { order, titles: `T${order}`, isActive: order !== 0 })
        );
        const rules = readRules(records);
        expect(rules.filter(({ counts }) => counts)).toHaveLength(MAX_RULES);
        expect(rules[0].counts).toBe(false);
        const found = flaws(records);
        expect(found[0]).toEqual([]);
        expect(found.at(-1)).toEqual(['beyond the limit']);
    });

    it('say what of them is gone, if that is known', () => {
        const lost = record('lost', {
            target: '04v000000000099AAA',
            profiles: '00e000000000099AAA',
            roles: '00E000000000099'
        });
        expect(flaws([lost])).toEqual([['target gone', 'profile gone', 'role gone']]);
        expect(flaws([lost], { kindOf: () => 'unknown', profiles: null, roles: null })).toEqual([[]]);
        expect(flaws([record('none', { target: 'Old Dialer' })])).toEqual([['no target']]);
    });

    it('without a call center keep their users from later rules', () => {
        const rules = readRules([record('none', { target: null }), record('next', { order: 2, titles: 'Lead' })]);
        expect(ruleQuestion(rules[1], rules, []).group.fitsNone).toEqual([rules[0].conditions]);
        expect(splitByTarget([{ key: WORK, users: 3 }], null)).toEqual({ here: 0, drift: [] });
    });

    it('are unreachable when an earlier one takes everyone, whatever the case of its text', () => {
        const wide = record('wide', { titles: 'AGENT\nLead' });
        const narrow = record('narrow', { order: 2, titles: 'agent', profiles: AGENT, target: DIALER });
        expect(flaws([wide, narrow])).toEqual([[], ['unreachable']]);
        expect(
            flaws([
                { ...narrow, order: 1 },
                { ...wide, order: 2 }
            ])
        ).toEqual([[], []]);
        expect(flaws([{ ...wide, isActive: false }, narrow])).toEqual([[], []]);
        expect(flaws([record('role', { titles: '', roles: EMEA }), narrow])).toEqual([[], []]);
    });

    it('know who drifts: users elsewhere or in no call center, but not those who are ignored', () => {
        const rules = readRules([record('one', { titles: 'Lead' }), record('two', { order: 2 })]);
        const group = driftOf({ ...rules[1], target: WORK }, rules, [ADA.id]);
        expect(group).toMatchObject({ center: { not: WORK }, except: [ADA.id], isActive: true, type: 'standard' });
        expect(group).toMatchObject({ fits: rules[1].conditions, fitsNone: [rules[0].conditions] });
        const counts = [WORK, DIALER, null].map((key, at) => ({ key, users: at + 1 }));
        expect(splitByTarget(counts, WORK)).toEqual({ here: 1, drift: counts.slice(1) });
    });
});

describe('A rule that someone makes', () => {
    it('needs a name, a condition, and a call center', () => {
        expect(draftProblem(NEW_RULE)).toBe('no name');
        const named = { ...NEW_RULE, name: 'Agents' };
        expect(draftProblem({ ...named, titles: ' \n ' })).toBe('no conditions');
        const many = Array.from({ length: 1000 }, (_, at) => `T${at}`).join('\n');
        expect(draftProblem({ ...named, titles: many, target: WORK })).toBe('too many conditions');
        expect(draftProblem({ ...named, titles: 'Agent' })).toBe('no target');
        expect(draftProblem({ ...named, titles: 'Agent', target: WORK })).toBeNull();
    });

    it('comes last, and reads back as it was made', () => {
        const lines = fc.array(fc.constantFrom('Agent', 'Lead', 'VP "Service"', "O'Brien"), { maxLength: 3 });
        fc.assert(
            fc.property(lines, lines, fc.constantFrom<Id[]>([], [AGENT]), (titles, departments, profileIds) => {
                const draft = {
                    ...NEW_RULE,
                    name: 'Agents',
                    titles: titles.join('\n'),
                    departments: departments.join('\n'),
                    profileIds,
                    target: WORK
                };
                const earlier = readRules([record('old', { order: 7 })]);
                const write = changedRule(null, draft, earlier, () => '8x8 Work');
                if (write.what !== 'rule') throw new Error('It is a rule.');
                const [first, made] = readRules([record('old', { order: 7 }), { ...record('new'), ...write.fields }]);
                expect(first.name).toBe('old');
                const unique = (values: string[]) => [...new Set(values)].join('\n');
                expect(draftOf(made)).toEqual({ ...draft, titles: unique(titles), departments: unique(departments) });
            })
        );
    });

    it('can start from a user, whose role is left out when two roles share its name', () => {
        const draft = draftLike(NEW_RULE, { ...ADA, title: 'Agent' }, { profiles, roles });
        expect(draft).toMatchObject({ profileIds: [AGENT], roleIds: [EMEA], titles: 'Agent', target: DIALER });
        const twice = [...roles, { id: '00E000000000002AAA', name: 'EMEA' }];
        expect(draftLike(NEW_RULE, ADA, { profiles, roles: twice }).roleIds).toEqual([]);
    });

    it('changes places with its neighbor, and nothing else changes', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 8 }),
                fc.nat(7),
                fc.constantFrom(-1 as const, 1 as const),
                (size, at, by) => {
                    const records = Array.from({ length: size }, (_, place) =>
                        record(`r${place}`, { order: place + 1 })
                    );
                    const writes = movedRules(readRules(records), `r${at}`, by);
                    const orders = new Map(
                        writes.map((write) => [write.recordId, write.what === 'rule' ? write.fields.order! : null])
                    );
                    const after = readRules(
                        records.map((one) => ({ ...one, order: orders.get(one.recordId) ?? one.order }))
                    );
                    const expected = records.map(({ name }) => name);
                    const to = at + by;
                    if (at < size && to >= 0 && to < size) [expected[at], expected[to]] = [expected[to], expected[at]];
                    expect(after.map(({ name }) => name)).toEqual(expected);
                    expect(writes.length).toBeLessThanOrEqual(2);
                }
            )
        );
    });
});
