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

/** An org; each test tells what it doesn't know. */
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

describe('The sources of call centers', () => {
    it('are GraphQL and the registry, and are read at the same time', async () => {
        const { org, asked } = orgWith({ graphql: page('CallCenter', [{ Id: CENTER, Name: { value: 'Live' } }]) });
        const { rows, answered } = await org.callCenters();
        expect(asked.sort()).toEqual(['graphql', 'registry']);
        expect(answered).toEqual(['graphql', 'registry']);
        expect(rows.map(({ name, source }) => [name, source])).toEqual([
            ['Live', 'graphql'],
            ['Dialer', 'registry']
        ]);
    });

    it('don’t include GraphQL for the rest of a session in which it doesn’t know CallCenter', async () => {
        const { org, asked } = orgWith();
        expect((await org.callCenters()).silent).toMatchObject([{ source: 'graphql' }]);
        await org.callCenters();
        expect(asked.filter((source) => source === 'graphql')).toHaveLength(1);
    });

    it('include GraphQL again after a temporary fault', async () => {
        const { org, asked } = orgWith({ graphql: new OrgFault('busy', 'later') });
        await org.callCenters();
        await org.callCenters();
        expect(asked.filter((source) => source === 'graphql')).toHaveLength(2);
    });

    it('can do without a registry that can’t be read, and quote why', async () => {
        const { org } = orgWith({
            registry: { errors: [{ message: 'Validation error of type FieldUndefined: no registry' }] }
        });
        const { silent } = await org.callCenters();
        expect(silent.find(({ source }) => source === 'registry')?.words).toContain('no registry');
    });

    it('include the flow, whose IDs may have 15 or 18 characters', async () => {
        const callCenters = [{ Id: CENTER.slice(0, 15), Name: 'Dialer' }, { Name: 'no id' }, null];
        const { org } = orgWith({ runFlow: async () => ({ callCenters }) });
        const { rows, answered } = await org.flowCallCenters();
        expect(answered).toEqual(['flow']);
        expect(rows).toMatchObject([{ id: CENTER, name: 'Dialer', internalName: null, source: 'flow' }]);
    });

    it('have no call centers when the flow finds none', async () => {
        const { org } = orgWith({ runFlow: async () => ({ callCenters: null }) });
        expect(await org.flowCallCenters()).toEqual({ rows: [], answered: ['flow'], silent: [] });
    });

    it('can do without a flow that fails or doesn’t exist', async () => {
        const { org } = orgWith({ runFlow: () => Promise.reject(new Error('The flow is not active.')) });
        expect((await org.flowCallCenters()).silent).toEqual([{ source: 'flow', words: 'The flow is not active.' }]);
        expect((await orgWith().org.flowCallCenters()).answered).toEqual([]);
    });
});

describe('Naming a call center', () => {
    const profile = { callCenterId: CENTER, name: 'Night shift', kind: 'open-cti' as const };

    it('updates its row in the registry, or creates one if there is none', async () => {
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

    it('returns the org’s words when the org refuses', async () => {
        const mutate = async () => ({ data: {}, errors: [{ message: 'INSUFFICIENT_ACCESS: no' }] });
        expect(await orgWith({ mutate }).org.saveCenterProfile(profile)).toBe('INSUFFICIENT_ACCESS: no');
    });
});
