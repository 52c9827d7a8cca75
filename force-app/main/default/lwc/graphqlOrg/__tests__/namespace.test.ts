import { graphqlOrg, inNamespace, withPrefix, type GraphqlTransport } from 'c/graphqlOrg';
import { namespacePrefix } from 'c/orgPort';

const PREFIX = 'swb__';

it('reads the prefix from the name that the platform gives an object', () => {
    expect(namespacePrefix('CallCenterProfile__c')).toBe('');
    expect(namespacePrefix('swb__CallCenterProfile__c')).toBe(PREFIX);
    expect(namespacePrefix('my_org__CallCenterProfile__c')).toBe('my_org__');
});

it.each([
    ['CallCenterMove__c', 'swb__CallCenterMove__c'],
    ['CallCenterMoveRun__c_Filter', 'swb__CallCenterMoveRun__c_Filter'],
    ['CallCenterMoveRun__cCreateInput!', 'swb__CallCenterMoveRun__cCreateInput!'],
    ['UndoOf__r { Name { value } RunKey__c { value } }', 'swb__UndoOf__r { Name { value } swb__RunKey__c { value } }'],
    ['other__Team__c', 'other__Team__c'],
    ['User(where: $where) { CallCenterId { value } }', 'User(where: $where) { CallCenterId { value } }']
])('gives custom names in %s their prefix, and leaves the others', (text, expected) => {
    expect(withPrefix(text, PREFIX)).toBe(expected);
});

/** Everything that an org in the namespace is asked. It answers every read with one record of that name. */
function transport(asked: unknown[]): GraphqlTransport {
    const node = {
        Id: 'a00000000000001AAA',
        Name: { value: 'RUN-1' },
        swb__RunKey__c: { value: 'run 1' },
        swb__UndoOf__r: { Name: { value: 'RUN-0' }, swb__RunKey__c: { value: 'run 0' } }
    };
    const connection = { edges: [{ node }], pageInfo: { hasNextPage: false, endCursor: '' } };
    return {
        query: async (document, variables) => {
            asked.push(document, variables);
            return { data: { uiapi: { query: { swb__CallCenterMoveRun__c: connection } } } };
        },
        mutate: async (document, variables) => {
            asked.push(document, variables);
            return { data: { uiapi: { r0: { Record: { Id: 'a00000000000001AAA' } } } } };
        },
        runFlow: async (apiName) => {
            asked.push(apiName);
            return { callCenters: [] };
        },
        updateRecord: async (recordId, fields) => {
            asked.push(fields);
            return { id: recordId, fields: { swb__Status__c: { value: 'ended' } } };
        }
    };
}

it('asks with prefixed names, in documents and variables, and reads the answer by the names of the source', async () => {
    const asked: unknown[] = [];
    const org = graphqlOrg(inNamespace(PREFIX, transport(asked)));
    const [run] = await org.runsNamed(['run 1']);
    expect(run).toMatchObject({ runId: 'run 1', undoOf: { runId: 'run 0', name: 'RUN-0' } });
    expect(JSON.stringify(asked)).toContain('"swb__RunKey__c":{"in":["run 1"]}');
    expect(JSON.stringify(asked)).not.toMatch(/(?<!swb__)\b(?!swb__)[A-Z]\w*__[cr]\b/);
});

it('updates prefixed fields, and reads the record by the names of the source', async () => {
    const asked: unknown[] = [];
    const { updateRecord } = inNamespace(PREFIX, transport(asked));
    const record = await updateRecord('a00000000000001AAA', { Status__c: 'ended' }, '2026-11-24T08:00:00.000Z');
    expect(asked).toEqual([{ swb__Status__c: 'ended' }]);
    expect(record).toMatchObject({ fields: { Status__c: { value: 'ended' } } });
});

it('runs the flow of the package', async () => {
    const asked: unknown[] = [];
    await graphqlOrg(inNamespace(PREFIX, transport(asked))).flowCallCenters();
    expect(asked).toEqual(['swb__List_Call_Centers']);
});

it('leaves a transport alone without a namespace', () => {
    const plain = transport([]);
    expect(inNamespace('', plain)).toBe(plain);
});
