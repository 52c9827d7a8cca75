import { graphqlOrg } from 'c/graphqlOrg';
import { executeMutation, gql } from 'lightning/graphql';
import { mutate } from '../writes.ts';
import { WireRead } from '../wireRead.ts';

jest.mock('lightning/uiRecordApi', () => ({ updateRecord: jest.fn() }));

const sent = executeMutation as unknown as jest.Mock;

/** Writes a user with another document than the org's own. */
function writeWith(document: string) {
    const transport = {
        query: () => Promise.reject(new Error('Nothing is read here.')),
        mutate: (_: string, variables: Record<string, unknown>) => mutate(document, variables),
        updateRecord: async () => {}
    };
    return graphqlOrg(transport).write([{ userId: '005000000000001AAA', to: null }]);
}

afterEach(() => sent.mockReset());

describe('A document that lightning/graphql refuses (its own parser runs here)', () => {
    it.each([
        ['is empty', ' ', 'Invalid query'],
        ['doesn’t parse', 'mutation { uiapi {', 'Syntax Error: Expected Name, found <EOF>.'],
        ['has text that doesn’t end', 'mutation { a(b: "c) }', 'Syntax Error: Unterminated string.'],
        ['is a query', 'query { uiapi { a } }', 'Query operations are not supported in this context'],
        ['is a subscription', 'subscription { a }', 'Subscription operations are not supported in this context']
    ])('was never sent when it %s', async (_, document, words) => {
        await expect(writeWith(document)).rejects.toMatchObject({ kind: 'invalid', words, sent: false });
        expect(sent).not.toHaveBeenCalled();
    });

    it('is sent when it is a mutation', async () => {
        sent.mockResolvedValue({ data: { uiapi: { u0: { Record: { CallCenterId: { value: null } } } } } });
        await expect(writeWith('mutation { uiapi { a } }')).resolves.toMatchObject([{ written: true }]);
        expect(sent).toHaveBeenCalledTimes(1);
    });
});

describe('A read', () => {
    it('keeps the document as gql made it, because it is known by identity', () => {
        const { query } = new WireRead('query { uiapi { a } }', {});
        expect(Object.keys(query as object)).toEqual([]);
        expect(query).toBeInstanceOf(String);
        expect(query).not.toBe(gql('query { uiapi { a } }'));
    });
});
