import { graphqlOrg, type GraphqlTransport } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';

const CENTER = '04v000000000001AAA';
const NO_SUCH_OBJECT = { errors: [{ message: "Validation error of type FieldUndefined: Field 'CallCenter'" }] };

const page = (object: string, nodes: unknown[]) => ({
    data: {
        uiapi: { query: { [object]: { edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage: false } } } }
    }
});
const registryRow = {
    Id: 'a00000000000001AAA',
    Name: { value: 'Dialer' },
    CallCenterId__c: { value: CENTER },
    Kind__c: { value: 'open-cti' }
};

/** An org of which each test says what it does not know. */
function orgWith(more: Partial<GraphqlTransport> & { graphql?: unknown; registry?: unknown } = {}) {
    const asked: string[] = [];
    const words = new Map<string, string>();
    const transport: GraphqlTransport = {
        async query(document) {
            const isRegistry = document.includes('CallCenterProfile__c');
            asked.push(isRegistry ? 'registry' : 'graphql');
            const answer = isRegistry
                ? (more.registry ?? page('CallCenterProfile__c', [registryRow]))
                : (more.graphql ?? NO_SUCH_OBJECT);
            if (answer instanceof Error) throw answer;
            return answer as object;
        },
        mutate: async () => ({ data: {} }),
        updateUser: async () => {},
        session: { get: (key) => words.get(key) ?? null, set: (key, value) => void words.set(key, value) },
        ...more
    };
    return { org: graphqlOrg(transport), asked };
}

describe('the sources of call centers', () => {
    it('are GraphQL and the registry, asked at once', async () => {
        const { org, asked } = orgWith({ graphql: page('CallCenter', [{ Id: CENTER, Name: { value: 'Live' } }]) });
        const { rows, answered } = await org.callCenters();
        expect(asked.sort()).toEqual(['graphql', 'registry']);
        expect(answered).toEqual(['graphql', 'registry']);
        expect(rows.map(({ name, source }) => [name, source])).toEqual([
            ['Live', 'graphql'],
            ['Dialer', 'registry']
        ]);
    });

    it('leave GraphQL unasked for the rest of a session in which it does not know CallCenter', async () => {
        const { org, asked } = orgWith();
        expect((await org.callCenters()).silent).toMatchObject([{ source: 'graphql' }]);
        await org.callCenters();
        expect(asked.filter((source) => source === 'graphql')).toHaveLength(1);
    });

    it('ask GraphQL again after a passing fault', async () => {
        const { org, asked } = orgWith({ graphql: new OrgFault('busy', 'later') });
        await org.callCenters();
        await org.callCenters();
        expect(asked.filter((source) => source === 'graphql')).toHaveLength(2);
    });

    it('go on without a registry that is closed, and say in whose words', async () => {
        const { org } = orgWith({
            registry: { errors: [{ message: 'Validation error of type FieldUndefined: no registry' }] }
        });
        const { silent } = await org.callCenters();
        expect(silent.find(({ source }) => source === 'registry')?.words).toContain('no registry');
    });

    it('take call centers from the flow, with ids of 15 or 18 characters', async () => {
        const callCenters = [{ Id: CENTER.slice(0, 15), Name: 'Dialer' }, { Name: 'no id' }, null];
        const { org } = orgWith({ runFlow: async () => ({ callCenters }) });
        const { rows, answered } = await org.flowCallCenters();
        expect(answered).toEqual(['flow']);
        expect(rows).toMatchObject([{ id: CENTER, name: 'Dialer', internalName: null, source: 'flow' }]);
    });

    it('know of no call centers when the flow gives none', async () => {
        const { org } = orgWith({ runFlow: async () => ({ callCenters: null }) });
        expect(await org.flowCallCenters()).toEqual({ rows: [], answered: ['flow'], silent: [] });
    });

    it('do without a flow that fails or is not there', async () => {
        const { org } = orgWith({ runFlow: () => Promise.reject(new Error('The flow is not active.')) });
        expect((await org.flowCallCenters()).silent).toEqual([{ source: 'flow', words: 'The flow is not active.' }]);
        expect((await orgWith().org.flowCallCenters()).answered).toEqual([]);
    });
});

describe('naming a call center', () => {
    const profile = { callCenterId: CENTER, name: 'Night shift', kind: 'open-cti' as const };

    it('changes the row of the registry, or makes one where there is none', async () => {
        const sent: unknown[] = [];
        const mutate = async (_: string, { input }: Record<string, unknown>) => {
            sent.push(input);
            return { data: { uiapi: {} } };
        };
        expect(await orgWith({ mutate }).org.saveCenterProfile(profile)).toBeNull();
        expect(
            await orgWith({ mutate, registry: page('CallCenterProfile__c', []) }).org.saveCenterProfile(profile)
        ).toBeNull();
        const fields = { Name: 'Night shift', Kind__c: 'open-cti' };
        expect(sent).toEqual([
            { Id: registryRow.Id, CallCenterProfile__c: fields },
            { CallCenterProfile__c: { ...fields, CallCenterId__c: CENTER } }
        ]);
    });

    it('gives the words of an org that refuses', async () => {
        const mutate = async () => ({ data: {}, errors: [{ message: 'INSUFFICIENT_ACCESS: no' }] });
        expect(await orgWith({ mutate }).org.saveCenterProfile(profile)).toBe('INSUFFICIENT_ACCESS: no');
    });
});
