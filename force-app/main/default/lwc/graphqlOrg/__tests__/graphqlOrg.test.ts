import { graphqlOrg, type GraphqlAnswer } from 'c/graphqlOrg';
import { OrgFault } from 'c/orgPort';
import { EVERYONE } from 'c/userSearch';

const ADA = '005000000000001AAA';
const BO = '005000000000002AAA';
const CENTER = '04v000000000001AAA';

/** An org that gives the same answer to every request, or throws. */
function answering(answer: GraphqlAnswer | { fields?: object } | (() => never)) {
    const asked: { document: string; variables: Record<string, unknown> }[] = [];
    const give = async (document: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> => {
        asked.push({ document, variables });
        return (typeof answer === 'function' ? answer() : answer) as GraphqlAnswer;
    };
    const org = graphqlOrg({
        query: give,
        mutate: give,
        updateRecord: give
    });
    return { org, asked };
}

const throwing = (thrown: unknown) => (): never => {
    throw thrown;
};

async function faultOf(work: Promise<unknown>): Promise<OrgFault> {
    try {
        await work;
    } catch (thrown) {
        if (thrown instanceof OrgFault) return thrown;
        throw thrown;
    }
    throw new Error('No fault was thrown.');
}

const written = (userId: string, center: string | null) => ({
    Record: { Id: userId, CallCenterId: { value: center } }
});

describe('Writing memberships', () => {
    const writes = [
        { userId: ADA, to: CENTER },
        { userId: BO, to: null }
    ];

    it('takes one mutation, which succeeds for valid users even if others fail', async () => {
        const { org, asked } = answering({ data: { uiapi: { u0: written(ADA, CENTER), u1: written(BO, null) } } });
        expect(await org.write(writes)).toEqual([
            { userId: ADA, written: true },
            { userId: BO, written: true }
        ]);
        expect(asked).toHaveLength(1);
        expect(asked[0].document).toContain('allOrNone: false');
        expect(asked[0].variables.i1).toEqual({ Id: BO, User: { CallCenterId: null } });
        expect(asked[0].document).not.toContain(ADA);
    });

    it.each([[{ paths: ['uiapi', 'u1'] }], [{ path: ['uiapi', 'u1'] }], [{ paths: ['uiapi/u1'] }]])(
        'reads a refusal under %j, in the org’s words',
        async (place) => {
            const errors = [{ message: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no', ...place }];
            const { org } = answering({ data: { uiapi: { u0: written(ADA, CENTER), u1: null } }, errors });
            expect(await org.write(writes)).toEqual([
                { userId: ADA, written: true },
                {
                    userId: BO,
                    written: false,
                    words: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no',
                    code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
                }
            ]);
        }
    );

    it('notices when the org set a different center than the one that was written', async () => {
        const { org } = answering({ data: { uiapi: { u0: written(ADA, null), u1: written(BO, null) } } });
        const [first] = await org.write(writes);
        expect(first).toMatchObject({ written: false, code: 'SET_OTHERWISE' });
    });

    it.each([
        ['without the field, which field-level security can hide', { Record: { Id: ADA } }],
        ['with an empty field', { Record: { Id: ADA, CallCenterId: null } }],
        ['with a field without a value', { Record: { Id: ADA, CallCenterId: {} } }],
        ['with `success` alone, as at API 59 to 65', { success: true }],
        ['without a record', { Record: null }]
    ])('knows nothing about a user who is answered %s, and nothing is invented as a reason', async (_, u0) => {
        const { org } = answering({ data: { uiapi: { u0, u1: written(BO, null) } } });
        expect(await org.write(writes)).toEqual([
            { userId: ADA, written: false, words: '', code: null },
            { userId: BO, written: true }
        ]);
        const removal = answering({ data: { uiapi: { u0 } } });
        expect(await removal.org.write([{ userId: ADA, to: null }])).toEqual([
            { userId: ADA, written: false, words: '', code: null }
        ]);
    });

    it('quotes an error about what was asked back, which can come although the user was written', async () => {
        const words = 'CallCenterId is not currently available in mutation results';
        const errors = [{ message: words, paths: ['uiapi', 'u0', 'Record', 'CallCenterId'] }];
        for (const u0 of [
            null,
            { Record: null },
            { Record: { Id: ADA } },
            { Record: { Id: ADA, CallCenterId: null } }
        ]) {
            const { org } = answering({ data: { uiapi: { u0, u1: written(BO, null) } }, errors });
            const [first] = await org.write(writes);
            expect(first).toEqual({ userId: ADA, written: false, words, code: null });
        }
    });

    it('accepts a call center in its 15-character form', async () => {
        const { org } = answering({
            data: { uiapi: { u0: written(ADA, CENTER.slice(0, 15)), u1: written(BO, null) } }
        });
        expect(await org.write(writes)).toMatchObject([{ written: true }, { written: true }]);
    });

    it('asks for the field in a way that a hidden field doesn’t fail the whole document', async () => {
        const { org, asked } = answering({ data: { uiapi: { u0: written(ADA, CENTER), u1: written(BO, null) } } });
        await org.write(writes);
        expect(asked[0].document).toContain('CallCenterId @optional { value }');
    });

    it('assumes nothing about a user that the answer leaves out', async () => {
        const { org } = answering({ data: { uiapi: { u0: written(ADA, CENTER) } } });
        expect(await faultOf(org.write(writes))).toMatchObject({ kind: 'unreadable', sent: true });
    });

    it('is certain that nothing was written when the document is invalid', async () => {
        const { org } = answering({ data: {}, errors: [{ message: 'Validation error of type FieldUndefined: x' }] });
        expect(await faultOf(org.write(writes))).toMatchObject({ kind: 'invalid', sent: false });
    });

    it('can’t be certain when only one of several errors is about the document', async () => {
        const { org } = answering({
            data: {},
            errors: [{ message: 'Validation error of type FieldUndefined: x' }, { message: 'An unexpected error' }]
        });
        expect((await faultOf(org.write(writes))).sent).toBe(true);
    });

    it('reports when someone else changed the user first', async () => {
        const { org } = answering(throwing({ status: 412, body: { message: 'changed' } }));
        expect(await org.writeOne(writes[0], '2026-01-01T00:00:00Z')).toEqual({ userId: ADA, changed: true });
    });

    it('quotes the row error when a single write is refused', async () => {
        const body = {
            message: 'general',
            output: { errors: [{ errorCode: 'X_Y', message: 'the row' }], fieldErrors: {} }
        };
        const { org } = answering(throwing({ status: 400, body }));
        expect(await org.writeOne(writes[0], '')).toEqual({
            userId: ADA,
            written: false,
            words: 'the row',
            code: 'X_Y'
        });
    });
});

describe('Writing one membership', () => {
    const write = { userId: ADA, to: CENTER };
    const answered = (value?: string | null) =>
        answering({ fields: value === undefined ? {} : { CallCenterId: { value } } }).org;

    it('is done when the record that comes back has the call center', async () => {
        expect(await answered(CENTER).writeOne(write, '')).toEqual({ userId: ADA, written: true });
        expect(await answered(CENTER.slice(0, 15)).writeOne(write, '')).toEqual({ userId: ADA, written: true });
        expect(await answered(null).writeOne({ userId: ADA, to: null }, '')).toEqual({ userId: ADA, written: true });
    });

    it('is told apart from another call center that a flow or trigger set', async () => {
        for (const other of ['04v000000000002AAA', null]) {
            expect(await answered(other).writeOne(write, '')).toEqual({
                userId: ADA,
                written: false,
                words: '',
                code: 'SET_OTHERWISE'
            });
        }
    });

    it('isn’t proven by a record without the call center', async () => {
        for (const org of [answered(), answering({}).org]) {
            expect(await org.writeOne(write, '')).toEqual({ userId: ADA, written: false, words: '', code: null });
        }
    });
});

describe('The fault of a failed request', () => {
    it.each([
        [{ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }] }, 'expired'],
        [{ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'limit' }] }, 'limit'],
        [{ status: 403, body: { message: 'no' } }, 'forbidden'],
        [{ status: 503, body: { message: 'later' } }, 'busy'],
        [{ status: 400, body: { message: 'bad' } }, 'invalid'],
        [{ status: 500, body: '<html>' }, 'unreadable'],
        [new TypeError('Failed to fetch'), 'offline']
    ])('that threw %j is %s', async (thrown, kind) => {
        const { org } = answering(throwing(thrown));
        expect((await faultOf(org.memberCounts())).kind).toBe(kind);
    });

    it('tells how long the server asked to wait', async () => {
        const { org } = answering(throwing({ status: 503, headers: { 'retry-after': '7' }, body: {} }));
        expect((await faultOf(org.memberCounts())).retryAfter).toBe(7000);
    });

    it('is unreadable when the answer doesn’t have what was asked for', async () => {
        const { org } = answering({ data: { uiapi: {} } });
        expect((await faultOf(org.users(EVERYONE, null, { first: 10, fresh: true }))).kind).toBe('unreadable');
    });

    it('doesn’t stop the page when the registry can’t be read: names are just missing', async () => {
        const { org } = answering({ errors: [{ message: 'Validation error of type FieldUndefined: no' }] });
        const answer = await org.callCenters();
        expect(answer.answered).toEqual([]);
        expect(answer.silent[0].words).toContain('FieldUndefined');
    });
});

describe('Reading', () => {
    it('unwraps users, even without the fields that field-level security hides', async () => {
        const node = {
            Id: ADA,
            Name: { value: 'Ada' },
            IsActive: { value: true },
            Profile: null,
            CallCenterId: { value: null }
        };
        const { org } = answering({
            data: {
                uiapi: {
                    query: {
                        User: { edges: [{ node }], pageInfo: { hasNextPage: false, endCursor: 'x' }, totalCount: 1 }
                    }
                }
            }
        });
        const page = await org.users(EVERYONE, null, { first: 100, fresh: false });
        expect(page).toMatchObject({
            total: 1,
            endCursor: null,
            users: [{ id: ADA, name: 'Ada', profile: null, lastLogin: null, callCenterId: null }]
        });
    });

    it('sends no request when there are no users', async () => {
        const { org, asked } = answering({});
        expect(await org.memberships([])).toEqual([]);
        expect(await org.write([])).toEqual([]);
        expect(asked).toEqual([]);
    });
});
