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
        updateRecord: async () => {},
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

    it('include a Visualforce page, whose answer is checked: IDs, text, lengths, and duplicates', async () => {
        const records = [
            {
                Id: CENTER,
                Name: 'Dialer',
                InternalName: 'Dialer',
                AdapterUrl: 'https://x.example',
                CustomSettings: null
            },
            { Id: CENTER, Name: 'Another name' },
            {
                Id: '04v000000000002AAA',
                Name: { toString: 'no text' },
                InternalName: 7,
                AdapterUrl: ['https://x.example']
            },
            { Id: '04v000000000003AAA', Name: 'x'.repeat(256), CustomSettings: 'x'.repeat(40_000) },
            { Id: '005000000000001AAA', Name: 'A user' },
            { Id: '<script>' },
            'no record',
            null
        ];
        const { rows, answered } = await orgWith({
            visualforceCenters: async () => records
        }).org.visualforceCallCenters();
        expect(answered).toEqual(['visualforce']);
        expect(rows.map(({ id, name, internalName, kind }) => [id, name, internalName, kind])).toEqual([
            [CENTER, 'Dialer', 'Dialer', 'open-cti'],
            ['04v000000000002AAA', null, null, 'unknown'],
            ['04v000000000003AAA', null, null, 'unknown']
        ]);
    });

    it.each([
        ['a million rows', new Array(1_000_000).fill({ Id: CENTER })],
        ['an object', { length: 1, 0: { Id: CENTER } }],
        ['text', 'rows']
    ])('take nothing from a Visualforce page that sends %s', async (_, sent) => {
        const { org } = orgWith({ visualforceCenters: async () => sent });
        expect(await org.visualforceCallCenters()).toEqual({
            rows: [],
            answered: [],
            silent: [{ source: 'visualforce', words: '' }]
        });
    });

    it('quote why a Visualforce page can’t read call centers, and need no page', async () => {
        const refused = () => Promise.reject(new OrgFault('invalid', 'sObject type not supported'));
        const { org } = orgWith({ visualforceCenters: refused });
        expect((await org.visualforceCallCenters()).silent).toEqual([
            { source: 'visualforce', words: 'sObject type not supported' }
        ]);
        expect(await orgWith().org.visualforceCallCenters()).toEqual({ rows: [], answered: [], silent: [] });
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
        const fields = { Name: 'Night shift', Kind__c: 'open-cti', KnownBy__c: 'admin' };
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

describe('Saving call centers', () => {
    const record = {
        recordId: null,
        callCenterId: CENTER,
        name: 'Dialer',
        internalName: 'Dialer',
        kind: 'open-cti' as const,
        knownBy: 'adapter' as const,
        readAt: '2027-01-01T00:00:00.000Z'
    };
    const answering = (message: string) => {
        const sent: [string, unknown][] = [];
        const mutate = async (document: string, variables: unknown) => {
            sent.push([document, variables]);
            return message ? { data: {}, errors: [{ message }, { message: 'another' }] } : { data: {} };
        };
        return { sent, org: orgWith({ mutate }).org };
    };

    it('creates and updates records in one mutation, and leaves alone what is null', async () => {
        const { sent, org } = answering('');
        expect(
            await org.saveCenters([record, { ...record, recordId: 'a00000000000001AAA', kind: null, name: null }])
        ).toBe(null);
        expect(sent).toHaveLength(1);
        const [document, variables] = sent[0];
        expect(document).toContain('allOrNone: false');
        expect(document).toContain('$i0: CallCenterProfile__cCreateInput!, $i1: CallCenterProfile__cUpdateInput!');
        const {
            Name: _,
            Kind__c: __,
            ...rest
        } = {
            Name: 'Dialer',
            InternalName__c: 'Dialer',
            Kind__c: 'open-cti',
            KnownBy__c: 'adapter',
            ReadAt__c: '2027-01-01T00:00:00.000Z'
        };
        expect(variables).toEqual({
            i0: { CallCenterProfile__c: { Name: _, Kind__c: __, ...rest, CallCenterId__c: CENTER } },
            i1: { Id: 'a00000000000001AAA', CallCenterProfile__c: rest }
        });
    });

    it('returns the first refusal, and doesn’t ask again in the same session', async () => {
        const { sent, org } = answering('INSUFFICIENT_ACCESS: no');
        expect(await org.saveCenters([record])).toBe('INSUFFICIENT_ACCESS: no');
        expect(await org.saveCenters([record])).toBe('INSUFFICIENT_ACCESS: no');
        expect(sent).toHaveLength(1);
    });

    it('is done when someone else saved the same call center, and sends nothing without records', async () => {
        const mutate = async () => ({ data: {}, errors: [{ message: 'DUPLICATE_VALUE: duplicate value found' }] });
        expect(await orgWith({ mutate }).org.saveCenters([record])).toBeNull();
        const { sent, org } = answering('');
        expect(await org.saveCenters([])).toBeNull();
        expect(sent).toEqual([]);
    });
});
