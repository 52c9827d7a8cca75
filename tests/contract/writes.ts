import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OrgFault, type Id } from 'c/orgPort';
import { ids, assertFault } from './checks.ts';
import { MISSING_USER, MISSING_CENTER, type World } from './world.ts';

export function writesContract(world: World): void {
    describe('Writing memberships', () => {
        it('answers in the order of the writes: valid ones succeed, invalid ones are refused with words', async () => {
            const [add, bad, remove, portal] = [
                world.person('Percy 100% Certain'),
                world.person('Una under_score'),
                world.person('Magnus Ó Briain'),
                world.person('Pablo Partner')
            ];
            const to = world.center('Pilot 2027');
            const answers = await world.org.write([
                { userId: portal.id, to },
                { userId: add.id, to },
                { userId: bad.id, to: MISSING_CENTER },
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
            assert.equal((await world.membership(add.id)).callCenterId, to);
            assert.equal((await world.membership(remove.id)).callCenterId, null);
            assert.equal((await world.membership(bad.id)).callCenterId, null);
            assert.equal((await world.membership(portal.id)).callCenterId, null);
        });

        it('can write the same value twice, and an empty list', async () => {
            const { id: userId } = world.person('Madonna');
            const to = world.center('8x8 Work');
            for (let time = 0; time < 2; time += 1) {
                assert.deepEqual(await world.org.write([{ userId, to }]), [{ userId, written: true }]);
            }
            assert.equal((await world.membership(userId)).callCenterId, to);
            assert.deepEqual(await world.org.write([]), []);
        });

        it('refuses a user who doesn’t exist, and moves the others in the same request', async () => {
            const { id: userId } = world.person('Mia Midchain');
            const answers = await world.org.write([
                { userId: MISSING_USER, to: null },
                { userId, to: world.center('Collections') }
            ]);
            assert.equal(answers[0].written, false);
            assert.deepEqual(answers[1], { userId, written: true });
        });

        it('changes the member counts', async () => {
            const { id: userId } = world.person('Tom Topchain');
            const to = world.center('Lobby Phones');
            const count = async (of: Id | null) =>
                (await world.org.memberCounts()).find((group) => group.callCenterId === of)?.members ?? 0;
            const [before_, none] = [await count(to), await count(null)];
            await world.org.write([{ userId, to }]);
            assert.deepEqual([await count(to), await count(null)], [before_ + 1, none - 1]);
            assert.ok(ids(await world.find({ memberOf: to })).includes(userId));
        });

        it('writes one user unless they were modified since, and then overwrites nothing', async () => {
            const { id: userId } = world.person('Nell Neverhere');
            const { lastModified } = await world.membership(userId);
            const [mine, theirs] = [world.center('8x8 Work'), world.center('Old Dialer')];
            assert.deepEqual(await world.org.writeOne({ userId, to: mine }, lastModified), { userId, written: true });
            const shown = await world.membership(userId);
            assert.equal(shown.callCenterId, mine);
            world.move(userId, theirs);
            assert.deepEqual(await world.org.writeOne({ userId, to: null }, shown.lastModified), {
                userId,
                changed: true
            });
            assert.equal((await world.membership(userId)).callCenterId, theirs);
        });

        it('doesn’t write one user when the modification time isn’t a time', async () => {
            const { id: userId } = world.person('Fay Footchain');
            const answer = await world.org.writeOne({ userId, to: null }, 'once');
            assert.ok('written' in answer && !answer.written);
            assert.equal((await world.membership(userId)).callCenterId, world.center('Old Dialer'));
        });

        it('refuses one user with words when the center doesn’t exist', async () => {
            const { id: userId } = world.person('Zoë Sunshine ☀️🎧');
            const { lastModified } = await world.membership(userId);
            const answer = await world.org.writeOne({ userId, to: MISSING_CENTER }, lastModified);
            assert.ok('written' in answer && !answer.written);
            assert.notEqual(answer.words, '');
            assert.equal((await world.membership(userId)).callCenterId, null);
        });

        it('rejects an invalid ID, with a typed fault or a refusal of that write', async () => {
            await assertFault('invalid', () => world.org.memberships(["005' OR Name != '"]));
            try {
                const [answer] = await world.org.write([{ userId: 'nobody', to: null }]);
                assert.equal(answer.written, false);
            } catch (thrown) {
                assert.ok(thrown instanceof OrgFault && thrown.kind === 'invalid', String(thrown));
            }
        });
    });
}
