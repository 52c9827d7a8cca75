import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { graphqlOrg, type GraphqlTransport } from 'c/graphqlOrg';
import { EVERYONE } from 'c/userSearch';
import { startLocalOrg, type LocalOrg } from '../../scripts/local-org/index.ts';
import { httpTransport } from '../support/httpTransport.ts';

/** Fresh reads filter by a name that no record has. That filter must not change what is found. */
describe('The filter of a fresh read changes nothing', () => {
    let local: LocalOrg;
    let transport: GraphqlTransport;
    before(async () => {
        local = await startLocalOrg({ users: 260 });
        transport = httpTransport(local.url, local.tokenFor('admin'));
    });
    after(() => local.close());

    it('in any read', async () => {
        const fresh = graphqlOrg(transport);
        const plain = graphqlOrg({ ...transport, query: (...question) => transport.query(...unfiltered(question)) });
        const page = await plain.users(EVERYONE, null, { first: 100, fresh: false });
        const ids = page.users.map(({ id }) => id);
        const center = page.users.find(({ callCenterId }) => callCenterId !== null)!.callCenterId!;
        const profile = { callCenterId: center, name: 'Night shift', kind: 'open-cti' as const };
        assert.equal(await fresh.saveCenterProfile(profile), null);
        const runKey = '00000000-0000-4000-8000-000000000001';
        const recordId = await fresh.saveRun({
            runId: runKey,
            startedAt: '2026-11-01T08:00:00.000Z',
            endedAt: '2026-11-01T08:00:01.000Z',
            target: null,
            targetName: null,
            counts: { moved: 1 },
            undoneRecord: null
        });
        const move = { userId: ids[0], userName: null, from: null, fromName: null, to: center, toName: null };
        await fresh.saveMoves(recordId, [{ ...move, outcome: 'moved', reason: null }]);
        const reads: ((org: typeof fresh) => Promise<unknown>)[] = [
            (org) => org.memberships(ids),
            (org) => org.memberCounts(),
            (org) => org.profileCounts(center),
            (org) => org.profiles(),
            (org) => org.roles(),
            async (org) => (await org.callCenters()).rows,
            (org) => org.users(EVERYONE, null, { first: 2000, fresh: true }),
            (org) => org.users({ ...EVERYONE, membership: 'none' }, page.endCursor, { first: 100, fresh: true }),
            (org) => org.usersBy({ by: 'id', values: ids, match: 'equals' }, null),
            (org) => org.historyRuns({ words: [] }, null, 50),
            (org) => org.runsNamed([runKey]),
            (org) => org.runsInProgress([runKey]),
            (org) => org.historyRoutes([recordId]),
            (org) => org.historyMoves(recordId, null)
        ];
        for (const read of reads) {
            const answer = await read(fresh);
            assert.deepEqual(answer, await read(plain), read.toString());
            assert.notDeepEqual(answer, [], read.toString());
        }
    });

    it('even for records in which the field is empty', async () => {
        const total = async (where?: object) => {
            const document = 'query q($where: User_Filter) { uiapi { query { User(where: $where) { totalCount } } } }';
            const { data } = await transport.query(document, { where });
            return (data as { uiapi: { query: { User: { totalCount: number } } } }).uiapi.query.User.totalCount;
        };
        assert.ok((await total({ Title: { eq: null } })) > 0, 'some users have no title');
        assert.equal(await total({ Title: { ne: 'No user has this title' } }), await total());
    });
});

/** The same question without the filter. */
function unfiltered([document, variables]: Parameters<GraphqlTransport['query']>): typeof question {
    const isFresh = (filter: unknown) => Object.keys(filter as object).join() === 'Name';
    const where = variables.where as { and?: object[] } | undefined;
    const question: [string, Record<string, unknown>] = [
        document
            .replace(/\$fresh: String(, )?/, '')
            .replace(/(, )?Name: { ne: \$fresh }/, '')
            .replace('where: {  }, ', ''),
        { ...variables }
    ];
    delete question[1].fresh;
    if (where && isFresh(where)) delete question[1].where;
    if (where?.and?.some(isFresh)) question[1].where = { and: where.and.filter((filter) => !isFresh(filter)) };
    return question;
}
