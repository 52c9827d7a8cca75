import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { VARIANTS, type Variant, type VariantName } from '../../scripts/local-org/index.ts';
import { blockers, type Status } from '../../scripts/org/readiness/finding.ts';
import { contents, examined } from './examined.ts';

type Expected = Record<string, [status: Status, result: RegExp]>;

/** The findings in the embedded org without a variant. */
const WITHOUT_VARIANT: Expected = {
    'api-version': ['ok', /^68 \(/],
    'api-requests': ['ok', /^14,9\d\d of 15,000$/],
    'user-read': ['ok', /^yes, 60 users$/],
    'membership-read': ['ok', /^yes$/],
    'call-centers': ['ok', /^7 call centers: 8x8 Work, Collections, Lobby Phones/],
    'centers-in-graphql': ['fallback', /FieldUndefined: Field 'CallCenter'.*object-info doesn't have CallCenter$/],
    'centers-in-flow': ['ok', /^yes, it lists 7 call centers$/],
    registry: ['fallback', /^6 call centers, saved 2 days ago; missing: Lobby Phones; unknown type: Collections$/],
    voice: ['ok', /^Partner Telephony EMEA \(its settings name partner telephony.*; Voice East \(/],
    mutations: ['ok', /^yes$/],
    'update-field': ['ok', /^yes$/],
    'update-payload': ['ok', /^yes$/],
    'update-size': ['unknown', /^not tested/],
    'may-write': ['ok', /^object-info says yes, describe says yes, Manage Internal Users: yes$/],
    history: ['ok', /^yes$/],
    'accepts-visualforce': ['ok', /^yes$/],
    'accepts-flow': ['ok', /^yes$/],
    'setup-settings': [
        'ok',
        /^nothing is in the way; Lightning Web Security on, COEP header off, Lightning CDN on, clickjack .* off$/
    ],
    'setup-frame': ['ok', /^yes, they forbid no frame$/]
};

/** The findings that are different in each variant. */
const DIFFERENCES: Record<VariantName, Expected> = {
    'callcenter-in-graphql': {
        'centers-in-graphql': ['ok', /^yes, GraphQL lists 7 call centers; object-info has CallCenter$/]
    },
    'no-mutations': {
        'api-version': ['blocked', /^65 \(/],
        mutations: ['blocked', /^no, there is no UserUpdate$/],
        'update-field': ['unknown', /there is no UserUpdate/],
        'update-payload': ['unknown', /there is no UserUpdate/]
    },
    'no-callcenterid-in-update': { 'update-field': ['blocked', /^no$/] },
    'callcenterid-hidden': {
        'membership-read': ['blocked', /^no, field-level security hides User\.CallCenterId from this user$/],
        'may-write': ['blocked', /^object-info says no, describe says no, Manage Internal Users: yes$/]
    },
    'callcenterid-read-only': {
        'may-write': ['blocked', /^object-info says no, describe says no, Manage Internal Users: yes$/]
    },
    'no-record-in-payload': { 'update-payload': ['blocked', /^no$/] },
    'small-mutations': {},
    'no-flow': { 'centers-in-flow': ['unknown', /this user doesn't have the flow/] },
    'flow-cannot-read': {
        'centers-in-flow': ['fallback', /^no, Salesforce says "You can't use the object CallCenter/]
    },
    'page-refused': { 'accepts-visualforce': ['fallback', /^no, "The org rejected the deployment: .*CallCenter/] },
    'parts-refused': {
        'centers-in-flow': ['unknown', /this user doesn't have the flow/],
        'accepts-visualforce': ['fallback', /^no, "The org rejected the deployment: .*CallCenter/],
        'accepts-flow': ['fallback', /^no, "The org rejected the deployment: .*CallCenter/]
    },
    'coep-and-cdn': {
        'setup-settings': [
            'fallback',
            /^no, the COEP header and the Lightning CDN together .*COEP header on, Lightning CDN on/
        ]
    },
    'clickjack-protection': {
        'setup-settings': ['unknown', /^unknown, clickjack protection can keep the page out of the frame; .* on$/],
        'setup-frame': ['fallback', /^no, frame-ancestors 'self'$/]
    },
    'no-registry': { registry: ['fallback', /^no$/] },
    'nothing-installed': {
        'centers-in-flow': ['unknown', /this user doesn't have the flow/],
        registry: ['fallback', /this user doesn't have the object.*CallCenterProfile__c/],
        history: [
            'fallback',
            /^no, this user doesn't have CallCenterMoveRun__c, CallCenterMovePlan__c, and CallCenterMove__c/
        ],
        'setup-frame': ['unknown', /^unknown, the page couldn't be opened$/]
    },
    'no-call-centers': {
        'call-centers': ['blocked', /^none$/],
        'centers-in-flow': ['ok', /^yes, it lists 0 call centers$/],
        registry: ['fallback', /^no$/],
        voice: ['ok', /^none$/]
    },
    'no-user-read': {
        'user-read': ['blocked', /^no, Salesforce says .*'User'/],
        'membership-read': ['unknown', /^unknown, Salesforce says .*'User'/],
        mutations: ['blocked', /there is no UserUpdate/],
        'update-field': ['unknown', /there is no UserUpdate/],
        'update-payload': ['unknown', /there is no UserUpdate/],
        'may-write': ['blocked', /object-info says no, describe says no/]
    }
};

function check(findings: Map<string, { status: Status; result: string }>, expected: Expected): void {
    assert.deepEqual([...findings.keys()], Object.keys(expected));
    for (const [name, [status, result]] of Object.entries(expected)) {
        assert.equal(findings.get(name)!.status, status, `${name}: ${findings.get(name)!.result}`);
        assert.match(findings.get(name)!.result, result, name);
    }
}

describe('The doctor is right', () => {
    test('in the embedded org, and changes nothing there', async () => {
        let before = '';
        await examined(
            {},
            ({ findings, local }) => {
                check(findings, WITHOUT_VARIANT);
                assert.equal(contents(local), before);
                assert.deepEqual(blockers([...findings.values()]), []);
            },
            (local) => (before = contents(local))
        );
    });

    for (const [name, variant] of Object.entries(VARIANTS) as [VariantName, Variant][]) {
        test(`where ${variant.says}`, () =>
            examined({ variant }, ({ findings }) => check(findings, { ...WITHOUT_VARIANT, ...DIFFERENCES[name] })));
    }

    test('in what follows: the sources in their order, and the permission set of the flow', () =>
        examined({ variant: VARIANTS['no-flow'] }, ({ findings }) => {
            assert.equal(
                findings.get('centers-in-graphql')!.uses,
                'the next sources: the Visualforce page, then the flow'
            );
            assert.match(findings.get('centers-in-flow')!.fix!, /the permission set Switchboard Centers Flow/);
            assert.equal(
                findings.get('accepts-flow')!.fallback,
                'without it, Switchboard uses the saved names where the Visualforce page has none'
            );
        }));

    test('about a different flow of the same name, without running it', () =>
        examined({}, async ({ org }) => {
            const { centersInFlow } = await import('../../scripts/doctor/sources.ts');
            const sent: string[] = [];
            const other: typeof org = {
                ...org,
                get: async <Body>() => ({ ok: true, body: { inputs: [{ name: 'user' }], outputs: [] } as Body }),
                send: (method, path, body) => {
                    sent.push(path);
                    return org.send(method, path, body);
                }
            };
            const finding = await centersInFlow(other, null);
            assert.equal(finding.status, 'unknown');
            assert.match(finding.result, /another flow named List_Call_Centers, which the doctor didn't run/);
            assert.deepEqual(sent, []);
        }));

    test('for a user who cannot change users', () =>
        examined({ persona: 'call-center-manager' }, ({ findings }) => {
            const { status, result, blocker } = findings.get('may-write')!;
            assert.equal(status, 'blocked');
            assert.match(result, /Manage Internal Users: no/);
            assert.match(blocker!, /Give them the Manage Internal Users permission\./);
        }));

    test('about the headers of the page that Setup shows', async () => {
        const { setupFrame } = await import('../../scripts/doctor/setupFrame.ts');
        const frame = async (...headers: [string, string][]) => (await setupFrame(async () => new Map(headers))).status;
        assert.equal(await frame(), 'ok');
        assert.equal(await frame(['x-frame-options', 'DENY']), 'fallback');
        const csp = 'content-security-policy';
        const setup = 'upgrade-insecure-requests; frame-ancestors https://acme.my.salesforce-setup.com';
        assert.equal(await frame([csp, setup], ['x-frame-options', 'SAMEORIGIN']), 'ok');
        assert.equal(await frame([csp, 'frame-ancestors https://*.lightning.force.com']), 'ok');
        assert.equal(await frame([csp, "frame-ancestors 'none'"]), 'fallback');
        assert.equal(await frame([csp, 'frame-ancestors https://notsalesforce-setup.com']), 'fallback');
        assert.equal(await frame([csp, 'upgrade-insecure-requests']), 'ok');
    });

    test('about settings and optional parts, for a user who cannot use the Metadata API', () =>
        examined({ persona: 'call-center-manager' }, ({ findings }) => {
            assert.equal(findings.get('setup-settings')!.status, 'unknown');
            assert.match(findings.get('setup-settings')!.result, /^unknown, Salesforce says "use of the Metadata API/);
            assert.equal(findings.get('accepts-flow')!.status, 'unknown');
        }));

    test('for a user who sees only their own record', () =>
        examined({}, async ({ org }) => {
            const { userAccess } = await import('../../scripts/org/readiness/requirements.ts');
            const { status, blocker } = await userAccess({
                ...org,
                query: async <Found>() => ({ ok: true, body: [{ n: 1 }] as Found[] })
            });
            assert.equal(status, 'blocked');
            assert.match(
                blocker!,
                /^This user can't see other users \(this user sees only their own record\)\. Give them/
            );
        }));

    test('when few requests are left', () =>
        examined({}, async ({ org }) => {
            const { apiRequests } = await import('../../scripts/doctor/apiRequests.ts');
            const spent: typeof org = {
                ...org,
                get: async <Body>() => ({ ok: true, body: { DailyApiRequests: { Max: 15000, Remaining: 90 } } as Body })
            };
            const { status, result, fix } = await apiRequests(spent);
            assert.deepEqual(
                [status, result, fix],
                ['fallback', '90 of 15,000', 'wait until tomorrow to move many users']
            );
        }));
});

describe('With --probe-writes, the doctor', () => {
    const probedUser = 'bo.lind@switchboard.example';
    const memberships = (local: { store: { all(sql: string): object[] } }) =>
        JSON.stringify(local.store.all('SELECT "Id", "CallCenterId" FROM "User" ORDER BY "Id"'));

    test('finds that 200 updates work, and moves no one', async () => {
        let before = '';
        await examined(
            { probedUser },
            ({ findings, local }) => {
                assert.deepEqual(
                    [findings.get('update-size')!.status, findings.get('update-size')!.result],
                    ['ok', 'at least 200']
                );
                assert.match(findings.get('may-write')!.result, /a test write succeeded$/);
                assert.equal(memberships(local), before);
            },
            (local) => (before = memberships(local))
        );
    });

    test('finds how many updates work where a mutation accepts few', () =>
        examined({ probedUser, variant: VARIANTS['small-mutations'] }, ({ findings }) => {
            const { status, result } = findings.get('update-size')!;
            assert.equal(status, 'fallback');
            assert.match(result, /^25 work, 50 don't\. Salesforce says "The mutation has more than 25 operations"$/);
        }));

    test('writes nothing where there are no mutations', () =>
        examined({ probedUser, variant: VARIANTS['no-mutations'] }, ({ findings }) => {
            assert.equal(findings.get('update-size')!.status, 'unknown');
        }));

    test('shows the message of Salesforce to a user who cannot change users', () =>
        examined({ probedUser, persona: 'delegated' }, ({ findings }) => {
            assert.match(findings.get('may-write')!.result, /a test write failed: ".+"$/);
            assert.equal(findings.get('may-write')!.status, 'blocked');
            assert.match(findings.get('update-size')!.result, /the first test write failed/);
        }));

    test('fails for a user that the org does not have', () =>
        assert.rejects(
            examined({ probedUser: "o'no@switchboard.example" }, () => assert.fail('the org was examined')),
            { name: 'UserError', message: /^The org has no user named o'no@switchboard\.example\. / }
        ));
});
