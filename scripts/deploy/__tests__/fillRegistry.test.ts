import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startLocalOrg, VARIANTS, type LocalOrg } from '../../local-org/index.ts';
import { callCenterEvidence, type CallCenterEvidence } from '../../org/callCenterEvidence.ts';
import type { OrgConnection } from '../../org/connection.ts';
import { connectLocal } from '../../org/__tests__/connectLocal.ts';
import { readRegistry, registryPlan, writeRegistry, type Registered } from '../fillRegistry.ts';
import { assignPermissionSet } from '../permissionSet.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

const PARTNER = { kind: 'voice-partner', knownBy: 'settings' } as const;

function center(facts: Partial<CallCenterEvidence> = {}): CallCenterEvidence {
    const id = '04v000000000001AAA';
    return {
        id,
        name: '8x8 Work',
        internalName: 'Work8x8',
        kind: 'unknown',
        knownBy: null,
        isVoiceLike: false,
        evidence: [],
        ...facts
    } as CallCenterEvidence;
}

function plan(one: CallCenterEvidence, known?: Registered) {
    return registryPlan([one], new Map(known ? [[one.id, known]] : []), NOW);
}

describe('The registry gets', () => {
    test('a new call center with its kind, when the kind is certain', () => {
        const { writes, added, unclassified } = plan(center(PARTNER));
        assert.deepEqual(writes, [
            {
                CallCenterId__c: '04v000000000001AAA',
                Name: '8x8 Work',
                InternalName__c: 'Work8x8',
                ReadAt__c: '2026-11-22T12:00:00.000Z',
                Kind__c: 'voice-partner',
                KnownBy__c: 'settings'
            }
        ]);
        assert.deepEqual([added, unclassified], [1, []]);
    });

    test('a new call center as unknown, and lists its name, when nothing is certain', () => {
        const { writes, unclassified } = plan(center());
        assert.equal(writes[0]!.Kind__c, 'unknown');
        assert.deepEqual(unclassified, ['8x8 Work']);
    });

    test('no kind over one that someone set, even when ours is certain', () => {
        const known: Registered = { name: '8x8 Work', internalName: 'Work8x8', kind: 'open-cti', knownBy: 'admin' };
        for (const registered of [known, { ...known, knownBy: null }]) {
            const { writes, added, renamed } = plan(center(PARTNER), registered);
            assert.ok(!('Kind__c' in writes[0]!) && !('KnownBy__c' in writes[0]!));
            assert.deepEqual([added, renamed], [0, 0]);
        }
    });

    test('better evidence in place of older evidence', () => {
        const known: Registered = { name: '8x8 Work', internalName: 'Work8x8', kind: 'open-cti', knownBy: 'adapter' };
        const [write] = plan(center(PARTNER), known).writes;
        assert.deepEqual([write!.Kind__c, write!.KnownBy__c], ['voice-partner', 'settings']);
    });

    test('the certain kind in place of unknown', () => {
        const known: Registered = { name: '8x8 Work', internalName: 'Work8x8', kind: 'unknown', knownBy: null };
        assert.equal(plan(center(PARTNER), known).writes[0]!.Kind__c, 'voice-partner');
        assert.ok(!('Kind__c' in plan(center(), known).writes[0]!));
    });

    test('a changed name, cut to the length of a record name', () => {
        const { writes, renamed } = plan(center({ name: '☎'.repeat(200) }), {
            name: 'Old',
            internalName: 'Work8x8',
            kind: null,
            knownBy: null
        });
        assert.equal(writes[0]!.Name, '☎'.repeat(80));
        assert.equal(renamed, 1);
    });

    test('neither a vendor nor a note', () => {
        const fields = Object.keys(plan(center()).writes[0]!);
        assert.deepEqual(fields.sort(), [
            'CallCenterId__c',
            'InternalName__c',
            'Kind__c',
            'KnownBy__c',
            'Name',
            'ReadAt__c'
        ]);
    });
});

