import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ids } from './checks.ts';
import { MISSING_USER, type World } from './world.ts';

export function membershipsContract(world: World): void {
    describe('Memberships', () => {
        it('have what a plan needs for each user, and leave out users who don’t exist', async () => {
            const [one, portal] = [world.person('Marek Nowak'), world.person('Patty Portal')];
            const found = new Map(
                (await world.org.memberships([one.id, MISSING_USER, portal.id])).map((each) => [each.userId, each])
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

        it('are read for everyone at once, and for an empty list', async () => {
            const everyone = world.facts.people.map((each) => each.id);
            assert.deepEqual(
                ids((await world.org.memberships(everyone)).map(({ userId: id }) => ({ id }))),
                world.who(() => true)
            );
            assert.deepEqual(await world.org.memberships([]), []);
        });

        it('are fresh: they show another admin’s move right away, with a later modification time', async () => {
            const user = world.person('Lou Lowchain');
            const earlier = await world.membership(user.id);
            world.move(user.id, world.center('Collections'));
            const later = await world.membership(user.id);
            assert.equal(later.callCenterId, world.center('Collections'));
            assert.ok(Date.parse(later.lastModified) > Date.parse(earlier.lastModified));
            world.move(user.id, null);
            assert.equal((await world.membership(user.id)).callCenterId, null);
        });
    });
}
