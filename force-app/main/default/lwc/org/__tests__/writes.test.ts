import type { Org } from 'c/orgPort';
import { unmountAll } from '#tests/support/mount.ts';
import { mountOrg } from './mountOrg.ts';

const ADA = '005000000000001AAA';
const WORK = '04v000000000001AAA';
/** What `lightning/graphql` throws for a document that `gql` didn't make, and for a mutation where a query belongs. */
const FOREIGN = 'Could not resolve AST. Did you parse the query with gql?';
const WRONG_PLACE = 'Mutation operations are not supported in this context';

afterEach(unmountAll);

describe('Writing several users', () => {
    const answer = {
        data: { uiapi: { u0: { Record: { Id: ADA, CallCenterId: { value: WORK } } } } },
        errors: undefined
    };
    const write = (port: Org) => port.write([{ userId: ADA, to: WORK }]);

    it('calls executeMutation with one object and passes values as variables', async () => {
        const { port, mutate, documentText } = mountOrg();
        mutate.mockResolvedValue(answer);
        expect(await write(port)).toEqual([{ userId: ADA, written: true }]);
        expect(mutate).toHaveBeenCalledTimes(1);
        const [{ query, variables }, ...rest] = mutate.mock.calls[0];
        expect(rest).toEqual([]);
        expect(documentText(query)).toContain('UserUpdate');
        expect(documentText(query)).not.toContain(ADA);
        expect(variables).toEqual({ i0: { Id: ADA, User: { CallCenterId: WORK } } });
    });

    it.each([
        ['when there is no answer at all', async () => undefined],
        [
            'when the platform throws that the document is foreign',
            () => {
                throw new Error(FOREIGN);
            }
        ],
        ['when the platform rejects a foreign document', () => Promise.reject(new Error(FOREIGN))],
        [
            'when the document is refused in the answer',
            async () => ({ data: undefined, errors: [{ message: FOREIGN }] })
        ],
        ['when a mutation isn’t supported there', () => Promise.reject(new Error(WRONG_PLACE))],
        [
            'when the document doesn’t parse',
            async () => ({ errors: [{ message: 'Syntax Error: Expected Name, found "{".' }] })
        ]
    ])('is certain that nothing was sent %s, and doesn’t try another way', async (_, execute) => {
        const { port, mutate } = mountOrg();
        mutate.mockImplementation(execute);
        await expect(write(port)).rejects.toMatchObject({ name: 'OrgFault', kind: 'invalid', sent: false });
        expect(mutate).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['a failed response', { status: 503, body: { message: 'the document is undefined' } }],
        ['a TypeError about a document', new TypeError("Cannot read properties of undefined (reading 'definitions')")],
        ['a lost connection', new TypeError('Failed to fetch')]
    ])('never sends again after %s, because the first call may have written', async (_, thrown) => {
        const { port, mutate } = mountOrg();
        mutate.mockRejectedValue(thrown);
        await expect(write(port)).rejects.toMatchObject({ name: 'OrgFault', sent: true });
        expect(mutate).toHaveBeenCalledTimes(1);
    });
});

describe('Writing one user', () => {
    it('passes the time since which the user must not have changed', async () => {
        const { port, update } = mountOrg();
        update.mockResolvedValue({ fields: { CallCenterId: { value: WORK, displayValue: null } } });
        const since = '2026-11-01T08:00:00.000Z';
        expect(await port.writeOne({ userId: ADA, to: WORK }, since)).toEqual({ userId: ADA, written: true });
        expect(update.mock.calls).toEqual([
            [{ fields: { Id: ADA, CallCenterId: WORK } }, { ifUnmodifiedSince: since }]
        ]);
    });

    it('is no proof when the platform answers without the call center', async () => {
        const { port, update } = mountOrg();
        update.mockResolvedValue(undefined);
        expect(await port.writeOne({ userId: ADA, to: WORK }, '')).toEqual({
            userId: ADA,
            written: false,
            words: '',
            code: null
        });
    });

    it('reports that the user changed when the platform answers 412', async () => {
        const { port, update } = mountOrg();
        update.mockRejectedValue({ ok: false, status: 412, body: { message: 'modified' } });
        expect(await port.writeOne({ userId: ADA, to: null }, '')).toEqual({ userId: ADA, changed: true });
    });
});
