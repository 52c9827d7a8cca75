import { OrgFault } from 'c/orgPort';
import {
    anonymous,
    CHECK_IDS,
    CHECKS,
    runChecks,
    sourceInUse,
    verdictOf,
    type CheckedHost,
    type CheckId,
    type CheckResult,
    type Results
} from 'c/selfTest';
import { ME, smallOrg } from '#tests/support/people.ts';
import { WholeMemoryOrg } from '#tests/support/wholeMemoryOrg.ts';

const HOST: CheckedHost = {
    userId: ME.id,
    place: 'tab',
    permission: 'granted',
    label: 'Switchboard',
    tryStorage: () => {},
    tryLocks: async () => {}
};

function run(org = new WholeMemoryOrg(smallOrg()), host: Partial<CheckedHost> = {}): Promise<Results> {
    return runChecks(org, { ...HOST, ...host }, () => {});
}

function statuses(results: Results): Record<string, string> {
    return Object.fromEntries([...results].map(([id, { status }]) => [id, status]));
}

describe('The self-test', () => {
    it('has each check once', () => {
        expect(CHECKS.map(({ id }) => id)).toEqual([...CHECK_IDS]);
    });

    it('tells what works, and what is missing without stopping anything', async () => {
        const results = await run();
        const failing = [...results].filter(([, { status }]) => status !== 'works').map(([id]) => id);
        expect(failing).toEqual(['graphql', 'visualforce', 'flow']);
        expect(results.get('users')).toEqual({
            status: 'works',
            found: { of: 'users', count: smallOrg().people.length }
        });
        expect(results.get('registry')).toEqual({
            status: 'works',
            found: { of: 'centers', count: smallOrg().registry.length }
        });
        expect(verdictOf(results)).toBe('works');
        expect(sourceInUse(results)).toBe('registry');
    });

    it('writes nothing', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        await run(org);
        const { write, writeOne, saveCenters, saveCenterProfile } = org.requests;
        expect([write, writeOne, saveCenters, saveCenterProfile]).toEqual([0, 0, 0, 0]);
    });

    it('runs the checks one by one, and tells after each', async () => {
        const seen: CheckId[] = [];
        let open = 0;
        const org = new WholeMemoryOrg(smallOrg());
        const memberships = org.memberships.bind(org);
        org.memberships = async (ids) => {
            open += 1;
            expect(open).toBe(1);
            const found = await memberships(ids);
            open -= 1;
            return found;
        };
        await runChecks(org, HOST, (results) => seen.push([...results.keys()].at(-1)!));
        expect(seen).toEqual([...CHECK_IDS]);
    });

    it('says that users cannot be moved where their call centers are hidden', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.hideMemberships(true);
        const results = await run(org);
        expect(statuses(results)).toMatchObject({ users: 'works', counts: 'fails', membership: 'fails' });
        expect(verdictOf(results)).toBe('shows');
    });

    it('says what the org rejects of the mutation', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.refusesMutation = 'There is no UserUpdate.';
        const result = (await run(org)).get('mutation') as Exclude<CheckResult, { status: 'works' }>;
        expect(result.fault).toMatchObject({ kind: 'invalid', words: 'There is no UserUpdate.' });
    });

    it('does not call something broken when Salesforce did not answer', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.users = () => Promise.reject(new OrgFault('offline', ''));
        const results = await run(org);
        expect(statuses(results)).toMatchObject({ users: 'unknown', 'fresh users': 'unknown' });
        expect(verdictOf(results)).toBe('unknown');
    });

    it('calls a page or flow missing that does not answer', async () => {
        const org = new WholeMemoryOrg(smallOrg());
        org.centersFrom = () => Promise.reject(new OrgFault('offline', ''));
        expect(statuses(await run(org))).toMatchObject({
            graphql: 'unknown',
            visualforce: 'fails',
            flow: 'fails',
            registry: 'unknown'
        });
    });

    it('goes on when the browser denies storage and locks', async () => {
        const denied = (): never => {
            throw new DOMException('denied', 'SecurityError');
        };
        const results = await run(undefined, { tryStorage: denied, tryLocks: async () => denied(), place: 'setup' });
        expect(results.get('storage')).toEqual({ status: 'fails', fault: null });
        expect(results.get('locks')).toEqual({ status: 'fails', fault: null });
        expect(results.get('place')).toEqual({ status: 'works', found: { of: 'place', place: 'setup' } });
        expect(verdictOf(results)).toBe('works');
    });

    it.each([
        ['granted', 'works', 'works'],
        ['missing', 'fails', 'shows'],
        ['unknown', 'unknown', 'unknown']
    ] as const)('with the permission %s, says that it %s', async (permission, status, verdict) => {
        const results = await run(undefined, { permission });
        expect(results.get('permission')?.status).toBe(status);
        expect(verdictOf(results)).toBe(verdict);
    });

    it('names the first source that works, and only IDs when none does', () => {
        const works: CheckResult = { status: 'works', found: null };
        const fails: CheckResult = { status: 'fails', fault: null };
        expect(sourceInUse(new Map([['graphql', fails]]))).toBeNull();
        const inOrder: [CheckId, CheckResult][] = [
            ['graphql', fails],
            ['visualforce', works],
            ['flow', works]
        ];
        expect(sourceInUse(new Map(inOrder))).toBe('visualforce');
        const sources = ['graphql', 'visualforce', 'flow', 'registry'] as const;
        expect(sourceInUse(new Map(sources.map((source) => [source, fails])))).toBe('used');
    });
});

describe('A report that leaves the org', () => {
    it.each([
        ["Field 'CallCenter' in type 'UIQuery' is undefined", "Field 'CallCenter' in type 'UIQuery' is undefined"],
        ['No access to 005000000000001AAA or 04v000000000001', 'No access to [ID] or [ID]'],
        ['Ask ada.byron@acme.example for it', 'Ask [email] for it'],
        ['See https://acme.my.salesforce.com/x?sid=1 now', 'See [address] now'],
        ['Session 00D000000000001!AQ.token of acme--uat.lightning.force.com', 'Session [token] of [address]']
    ])('hides who is meant: %s', (words, shown) => {
        expect(anonymous(words)).toBe(shown);
    });

    it('cuts long messages', () => {
        expect(anonymous('a '.repeat(1000)).length).toBe(301);
    });
});
