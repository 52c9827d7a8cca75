import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalOrg, VARIANTS, type LocalOrg } from '../../local-org/index.ts';
import { askOf, type OrgAsk } from '../../orgAsk.ts';
import { signed, signedCenters, type SignedCenter } from '../centerSigns.ts';
import { readRegistry, registryPlan, writeRegistry, type Registered } from '../fillRegistry.ts';
import { assignPermissionSet } from '../permissionSet.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

function center(facts: Partial<SignedCenter> = {}): SignedCenter {
    const id = '04v000000000001AAA';
    return { id, name: '8x8 Work', internalName: 'Work8x8', kind: 'unknown', isVoiceLike: false, signs: [], ...facts };
}

function plan(one: SignedCenter, known?: Registered) {
    return registryPlan([one], new Map(known ? [[one.id, known]] : []), NOW);
}

describe('The registry is given', () => {
    test('a new call center with the kind that is certain', () => {
        const { writes, added, unclassified } = plan(center({ kind: 'voice-partner' }));
        assert.deepEqual(writes, [
            {
                CallCenterId__c: '04v000000000001AAA',
                Name: '8x8 Work',
                InternalName__c: 'Work8x8',
                ReadAt__c: '2026-11-22T12:00:00.000Z',
                Kind__c: 'voice-partner'
            }
        ]);
        assert.deepEqual([added, unclassified], [1, []]);
    });

    test('a new call center as unknown when nothing is certain, and its name is told', () => {
        const { writes, unclassified } = plan(center());
        assert.equal(writes[0]!.Kind__c, 'unknown');
        assert.deepEqual(unclassified, ['8x8 Work']);
    });

    test('no kind where somebody has set one, not even a certain one', () => {
        const known: Registered = { name: '8x8 Work', internalName: 'Work8x8', kind: 'open-cti' };
        const { writes, added, renamed } = plan(center({ kind: 'voice-partner' }), known);
        assert.ok(!('Kind__c' in writes[0]!));
        assert.deepEqual([added, renamed], [0, 0]);
    });

    test('the certain kind where it stood as unknown', () => {
        const known: Registered = { name: '8x8 Work', internalName: 'Work8x8', kind: 'unknown' };
        assert.equal(plan(center({ kind: 'voice-partner' }), known).writes[0]!.Kind__c, 'voice-partner');
        assert.ok(!('Kind__c' in plan(center(), known).writes[0]!));
    });

    test('a new name, cut to what a record name holds', () => {
        const { writes, renamed } = plan(center({ name: '☎'.repeat(200) }), {
            name: 'Old',
            internalName: 'Work8x8',
            kind: null
        });
        assert.equal(writes[0]!.Name, '☎'.repeat(80));
        assert.equal(renamed, 1);
    });

    test('never a vendor nor a note', () => {
        const fields = Object.keys(plan(center()).writes[0]!);
        assert.deepEqual(fields.sort(), ['CallCenterId__c', 'InternalName__c', 'Kind__c', 'Name', 'ReadAt__c']);
    });
});

describe('A call center', () => {
    const row = { Id: '04v', Name: 'Desk', InternalName: 'Desk', AdapterUrl: 'https://x', CustomSettings: null };

    test('is partner telephony for certain when its settings say so', () => {
        const { kind, isVoiceLike } = signed({ ...row, CustomSettings: '{"reqCallCenterType" : "SCVBYOT"}' }, 0);
        assert.deepEqual([kind, isVoiceLike], ['voice-partner', true]);
    });

    test('looks like Voice, and is claimed to be nothing, when users are mapped to telephony users', () => {
        const { kind, isVoiceLike, signs } = signed(row, 3);
        assert.deepEqual([kind, isVoiceLike], ['unknown', true]);
        assert.deepEqual(signs, ['3 of its users or queues are mapped to telephony users']);
    });

    test('does not look like Voice by its name alone, nor for want of an address alone', () => {
        assert.equal(signed({ ...row, Name: 'Voice Line' }, 0).isVoiceLike, false);
        assert.equal(signed({ ...row, AdapterUrl: null }, 0).isVoiceLike, false);
        assert.equal(signed({ ...row, AdapterUrl: null, Name: 'Voice Line' }, 0).isVoiceLike, true);
    });

    test('with an ordinary address has no sign', () => {
        assert.deepEqual(signed(row, 0).signs, []);
    });
});

