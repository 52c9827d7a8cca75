import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { graphqlOrg } from 'c/graphqlOrg';
import { OrgFault, type Id, type Org, type UserKey, type UserLookup } from 'c/orgPort';
import { EVERYONE, readAllUsers } from 'c/userSearch';
import { startLocalOrg, VARIANTS, type LocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';
import { factsOf } from '../support/orgFacts.ts';
import { smallOrg } from '../support/people.ts';
import { WholeMemoryOrg } from '../support/wholeMemoryOrg.ts';

/** What every org does while field-level security hides User.CallCenterId. */
function hides(name: string, make: () => Promise<{ org: Org; userId: Id; close(): Promise<void> }>): void {
    describe(`${name}, where the call centers of users are hidden,`, () => {
        let made: Awaited<ReturnType<typeof make>>;
        before(async () => {
            made = await make();
        });
        after(() => made.close());

        it('shows users, and says that their call centers are not known', async () => {
            const page = await made.org.users(EVERYONE, null, { first: 10, fresh: true });
            assert.equal(page.users.length, 10);
            assert.equal(page.hidesMemberships, true);
        });

        it('fails every question about them as hidden', async () => {
            const search = { ...EVERYONE, membership: 'none' as const };
            const center = made.userId.replace('005', '04v');
            for (const question of [
                () => made.org.memberCounts(),
                () => made.org.profileCounts(center),
                () => made.org.memberships([made.userId]),
                () => made.org.usersBy({ by: 'id', values: [made.userId], match: 'equals' }, null),
                () => made.org.users(search, null, { first: 10, fresh: true }),
                () => made.org.centerProfileCounts(),
                () => made.org.exportedUsers(search, ['name'], null),
                () => readAllUsers(made.org, EVERYONE, () => true)
            ]) {
                await assert.rejects(question(), (thrown) => thrown instanceof OrgFault && thrown.kind === 'hidden');
            }
        });

        it('exports users without them, and says so', async () => {
            const { users, missing } = await made.org.exportedUsers(EVERYONE, ['name', 'call center'], null);
            assert.deepEqual(missing, ['call center']);
            assert.equal(users.length, 40);
            assert.ok(users.every(({ values }) => values.name && values['call center'] === undefined));
        });

        it("writes no one, in the org's words", async () => {
            const words = "No such column 'CallCenterId' on sobject of type User";
            const [answer] = await made.org.write([{ userId: made.userId, to: null }]);
            assert.ok(answer && !answer.written);
            assert.match(answer.words, new RegExp(words));
            assert.equal(answer.code, 'INVALID_FIELD');
            const one = await made.org.writeOne({ userId: made.userId, to: null }, '2100-01-01T00:00:00.000Z');
            assert.ok('written' in one && !one.written);
            assert.match(one.words, new RegExp(words));
        });
    });
}

function orgAt(local: LocalOrg): Org {
    return graphqlOrg(httpTransport(local.url, local.tokenFor('admin')));
}

hides('The in-memory org', async () => {
    const seeded = await startLocalOrg({ users: 40 });
    const facts = factsOf(seeded);
    await seeded.close();
    const org = new WholeMemoryOrg(facts);
    org.hideMemberships(true);
    return { org, userId: facts.people[0]!.id, close: async () => {} };
});

hides('The embedded org over HTTP', async () => {
    const local = await startLocalOrg({ users: 40, variant: VARIANTS['callcenterid-hidden'] });
    return { org: orgAt(local), userId: local.personas.viewer.userId, close: () => local.close() };
});

describe('A lookup by a field that is hidden', () => {
    const HIDDEN = ['federation id', 'employee number', 'alias', 'email', 'username or email'] as const;
    const asked = (org: Org, by: UserKey) => org.usersBy({ by, values: ['Ada'], match: 'equals' }, null);

    it('has no answer in the in-memory org, and says so', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.hiddenKeys = HIDDEN;
        for (const by of HIDDEN) assert.equal((await asked(org, by)).status, 'unavailable', by);
        assert.equal((await asked(org, 'name')).status, 'found');
    });

    it('has no answer in the embedded org over HTTP, with its words', async () => {
        const hiddenFields = ['User.FederationIdentifier', 'User.EmployeeNumber', 'User.Alias', 'User.Email'];
        const local = await startLocalOrg({ users: 40, variant: { says: 'fields are hidden', hiddenFields } });
        try {
            for (const by of HIDDEN) {
                const answer = await asked(orgAt(local), by);
                assert.ok(answer.status === 'unavailable', by);
                assert.match(answer.words, /\w/);
            }
            const { username } = factsOf(local).people[0]!;
            const lookup: UserLookup = { by: 'username', values: [username], match: 'equals' };
            const answer = await orgAt(local).usersBy(lookup, null);
            assert.ok(answer.status === 'found');
            assert.deepEqual(
                answer.users.map((user) => [user.username, user.email]),
                [[username, '']]
            );
        } finally {
            await local.close();
        }
    });

    it('stays the failure that it is when nothing is hidden', async () => {
        const local = await startLocalOrg({ users: 40 });
        const org = orgAt(local);
        await local.close();
        await assert.rejects(asked(org, 'alias'), (thrown) => thrown instanceof OrgFault && thrown.kind === 'offline');
    });
});

describe('An export', () => {
    const FIELDS = ['name', 'employee number', 'manager', 'profile', 'created'] as const;

    it('leaves out fields that are hidden, and says so', async () => {
        const hiddenFields = ['User.EmployeeNumber', 'User.ManagerId'];
        const local = await startLocalOrg({ users: 40, variant: { says: 'fields are hidden', hiddenFields } });
        try {
            const { users, missing } = await orgAt(local).exportedUsers(EVERYONE, FIELDS, null);
            assert.deepEqual(missing, ['employee number', 'manager']);
            assert.ok(users.every(({ values }) => values.name && values.profile && values.created));
        } finally {
            await local.close();
        }
    });

    it('leaves out fields that the org objects to even though they are optional', async () => {
        const local = await startLocalOrg({ users: 40 });
        try {
            const http = httpTransport(local.url, local.tokenFor('admin'));
            const refused: string[] = [];
            const org = graphqlOrg({
                ...http,
                query: async (document, variables) => {
                    if (!/EmployeeNumber|Manager/.test(document)) return http.query(document, variables);
                    refused.push(document);
                    return { data: null, errors: [{ message: "Validation error: Field 'Manager' is undefined" }] };
                }
            });
            const { users, missing } = await org.exportedUsers(EVERYONE, FIELDS, null);
            assert.deepEqual(missing, ['employee number', 'manager']);
            assert.equal(users.length, 40);
            assert.equal(refused.length, 3);
        } finally {
            await local.close();
        }
    });

    it('stays the failure that it is when no field is to blame', async () => {
        const local = await startLocalOrg({ users: 40 });
        const org = orgAt(local);
        await local.close();
        await assert.rejects(
            org.exportedUsers(EVERYONE, FIELDS, null),
            (thrown) => thrown instanceof OrgFault && thrown.kind === 'offline'
        );
    });
});

describe('A failure of a question about call centers', () => {
    it('stays as it is where they are not hidden', async () => {
        const local = await startLocalOrg({ users: 40 });
        try {
            await assert.rejects(
                orgAt(local).profileCounts('not an ID'),
                (thrown) => thrown instanceof OrgFault && thrown.kind === 'invalid'
            );
        } finally {
            await local.close();
        }
    });
});
