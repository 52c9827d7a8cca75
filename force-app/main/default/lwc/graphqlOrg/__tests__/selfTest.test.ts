import { graphqlOrg, type GraphqlAnswer, type GraphqlTransport } from 'c/graphqlOrg';

/** An org that answers a mutation in this way. */
function answering(answer: () => Promise<GraphqlAnswer>) {
    const sent: string[] = [];
    const transport: GraphqlTransport = {
        query: () => Promise.reject(new Error('Nothing is read.')),
        mutate: (document) => {
            sent.push(document);
            return answer();
        },
        updateRecord: () => Promise.reject(new Error('Nothing is written.'))
    };
    return { org: graphqlOrg(transport), sent };
}

const OURS = {
    message:
        "Validation error of type FieldUndefined: Field 'switchboardSelfTest' in type 'UserRepresentation' is undefined"
};

describe('The mutation of the self-test', () => {
    it('could not write, even if an org ran it', async () => {
        const { org, sent } = answering(async () => ({ errors: [OURS] }));
        await org.mutationRefusal();
        expect(sent).toHaveLength(1);
        expect(sent[0]).toContain('Id: "005000000000000AAA"');
        expect(sent[0]).toContain(' switchboardSelfTest }');
    });

    it('is as it should be when the org rejects only the field that does not exist', async () => {
        expect(await answering(async () => ({ errors: [OURS] })).org.mutationRefusal()).toBeNull();
    });

    it('tells what else the org rejects', async () => {
        const other = { message: "Validation error: Field 'Record' is undefined" };
        expect(await answering(async () => ({ errors: [OURS, other] })).org.mutationRefusal()).toBe(other.message);
    });

    it('tells why the org rejects all of it', async () => {
        const other = { message: "Validation error of type FieldUndefined: Field 'UserUpdate' is undefined" };
        expect(await answering(async () => ({ errors: [other] })).org.mutationRefusal()).toBe(other.message);
    });

    it.each([
        ['no answer came', async () => ({ errors: [{ message: 'Disconnected or Canceled' }] }), 'offline'],
        ['the org ran it', async () => ({ data: { uiapi: {} } }), 'unreadable'],
        ['the call failed', () => Promise.reject({ status: 403, body: { message: 'No' } }), 'forbidden']
    ])('proves nothing when %s', async (_, answer, kind) => {
        await expect(answering(answer).org.mutationRefusal()).rejects.toMatchObject({ kind });
    });
});

describe('One source of call centers', () => {
    it('is asked again, although the session remembers that GraphQL has none', async () => {
        const asked: string[] = [];
        const transport: GraphqlTransport = {
            query: async (document) => {
                asked.push(document);
                return { errors: [{ message: "Validation error: Field 'CallCenter' is undefined" }] };
            },
            mutate: () => Promise.reject(new Error('Nothing is written.')),
            updateRecord: () => Promise.reject(new Error('Nothing is written.')),
            session: { get: () => 'remembered', set: () => {} }
        };
        await expect(graphqlOrg(transport).centersFrom('graphql')).rejects.toMatchObject({ kind: 'invalid' });
        expect(asked).toHaveLength(1);
        expect(asked[0]).toContain('CallCenter(');
    });

    it.each(['visualforce', 'flow'] as const)('is missing where there is no %s', async (source) => {
        const { org } = answering(async () => ({}));
        await expect(org.centersFrom(source)).rejects.toMatchObject({ kind: 'invalid', words: '' });
    });
});
