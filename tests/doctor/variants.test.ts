import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blockers } from '../../scripts/doctor/examine.ts';
import type { Standing } from '../../scripts/doctor/finding.ts';
import { VARIANTS, type Variant, type VariantName } from '../../scripts/local-org/index.ts';
import { contents, examined } from './answers.ts';

type Expected = Record<string, [standing: Standing, answer: RegExp]>;

/** What the embedded org answers as it is. */
const AS_IT_IS: Expected = {
    'api-version': ['good', /^68, /],
    'api-requests': ['good', /^14,9\d\d of 15,000$/],
    'user-read': ['good', /^yes, 60 users$/],
    'call-centers': ['good', /^7 call centers: 8x8 Work, Collections, Lobby Phones/],
    'centers-in-graphql': ['second', /FieldUndefined: Field 'CallCenter'.*object-info does not know it$/],
    'centers-in-flow': ['good', /^yes, it lists 7 call centers$/],
    registry: ['second', /^6 call centers, read 2 days ago; without Lobby Phones; kind unknown: Collections$/],
    voice: ['good', /^Partner Telephony EMEA \(its settings say partner telephony.*; Voice East \(/],
    mutations: ['good', /^yes, with UserUpdate$/],
    'update-field': ['good', /^yes$/],
    'update-payload': ['good', /^yes$/],
    'update-size': ['open', /^not tried/],
    'may-write': ['good', /^object-info says yes, describe says yes, Manage Internal Users: yes$/],
    history: ['good', /^yes$/]
};

/** Where each variant is told otherwise. */
const OTHERWISE: Record<VariantName, Expected> = {
    'callcenter-in-graphql': {
        'centers-in-graphql': ['good', /^yes, GraphQL lists 7 call centers; object-info knows it$/]
    },
    'no-mutations': {
        'api-version': ['blocked', /^65, /],
        mutations: ['blocked', /^no, there is no UserUpdate$/],
        'update-field': ['open', /no UserUpdate/],
        'update-payload': ['open', /no UserUpdate/]
    },
    'no-callcenterid-in-update': { 'update-field': ['blocked', /^no$/] },
    'no-record-in-payload': { 'update-payload': ['blocked', /^no$/] },
    'small-mutations': {},
    'no-flow': { 'centers-in-flow': ['open', /not there for this user/] },
    'flow-cannot-read': { 'centers-in-flow': ['second', /^no, the org says "You can't use the object CallCenter/] },
    'no-registry': { registry: ['second', /^no, it is empty$/] },
    'nothing-installed': {
        'centers-in-flow': ['open', /not there for this user/],
        registry: ['second', /not there for this user.*CallCenterProfile__c/],
        history: ['second', /^CallCenterMoveRun__c and CallCenterMove__c not there/]
    },
    'no-call-centers': {
        'call-centers': ['blocked', /^none$/],
        'centers-in-flow': ['good', /^yes, it lists 0 call centers$/],
        registry: ['second', /^no, it is empty$/],
        voice: ['good', /^none$/]
    },
    'no-user-read': {
        'user-read': ['blocked', /^no, the org says .*'User'/],
        mutations: ['blocked', /no UserUpdate/],
        'update-field': ['open', /no UserUpdate/],
        'update-payload': ['open', /no UserUpdate/],
        'may-write': ['blocked', /object-info says no, describe says no/]
    }
};

function check(findings: Map<string, { standing: Standing; answer: string }>, expected: Expected): void {
    assert.deepEqual([...findings.keys()], Object.keys(expected));
    for (const [name, [standing, answer]] of Object.entries(expected)) {
        assert.equal(findings.get(name)!.standing, standing, `${name}: ${findings.get(name)!.answer}`);
        assert.match(findings.get(name)!.answer, answer, name);
    }
}

describe('The doctor comes right', () => {
    test('in the embedded org as it is, and changes nothing there', async () => {
        let before = '';
        await examined(
            {},
            ({ findings, org }) => {
                check(findings, AS_IT_IS);
                assert.equal(contents(org), before);
                assert.deepEqual(blockers([...findings.values()]), []);
            },
            (org) => (before = contents(org))
        );
    });

    for (const [name, variant] of Object.entries(VARIANTS) as [VariantName, Variant][]) {
        test(`where ${variant.says}`, () =>
            examined({ variant }, ({ findings }) => check(findings, { ...AS_IT_IS, ...OTHERWISE[name] })));
    }

    test('where a second flow of the same name does something else, without running it', () =>
        examined({}, async ({ ask }) => {
            const { centersInFlow } = await import('../../scripts/doctor/sources.ts');
            const sent: string[] = [];
            const other: typeof ask = {
                ...ask,
                get: async <Body>() => ({ ok: true, body: { inputs: [{ name: 'user' }], outputs: [] } as Body }),
                send: (method, path, body) => {
                    sent.push(path);
                    return ask.send(method, path, body);
                }
            };
            const finding = await centersInFlow(other, null);
            assert.equal(finding.standing, 'open');
            assert.match(finding.answer, /another flow called List_Call_Centers, which was not run/);
            assert.deepEqual(sent, []);
        }));

    test('for somebody who may not write users', () =>
        examined({ persona: 'call-center-manager' }, ({ findings }) => {
            const { standing, answer, stop } = findings.get('may-write')!;
            assert.equal(standing, 'blocked');
            assert.match(answer, /Manage Internal Users: no/);
            assert.match(stop!, /give them Manage Internal Users/);
        }));

    test('for somebody who sees nobody but themselves', () =>
        examined({}, async ({ ask }) => {
            const { userRead } = await import('../../scripts/doctor/platform.ts');
            const { standing, stop } = await userRead({
                ...ask,
                rows: async <Found>() => ({ ok: true, body: [{ n: 1 }] as Found[] })
            });
            assert.equal(standing, 'blocked');
            assert.match(stop!, /^This user may not read users \(nobody but themselves is seen\): give them/);
        }));

    test('when few requests are left', () =>
        examined({}, async ({ ask }) => {
            const { apiRequests } = await import('../../scripts/doctor/platform.ts');
            const spent: typeof ask = {
                ...ask,
                get: async <Body>() => ({ ok: true, body: { DailyApiRequests: { Max: 15000, Remaining: 90 } } as Body })
            };
            const { standing, answer, todo } = await apiRequests(spent);
            assert.deepEqual([standing, answer, todo], ['second', '90 of 15,000', 'leave big runs for tomorrow']);
        }));
});

describe('Told to try writes, the doctor', () => {
    const probed = 'bo.lind@switchboard.example';
    const centers = (org: { store: { all(sql: string): object[] } }) =>
        JSON.stringify(org.store.all('SELECT "Id", "CallCenterId" FROM "User" ORDER BY "Id"'));

    test('finds that 200 updates are taken, and moves nobody', async () => {
        let before = '';
        await examined(
            { probed },
            ({ findings, org }) => {
                assert.deepEqual(
                    [findings.get('update-size')!.standing, findings.get('update-size')!.answer],
                    ['good', 'at least 200']
                );
                assert.match(findings.get('may-write')!.answer, /a write of the same value was done$/);
                assert.equal(centers(org), before);
            },
            (org) => (before = centers(org))
        );
    });

    test('finds how many a mutation takes where it takes few', () =>
        examined({ probed, variant: VARIANTS['small-mutations'] }, ({ findings }) => {
            const { standing, answer } = findings.get('update-size')!;
            assert.equal(standing, 'second');
            assert.match(answer, /^25 are taken, 50 are refused: "The mutation has more than 25 operations"$/);
        }));

    test('writes nothing where there are no mutations', () =>
        examined({ probed, variant: VARIANTS['no-mutations'] }, ({ findings }) => {
            assert.equal(findings.get('update-size')!.standing, 'open');
        }));

    test('says what the org said to somebody who may not write', () =>
        examined({ probed, persona: 'delegated' }, ({ findings }) => {
            assert.match(findings.get('may-write')!.answer, /a write of the same value was refused: ".+"$/);
            assert.equal(findings.get('may-write')!.standing, 'blocked');
            assert.match(findings.get('update-size')!.answer, /not even one was done/);
        }));

    test('refuses a user that the org does not have', () =>
        assert.rejects(
            examined({ probed: "o'no@switchboard.example" }, () => assert.fail('was examined')),
            { name: 'Refusal', message: /has no user o'no@switchboard\.example to try a write on/ }
        ));
});
