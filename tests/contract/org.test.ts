import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { factsOf } from '../support/orgFacts.ts';
import { WholeMemoryOrg } from '../support/wholeMemoryOrg.ts';
import { orgContract } from './orgContract.ts';

/** Enough for several pages of every size, but few enough to be quick. */
const USERS = 260;

orgContract('The in-memory org', async () => {
    const seeded = await startLocalOrg({ users: USERS });
    const facts = factsOf(seeded);
    await seeded.close();
    const org = new WholeMemoryOrg(facts);
    return { org, facts, move: (userId, to) => org.move(userId, to), close: async () => {} };
});

orgContract('The embedded org over HTTP', async () => {
    const local = await startLocalOrg({ users: USERS });
    const user = local.store.objects.named('User')!;
    return {
        org: orgAt(local),
        facts: factsOf(local),
        move: (userId, to) =>
            local.store.update(user, userId, {
                CallCenterId: to,
                LastModifiedDate: local.store.writeTime()
            }),
        close: () => local.close()
    };
});

describe('Over HTTP, a failure is typed', () => {
    it('when the session expired', async () => {
        const local = await startLocalOrg({ users: 40 });
        try {
            const org = graphqlOrg(httpTransport(local.url, 'no-such-token'));
            assert.equal((await faultOf(org.memberCounts())).kind, 'expired');
            assert.equal(
                (await faultOf(org.write([{ userId: local.personas.viewer.userId, to: null }]))).kind,
                'expired'
            );
            const one = { userId: local.personas.viewer.userId, to: null };
            assert.equal((await faultOf(org.writeOne(one, new Date().toISOString()))).kind, 'expired');
        } finally {
            await local.close();
        }
    });

    it('when the server is gone, and the write may have happened', async () => {
        const local = await startLocalOrg({ users: 40 });
        const org = orgAt(local);
        await local.close();
        const fault = await faultOf(org.users(EVERYONE, null, { first: 100, fresh: true }));
        assert.equal(fault.kind, 'offline');
        const written = await faultOf(org.write([{ userId: local.personas.viewer.userId, to: null }]));
        assert.equal(written.kind, 'offline');
        assert.equal(written.sent, true);
    });

    it('when a user may read but not write: each write is refused, in the org’s words', async () => {
        const local = await startLocalOrg({ users: 40 });
        try {
            const org = graphqlOrg(httpTransport(local.url, local.tokenFor('viewer')));
            const userId = local.personas.admin.userId;
            const [{ lastModified }] = await org.memberships([userId]);
            const [answer] = await org.write([{ userId, to: null }]);
            assert.ok(!answer.written);
            assert.match(answer.words, /access/i);
            const one = await org.writeOne({ userId, to: null }, lastModified);
            assert.ok('written' in one && !one.written);
            assert.match(one.words, /access/i);
        } finally {
            await local.close();
        }
    });
});

function orgAt(local: LocalOrg) {
    return graphqlOrg(httpTransport(local.url, local.tokenFor('admin')));
}

async function faultOf(work: Promise<unknown>): Promise<OrgFault> {
    const thrown = await work.then(
        () => null,
        (reason: unknown) => reason
    );
    assert.ok(thrown instanceof OrgFault, `${thrown} is an OrgFault`);
    return thrown;
}
