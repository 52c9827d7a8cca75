import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { MAX_PLAN_PART, OrgFault, toId18, type Id, type MoveRequestsOrg, type NewMoveRequest } from 'c/orgPort';
import { personaUser } from '../../scripts/local-org/access/personas.ts';
import { startLocalOrg, type Persona } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { MemoryRequests } from '../support/memoryRequests.ts';

const WORK = toId18('04v000000000001')!;

/** Who works with an org in this suite. `delegate` and `colleague` may ask, and only `admin` may answer. */
type As = 'delegate' | 'colleague' | 'admin';

interface World {
    as(who: As): MoveRequestsOrg;
    userId(who: As): Id;
    close(): Promise<void>;
}

contract('Requests in memory', async () => {
    const memory = new MemoryRequests();
    const ids: Record<As, Id> = {
        delegate: toId18('005000000000001')!,
        colleague: toId18('005000000000002')!,
        admin: toId18('005000000000003')!
    };
    return {
        as(who) {
            const names = { delegate: 'Cy Tan', colleague: 'Bo Lind', admin: 'Ada Byron' };
            memory.user = { id: ids[who], name: names[who], isAdmin: who === 'admin' };
            return memory;
        },
        userId: (who) => ids[who],
        close: async () => {}
    };
});

contract('Requests of the embedded org over HTTP', async () => {
    const local = await startLocalOrg({ users: 40 });
    const personas: Record<As, Persona> = { delegate: 'delegated', colleague: 'call-center-manager', admin: 'admin' };
    return {
        as: (who) => graphqlOrg(httpTransport(local.url, local.tokenFor(personas[who]))),
        userId: (who) => personaUser(local.store, personas[who]).userId as Id,
        close: () => local.close()
    };
});

function contract(name: string, make: () => Promise<World>): void {
    describe(name, () => {
        let world: World;
        before(async () => {
            world = await make();
        });
        after(() => world.close());
        const all = { statuses: ['requested', 'running', 'done', 'declined', 'withdrawn'], by: null };
        const find = async (number: number) => {
            const record = (await world.as('admin').moveRequests(all)).find(({ key }) => key === request(number).key);
            assert.ok(record, `request ${number}`);
            return record;
        };

        it('return a request as it was saved, with who asks, and its plan only when that is asked for', async () => {
            await world.as('delegate').saveRequest(request(1));
            const record = await find(1);
            const { plan, ...rest } = request(1);
            const { recordId, name: number, createdAt, lastModified, ...saved } = record;
            const who = { id: world.userId('delegate'), name: 'Cy Tan' };
            assert.deepEqual(saved, {
                ...rest,
                status: 'requested',
                answer: '',
                runId: null,
                moved: 0,
                by: who,
                changedBy: who
            });
            assert.match(number, /^REQ-\d{6}$/);
            assert.equal(createdAt, lastModified);
            assert.equal(await world.as('admin').requestPlan(recordId), plan);
            assert.equal(await world.as('admin').requestPlan(toId18('a0r000000000404')!), null);
        });

        it('refuse the same request twice, and a plan that is too long, without a trace', async () => {
            const org = world.as('delegate');
            await assert.rejects(org.saveRequest(request(1)), OrgFault);
            await assert.rejects(org.saveRequest({ ...request(2), plan: 'x'.repeat(MAX_PLAN_PART + 1) }), OrgFault);
            assert.equal((await world.as('admin').moveRequests(all)).length, 1);
        });

        it('find requests by status and by who asks, newest first', async () => {
            await world.as('colleague').saveRequest(request(3));
            const keys = async (filter: Parameters<MoveRequestsOrg['moveRequests']>[0]) =>
                (await world.as('admin').moveRequests(filter)).map(({ key }) => key);
            assert.deepEqual(await keys(all), [request(3).key, request(1).key]);
            assert.deepEqual(await keys({ ...all, by: world.userId('delegate') }), [request(1).key]);
            assert.deepEqual(await keys({ ...all, statuses: ['done'] }), []);
        });

        it('are changed by admins, and nobody is overwritten', async () => {
            const { recordId, lastModified } = await find(1);
            const org = world.as('admin');
            const runId = 'run-1';
            const claimed = await org.changeRequest(recordId, { to: 'running', runId }, lastModified);
            assert.ok(claimed);
            assert.equal(await org.changeRequest(recordId, { to: 'declined', answer: 'No' }, lastModified), null);
            const running = await find(1);
            assert.deepEqual([running.status, running.runId, running.answer], ['running', runId, '']);
            assert.deepEqual(running.changedBy, { id: world.userId('admin'), name: 'Ada Byron' });
            assert.ok(await org.changeRequest(recordId, { to: 'requested' }, claimed));
            assert.equal((await find(1)).runId, null);
            const again = await org.changeRequest(recordId, { to: 'running', runId }, (await find(1)).lastModified);
            assert.ok(await org.changeRequest(recordId, { to: 'done', moved: 11 }, again!));
            const done = await find(1);
            assert.deepEqual([done.status, done.moved], ['done', 11]);
        });

        it('are withdrawn by who asks, and by no other who may only ask', async () => {
            const { recordId, lastModified } = await find(3);
            const change = { to: 'withdrawn' } as const;
            await assert.rejects(
                world.as('delegate').changeRequest(recordId, change, lastModified),
                (thrown) => thrown instanceof OrgFault && thrown.kind === 'forbidden'
            );
            assert.ok(await world.as('colleague').changeRequest(recordId, change, lastModified));
            assert.equal((await find(3)).status, 'withdrawn');
        });

        it('keep an answer as it was given, whatever is in it', async () => {
            await world.as('delegate').saveRequest({ ...request(4), reason: `<img src=x onerror=alert(1)> "'&` });
            const { recordId, lastModified, reason } = await find(4);
            assert.equal(reason, `<img src=x onerror=alert(1)> "'&`);
            const answer = 'Not before Monday\nAda';
            assert.ok(await world.as('admin').changeRequest(recordId, { to: 'declined', answer }, lastModified));
            assert.equal((await find(4)).answer, answer);
        });
    });
}

describe('A viewer of the embedded org', () => {
    it('may not ask', async () => {
        const local = await startLocalOrg({ users: 40 });
        try {
            const org = graphqlOrg(httpTransport(local.url, local.tokenFor('viewer')));
            const fault = await org.saveRequest(request(1)).catch((thrown: unknown) => thrown);
            assert.ok(fault instanceof OrgFault);
            assert.equal(fault.kind, 'forbidden');
        } finally {
            await local.close();
        }
    });
});

function request(number: number): NewMoveRequest {
    return {
        key: `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        reason: 'They start on Monday',
        target: WORK,
        targetName: '8x8 Work',
        users: 12,
        plan: `swb:${number}`
    };
}
