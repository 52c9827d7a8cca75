import { graphqlOrg } from 'c/graphqlOrg';
import type { HistoryOrg, MoveRequestsOrg, Org } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';

const ADA = '005000000000001AAA';
const CENTER = '04v000000000001AAA';

/** An org that answers every question as LDS would with an empty cache, and every question that was asked. */
function recording() {
    const questions: string[] = [];
    const org = graphqlOrg({
        async query(document, variables) {
            questions.push(JSON.stringify([document, variables]));
            return { errors: [{ message: 'Validation error of type FieldUndefined: x' }] };
        },
        mutate: async () => ({ data: {} }),
        updateRecord: async () => {}
    });
    return { org, questions };
}

const FRESH_READS: [string, (org: Org & HistoryOrg & MoveRequestsOrg) => Promise<unknown>][] = [
    ['memberships', (org) => org.memberships([ADA])],
    ['users whom a list names', (org) => org.usersBy({ by: 'alias', values: ['ada'], match: 'equals' }, null)],
    ['call centers', (org) => org.callCenters()],
    ['member counts', (org) => org.memberCounts()],
    ['profile counts', (org) => org.profileCounts(CENTER)],
    ['profiles', (org) => org.profiles()],
    ['roles', (org) => org.roles()],
    ['all users', (org) => org.users(EVERYONE, null, { first: 100, fresh: true })],
    ['some users', (org) => org.users({ ...EVERYONE, text: 'ada' }, 'cursor', { first: 100, fresh: true })],
    [
        'the registry’s record of a center',
        (org) => org.saveCenterProfile({ callCenterId: CENTER, name: 'x', kind: 'unknown' })
    ],
    ['runs', (org) => org.historyRuns({ words: [] }, null, 50)],
    ['runs that match a search', (org) => org.historyRuns({ words: ['ada'] }, null, 50)],
    ['one run', (org) => org.runsNamed(['run'])],
    ['runs in progress', (org) => org.runsInProgress(['run'])],
    ['the plans of runs', (org) => org.planParts(['run'])],
    ['routes', (org) => org.historyRoutes([ADA])],
    ['moves', (org) => org.historyMoves(ADA, null)],
    ['requests', (org) => org.moveRequests({ statuses: ['requested'], by: null })],
    ['the plan of a request', (org) => org.requestPlan(ADA)]
];

describe('A fresh read', () => {
    it.each(FRESH_READS)('of %s is a question that no one has asked before', async (_, read) => {
        const { org, questions } = recording();
        await read(org).catch(() => {});
        const once = questions.length;
        await read(org).catch(() => {});
        expect(once).toBeGreaterThan(0);
        expect(questions).toHaveLength(2 * once);
        expect(new Set(questions).size).toBe(2 * once);
    });

    it('differs only in the variables, because LDS keeps every document it has parsed', async () => {
        const { org, questions } = recording();
        await org.memberships([ADA]).catch(() => {});
        await org.memberships([ADA]).catch(() => {});
        const [first, second] = questions.map((question) => (JSON.parse(question) as [string, unknown])[0]);
        expect(second).toBe(first);
    });

    it('asks for every page of one answer with the same filter', async () => {
        const filters: unknown[] = [];
        const page = (hasNextPage: boolean) => ({ edges: [], pageInfo: { hasNextPage, endCursor: 'next' } });
        const org = graphqlOrg({
            async query(_, { fresh }) {
                filters.push(fresh);
                return { data: { uiapi: { query: { Profile: page(filters.length < 3) } } } };
            },
            mutate: async () => ({ data: {} }),
            updateRecord: async () => {}
        });
        await org.profiles();
        expect(filters).toHaveLength(3);
        expect(new Set(filters).size).toBe(1);
        expect(filters[0]).toEqual(expect.any(String));
    });
});

describe('A read that a cache may answer', () => {
    it('is the same question every time', async () => {
        const { org, questions } = recording();
        for (let time = 0; time < 2; time += 1) {
            await org.users({ ...EVERYONE, text: 'ada' }, null, { first: 100, fresh: false }).catch(() => {});
        }
        expect(new Set(questions).size).toBe(1);
    });
});