describe('In an org', () => {
    let org: LocalOrg;
    let ask: OrgAsk;

    before(async () => {
        org = await startLocalOrg({ users: 60, variant: VARIANTS['no-registry'] });
        ask = askOf(login('admin'));
    });
    after(async () => {
        assert.deepEqual(org.requests.failures, [], 'the org itself failed');
        await org.close();
    });

    function login(persona: 'admin' | 'viewer') {
        const token = org.tokenFor(persona);
        return { url: org.url, apiVersion: '66.0', accessToken: () => Promise.resolve(token) };
    }

    function rows() {
        return org.store.all('SELECT "Name", "Kind__c", "Note__c" FROM "CallCenterProfile__c" ORDER BY "Name"');
    }

    async function fill(): Promise<void> {
        const found = await signedCenters(ask);
        assert.ok('centers' in found);
        await writeRegistry(ask, registryPlan(found.centers, await readRegistry(ask), NOW));
    }

    test('the registry is filled with every call center, and again without a second row', async () => {
        await fill();
        const first = rows();
        assert.equal(first.length, 7);
        assert.deepEqual(
            first.filter(({ Kind__c }) => Kind__c !== 'unknown').map(({ Name }) => Name),
            ['Partner Telephony EMEA']
        );
        await fill();
        assert.deepEqual(rows(), first);
    });

    test('what an admin has written stays when it is filled again', async () => {
        await fill();
        org.store.run(
            `UPDATE "CallCenterProfile__c" SET "Kind__c" = 'voice-amazon', "Note__c" = 'Ask Ada' WHERE "Name" = 'Voice East'`
        );
        await fill();
        const { Kind__c, Note__c } = rows().find(({ Name }) => Name === 'Voice East')!;
        assert.deepEqual([Kind__c, Note__c], ['voice-amazon', 'Ask Ada']);
    });

    test('more call centers than one call takes are all written', async () => {
        const many = Array.from({ length: 201 }, (_, place) =>
            center({ id: `04v0000000${String(place).padStart(5, '0')}AAA`, name: `Center ${place}` })
        );
        const before = rows().length;
        await writeRegistry(ask, registryPlan(many, new Map(), NOW));
        assert.equal(rows().length, before + 201);
    });

    test('a refused row is told with its name and the words of the org', async () => {
        const wrong = registryPlan([center({ name: 'Bad' })], new Map(), NOW);
        wrong.writes[0]!.InternalName__c = 'x'.repeat(300);
        await assert.rejects(writeRegistry(ask, wrong), { name: 'Refusal', message: /did not take Bad: .*too large/ });
    });

    test('somebody who may not write the registry is told so', async () => {
        await assert.rejects(writeRegistry(askOf(login('viewer')), registryPlan([center()], new Map(), NOW)), {
            name: 'Refusal',
            message: /did not take 8x8 Work: .+/
        });
    });

    test('the permission set is assigned once, and not at all in a dry run or before it is deployed', async () => {
        const held = () =>
            org.store.all('SELECT * FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?', [
                org.personas.admin.userId
            ]);
        const before = held().length;
        assert.equal(await assignPermissionSet(ask, false), 'not deployed');
        const [object] = org.store.objects.all.filter(({ name }) => name === 'PermissionSet');
        org.store.insert(object!, {
            Id: org.store.nextId(object!),
            Name: 'Switchboard_Admin',
            Label: 'Switchboard Admin'
        });
        assert.equal(await assignPermissionSet(ask, true), 'to assign');
        assert.equal(held().length, before);
        assert.equal(await assignPermissionSet(ask, false), 'assigned');
        assert.equal(await assignPermissionSet(ask, false), 'was there');
        assert.equal(held().length, before + 1);
    });
});
