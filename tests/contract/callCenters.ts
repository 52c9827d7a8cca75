import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byId, tally, assertSorted } from './checks.ts';
import { type World } from './world.ts';

export function callCentersContract(world: World): void {
    describe('Call centers', () => {
        it('have the names and kinds of the registry, which is listed as a source that answered', async () => {
            const { rows, answered, silent } = await world.org.callCenters();
            assert.deepEqual(byId(rows), byId(world.facts.registry));
            assert.ok(answered.includes('registry'));
            assert.ok(!silent.some((one) => one.source === 'registry'));
        });

        it('are saved in the registry in one go, and keep what is not given', async () => {
            const id = world.center('Collections');
            const saved = async () => (await world.org.callCenters()).rows.find((row) => row.id === id && row.recordId);
            const before = await saved();
            assert.ok(before);
            const record = {
                recordId: before.recordId,
                callCenterId: id,
                name: null,
                internalName: null,
                kind: 'open-cti' as const,
                knownBy: 'adapter' as const,
                readAt: null
            };
            assert.equal(await world.org.saveCenters([record]), null);
            assert.deepEqual(await saved(), { ...before, kind: 'open-cti', knownBy: 'adapter' });
            const lobby = world.center('Lobby Phones');
            const readAt = '2027-01-01T00:00:00.000Z';
            const created = { ...record, recordId: null, callCenterId: lobby, name: 'Lobby', readAt };
            assert.equal(await world.org.saveCenters([created]), null);
            assert.equal(await world.org.saveCenters([created]), null, 'someone else saved it at the same time');
            const rows = (await world.org.callCenters()).rows.filter((row) => row.id === lobby);
            assert.deepEqual(
                rows.map((row) => [row.name, row.kind, row.readAt]),
                [['Lobby', 'open-cti', readAt]]
            );
        });

        it('count every user once: the members of each center, and users without a center', async () => {
            const counts = await world.org.memberCounts();
            const expected = tally(world.facts.people.map((each) => each.callCenterId));
            assert.deepEqual(new Map(counts.map((count) => [count.callCenterId, count.members])), expected);
            assert.equal(counts.length, expected.size);
        });

        it('count the members of one center by profile and status', async () => {
            const id = world.center('Old Dialer');
            const counts = await world.org.profileCounts(id);
            const members = world.facts.people.filter((each) => each.callCenterId === id);
            assert.deepEqual(
                new Map(counts.map((count) => [`${count.profileId} ${count.isActive}`, count.members])),
                tally(members.map((each) => `${each.profileId} ${each.isActive}`))
            );
            assert.ok(
                counts.some((count) => !count.isActive),
                'the seed has an inactive member'
            );
        });

        it('have no profile counts without members', async () => {
            assert.deepEqual(await world.org.profileCounts(world.center('Pilot 2027')), []);
        });

        it('come with profiles and roles to filter by, sorted by name', async () => {
            const profiles = await world.org.profiles();
            const roles = await world.org.roles();
            assert.deepEqual(byId(profiles), byId(world.facts.profiles));
            assert.deepEqual(byId(roles), byId(world.facts.roles));
            for (const list of [profiles, roles])
                assertSorted(
                    list.map((choice) => choice.name),
                    false
                );
        });
    });
}