describe('In an org', () => {
    let org: LocalOrg;
    let connection: OrgConnection;

    before(async () => {
        org = await startLocalOrg({ users: 60, variant: VARIANTS['no-registry'] });
        connection = connectLocal(org, 'admin');
    });
    after(async () => {
        assert.deepEqual(org.requests.failures, [], 'the embedded org had an internal error');
        await org.close();
    });

    function rows() {
        return org.store.all(
            'SELECT "Name", "Kind__c", "KnownBy__c", "Note__c" FROM "CallCenterProfile__c" ORDER BY "Name"'
        );
    }

    async function fill(): Promise<void> {
        const found = await callCenterEvidence(connection);
        assert.ok(found.ok);
        await writeRegistry(connection, registryPlan(found.centers, await readRegistry(connection), NOW));
    }

    test('the registry gets every call center, and no second row the next time', async () => {
        await fill();
        const first = rows();
        assert.equal(first.length, 7);
        assert.deepEqual(
            first.filter(({ Kind__c }) => Kind__c !== 'unknown').map(({ Name, KnownBy__c }) => [Name, KnownBy__c]),
            [
                ['8x8 Work', 'adapter'],
                ['Old Dialer', 'adapter'],
                ['Partner Telephony EMEA', 'settings'],
                ['Pilot 2027', 'adapter']
            ]
        );
        await fill();
        assert.deepEqual(rows(), first);
    });

    test('the entries of an admin stay when the registry is filled again', async () => {
        await fill();
        org.store.run(
            `UPDATE "CallCenterProfile__c" SET "Kind__c" = 'voice-amazon', "Note__c" = 'Ask Ada' WHERE "Name" = 'Voice East'`
        );
        await fill();
        const { Kind__c, Note__c } = rows().find(({ Name }) => Name === 'Voice East')!;
        assert.deepEqual([Kind__c, Note__c], ['voice-amazon', 'Ask Ada']);
    });

    test('more call centers than fit into one call are all saved', async () => {
        const many = Array.from({ length: 201 }, (_, index) =>
            center({ id: `04v0000000${String(index).padStart(5, '0')}AAA`, name: `Center ${index}` })
        );
        const before = rows().length;
        await writeRegistry(connection, registryPlan(many, new Map(), NOW));
        assert.equal(rows().length, before + 201);
    });

    test('a refused row fails with its name and the message of Salesforce', async () => {
        const wrong = registryPlan([center({ name: 'Bad' })], new Map(), NOW);
        wrong.writes[0]!.InternalName__c = 'x'.repeat(300);
        await assert.rejects(writeRegistry(connection, wrong), {
            name: 'UserError',
            message: /^Couldn't save Bad: .*too large/
        });
    });

    test('a user without write access to the registry gets an error', async () => {
        await assert.rejects(writeRegistry(connectLocal(org, 'viewer'), registryPlan([center()], new Map(), NOW)), {
            name: 'UserError',
            message: /^Couldn't save 8x8 Work: .+/
        });
    });

    test('the permission set is assigned once, and neither in a dry run nor before it is deployed', async () => {
        const held = () =>
            org.store.all('SELECT * FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?', [
                org.personas.admin.userId
            ]);
        const before = held().length;
        assert.equal(await assignPermissionSet(connection, false), 'not deployed');
        const [object] = org.store.objects.all.filter(({ name }) => name === 'PermissionSet');
        org.store.insert(object!, {
            Id: org.store.nextId(object!),
            Name: 'Switchboard_Admin',
            Label: 'Switchboard Admin'
        });
        assert.equal(await assignPermissionSet(connection, true), 'to assign');
        assert.equal(held().length, before);
        assert.equal(await assignPermissionSet(connection, false), 'assigned');
        assert.equal(await assignPermissionSet(connection, false), 'already assigned');
        assert.equal(held().length, before + 1);
    });
});
